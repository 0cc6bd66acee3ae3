import type { Preparation, PreparedOral } from '../preparation.ts'
import { checkPreparation, type PreparationIssue } from '../preparation-check.ts'
import type { ColumnKey } from './columns.ts'
import type { EditRequest } from './edit-lines.ts'
import type { EditedRow, EditRows } from './edited-rows.ts'
import { readOrals } from './read-orals.ts'
import { complainOfSchedule } from './schedule-complaints.ts'

/** The session with these orals changed or added. Complaints say what is wrong, new clashes of the schedule included. */
export function editOrals(before: Preparation, { rows }: EditRows, { grids }: EditRequest): Preparation {
  const read = readOrals(
    rows.map(({ row }) => row),
    {
      candidates: before.candidates.map((candidate) => ({ candidate })),
      panels: before.panels,
      grids,
      timeZone: before.hours.timeZone,
    },
  )
  const readAt = new Map(read.map(({ oral, row }) => [row, oral]))
  const edited = new Set(rows.map(({ id }) => id))
  const former = new Map(before.orals.map((oral) => [oral.id, oral]))
  const taken = new Set(before.orals.filter(({ id }) => !edited.has(id)).map(pairOf))
  const supportIds = new Map(before.supports.map((support) => [pairOf(support), support.id]))
  const nameOf = new Map(before.candidates.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]))
  const changed = new Map<string, PreparedOral>()
  for (const line of rows) {
    const oral = readAt.get(line.row)
    if (!oral) continue
    if (taken.has(pairOf(oral))) line.row.complain('part', 'duplicateOral', nameOf.get(oral.candidateId))
    changed.set(line.id, merged(line, oral, former.get(line.id), supportIds))
  }
  const added = [...changed].filter(([id]) => !former.has(id)).map(([, oral]) => oral)
  const after = { ...before, orals: [...before.orals.map((oral) => changed.get(oral.id) ?? oral), ...added] }
  complainOfNewClashes(before, after, rows, grids)
  return after
}

function pairOf({ candidateId, gridId }: { candidateId: string; gridId: string }): string {
  return `${candidateId}/${gridId}`
}

/** What a line does not change stays as it was: a text is poorer than what it was made of. */
function merged(
  { row, id, former }: EditedRow,
  read: PreparedOral,
  was: PreparedOral | undefined,
  supportIds: ReadonlyMap<string, string>,
): PreparedOral {
  const isSame = (...keys: ColumnKey[]) => former !== null && keys.every((key) => row.text(key) === (former.cells[key] ?? '').trim())
  return {
    ...read,
    id,
    place: was && isSame('date', 'time', 'panel') ? was.place : read.place,
    room: was && isSame('room') ? was.room : read.room,
    scenario: was && isSame('scenario') ? was.scenario : read.scenario,
    supportId: was && pairOf(was) === pairOf(read) ? was.supportId : (supportIds.get(pairOf(read)) ?? null),
  }
}

/** A clash that was there before does not keep another cell of its line from being written. */
function complainOfNewClashes(before: Preparation, after: Preparation, rows: readonly EditedRow[], grids: EditRequest['grids']): void {
  const nameOf = (preparation: Preparation, { index, code }: PreparationIssue) => `${preparation.orals[index ?? -1]?.id} ${code}`
  const ofOrals = (preparation: Preparation) => checkPreparation(preparation, grids).filter(({ part }) => part === 'orals')
  const known = new Set(ofOrals(before).map((issue) => nameOf(before, issue)))
  const rowOf = new Map(rows.map(({ id, row }) => [id, row]))
  for (const issue of ofOrals(after)) {
    const row = rowOf.get(after.orals[issue.index ?? -1]?.id ?? '')
    if (row && !known.has(nameOf(after, issue))) complainOfSchedule(issue, after, row)
  }
}
