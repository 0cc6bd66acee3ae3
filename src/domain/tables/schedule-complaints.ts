import type { Preparation } from '../preparation.ts'
import type { PreparationIssue } from '../preparation-check.ts'
import type { ColumnKey } from './columns.ts'
import type { ComplaintCode, TableRow } from './table-reading.ts'

/** What the tables' own reading cannot see: contradictions of the whole schedule, each at its oral's line. */
const SCHEDULE: Partial<Record<PreparationIssue['code'], { key: ColumnKey; code: ComplaintCode }>> = {
  oralOutsideDates: { key: 'date', code: 'oralOutsideDates' },
  jurorInTwoPlaces: { key: 'time', code: 'jurorInTwoPlaces' },
  candidateInTwoPlaces: { key: 'time', code: 'candidateInTwoPlaces' },
  blockNotRegistered: { key: 'part', code: 'blockNotRegistered' },
}

/** Says a contradiction of the schedule at the line of its oral, naming who is in two places. */
export function complainOfSchedule({ code, value }: PreparationIssue, { jurors, candidates }: Preparation, row: TableRow): void {
  const found = SCHEDULE[code]
  if (!found) return
  const person =
    code === 'jurorInTwoPlaces'
      ? jurors.find(({ id }) => id === value)
      : code === 'candidateInTwoPlaces'
        ? candidates.find(({ id }) => id === value)
        : undefined
  row.complain(found.key, found.code, ...(person ? [`${person.firstName} ${person.lastName}`] : []))
}
