import type { Preparation, PreparedOral } from '../preparation.ts'
import { checkPreparation } from '../preparation-check.ts'
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
  complainOfNewClashes({ rows, former }, after, grids)
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

/** A clash that was there before does not keep another cell of its line from being written: only orals that move are looked at. */
function complainOfNewClashes(
  { rows, former }: { rows: readonly EditedRow[]; former: ReadonlyMap<string, PreparedOral> },
  after: Preparation,
  grids: EditRequest['grids'],
): void {
  const rowOf = new Map(rows.map(({ id, row }) => [id, row]))
  const moved = after.orals.filter((oral) => rowOf.has(oral.id) && isMoved(oral, former.get(oral.id)))
  if (moved.length === 0) return
  // Of two orals that clash the later in the list is told of: those that moved come last.
  const movedSet = new Set(moved)
  const others = after.orals.filter((oral) => !movedSet.has(oral))
  const ordered = { ...after, orals: [...others, ...moved] }
  for (const issue of checkPreparation(ordered, grids)) {
    const place = issue.part === 'orals' && issue.index !== null ? issue.index - others.length : -1
    const row = rowOf.get(moved[place]?.id ?? '')
    if (row) complainOfSchedule(issue, after, row)
  }
}

function isMoved(oral: PreparedOral, was: PreparedOral | undefined): boolean {
  return (
    was === undefined ||
    pairOf(oral) !== pairOf(was) ||
    oral.place?.panelId !== was.place?.panelId ||
    oral.place?.startsAt !== was.place?.startsAt
  )
}
