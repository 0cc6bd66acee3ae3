import type { Juror } from '../exam-session.ts'
import type { GivenAddress } from '../juror-address.ts'
import type { Preparation } from '../preparation.ts'
import type { EditRequest } from './edit-lines.ts'
import type { EditedRow, EditRows } from './edited-rows.ts'
import { readJurors } from './read-jurors.ts'
import { plainWords } from './table.ts'

/**
 * The session with these jurors changed or added, and seated in the panels their lines name, and the addresses the lines give. Complaints
 * say what is wrong.
 */
export function editJurors(
  before: Preparation,
  { rows }: EditRows,
  { words, newId }: EditRequest,
): { preparation: Preparation; addresses: GivenAddress[] } {
  const edited = new Set(rows.map(({ id }) => id))
  const moved = new Set(rows.filter(seatsChanged).map(({ id }) => id))
  const idOf = new Map(rows.map(({ row, id }) => [row, id]))
  const { jurors, panels, addresses } = readJurors(
    rows.map(({ row }) => row),
    words,
    {
      panels: before.panels.map((panel) => ({
        ...panel,
        jurorIds: panel.jurorIds.filter((id) => !moved.has(id)),
        presidentId: panel.presidentId !== null && moved.has(panel.presidentId) ? null : panel.presidentId,
      })),
      jurorId: (row) => idOf.get(row) ?? newId(),
      newPanelId: newId,
      isSeatedAnew: (row) => moved.has(idOf.get(row) ?? ''),
    },
  )
  const read = new Map(jurors.map((juror) => [juror.id, juror]))
  const taken = new Set(before.jurors.filter(({ id }) => !edited.has(id)).map(nameKey))
  for (const { row, id, former } of rows) {
    const juror = read.get(id)
    const isTaken = juror ? taken.has(nameKey(juror)) : former !== null
    if (isTaken) row.complain('lastName', 'duplicateJuror', `${row.text('firstName')} ${row.text('lastName')}`)
  }
  const known = new Set(before.jurors.map(({ id }) => id))
  const kept = before.jurors.map((juror) => read.get(juror.id) ?? juror)
  return { preparation: { ...before, jurors: [...kept, ...jurors.filter(({ id }) => !known.has(id))], panels }, addresses }
}

function nameKey({ lastName, firstName }: Pick<Juror, 'lastName' | 'firstName'>): string {
  return `${plainWords(lastName)}/${plainWords(firstName)}`
}

/** Only a line that says something else of panels moves anybody: who presides one of two panels stays so when their trade is written anew. */
function seatsChanged({ row, former }: EditedRow): boolean {
  return former === null || (['panel', 'president'] as const).some((key) => row.text(key) !== (former.cells[key] ?? ''))
}
