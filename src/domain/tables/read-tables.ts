import type { CivilIdentity } from '../civil-identity.ts'
import type { GivenAddress } from '../juror-address.ts'
import { emptyPreparation, type Preparation } from '../preparation.ts'
import { checkPreparation } from '../preparation-check.ts'
import type { MappedTable } from './columns.ts'
import type { DefaultWords } from './default-words.ts'
import type { NamedGrid } from './parts.ts'
import { readCandidates } from './read-candidates.ts'
import { readJurors } from './read-jurors.ts'
import { oralsOfRegistrations, readOrals } from './read-orals.ts'
import { complainOfSchedule } from './schedule-complaints.ts'
import { type ComplaintCode, rowsOfKind, type TableComplaint } from './table-reading.ts'

/** What is said of the session beside the tables. */
export interface TablesRequest {
  session: Preparation['session']
  timeZone: string
  /** The grids of the certification, the blocks in their order. */
  grids: readonly NamedGrid[]
  words: DefaultWords
}

/** Civil identities and jurors' addresses stay at the desk, apart from the session. */
export type ReadTables =
  | { ok: true; preparation: Preparation; identities: CivilIdentity[]; addresses: GivenAddress[] }
  | { ok: false; complaints: TableComplaint[] }

/** The session that mapped tables describe, or everything that is wrong in them at once, in the order of the files. */
export function readTables(tables: readonly MappedTable[], request: TablesRequest): ReadTables {
  const complaints: TableComplaint[] = []
  const { candidates, identities } = readCandidates(rowsOfKind(tables, 'candidates', complaints), request)
  const { jurors, panels, addresses } = readJurors(rowsOfKind(tables, 'jurors', complaints), request.words)
  const oralRows = rowsOfKind(tables, 'orals', complaints)
  const hasOrals = tables.some(({ kind }) => kind === 'orals')
  const orals = hasOrals ? readOrals(oralRows, { candidates, panels, ...request }) : oralsOfRegistrations(candidates, request.grids)
  if (!tables.some(({ kind }) => kind === 'candidates')) {
    complaints.push(wholeComplaint('noCandidates', ''))
  }
  const start = emptyPreparation(request.session)
  const preparation: Preparation = {
    ...start,
    hours: { ...start.hours, timeZone: request.timeZone },
    candidates: candidates.map(({ candidate }) => candidate),
    jurors,
    panels,
    orals: orals.map(({ oral }) => oral),
  }
  if (request.session.endsOn < request.session.startsOn) complaints.push(wholeComplaint('datesReversed', request.session.endsOn))
  for (const issue of checkPreparation(preparation, request.grids)) {
    const row = issue.part === 'orals' && issue.index !== null ? orals[issue.index]?.row : null
    if (row) complainOfSchedule(issue, preparation, row)
  }
  if (complaints.length > 0) return { ok: false, complaints: inFileOrder(complaints, tables) }
  return { ok: true, preparation, identities, addresses }
}

function wholeComplaint(code: ComplaintCode, value: string): TableComplaint {
  return { table: null, line: null, column: null, kind: null, key: null, code, value }
}

function inFileOrder(complaints: readonly TableComplaint[], tables: readonly MappedTable[]): TableComplaint[] {
  const placeOf = (complaint: TableComplaint) => tables.findIndex(({ table }) => table.name === complaint.table)
  const columnOf = (complaint: TableComplaint) => {
    const mapped = tables[placeOf(complaint)]
    return (complaint.key && mapped?.mapping[complaint.key]) ?? -1
  }
  return [...complaints].sort((a, b) => placeOf(a) - placeOf(b) || (a.line ?? 0) - (b.line ?? 0) || columnOf(a) - columnOf(b))
}
