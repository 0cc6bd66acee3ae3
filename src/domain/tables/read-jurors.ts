import type { Juror } from '../exam-session.ts'
import { type GivenAddress, jurorEmailSchema } from '../juror-address.ts'
import type { PreparedPanel } from '../preparation.ts'
import { readYesNo } from './cells.ts'
import type { DefaultWords } from './default-words.ts'
import { cellText, plainWords } from './table.ts'
import type { TableRow } from './table-reading.ts'

/** The session that lines of jurors are read into. */
export interface KnownPanels {
  panels: readonly PreparedPanel[]
  jurorId: (row: TableRow) => string
  newPanelId: () => string
  /** False: the line's juror stays in their panels as they are. */
  isSeatedAnew: (row: TableRow) => boolean
}

/**
 * Jurors and the panels their lines make, with those of `known`. A juror of several panels has several lines, or several panels in the cell.
 * Their addresses stay apart, and are of those alone whose line has one.
 */
export function readJurors(
  rows: readonly TableRow[],
  words: DefaultWords,
  known?: KnownPanels,
): { jurors: Juror[]; panels: PreparedPanel[]; addresses: GivenAddress[] } {
  const jurors = new Map<string, Juror>()
  const addresses = new Map<string, string>()
  const panels = new Map(known?.panels.map((panel) => [panelKey(panel.name), panel]))
  const newPanelId = known?.newPanelId ?? (() => `p${panels.size + 1}`)
  for (const row of rows) {
    const lastName = row.required('lastName')
    const firstName = row.required('firstName')
    const key = `${plainWords(lastName)}/${plainWords(firstName)}`
    const external = readYesNo(
      row.cell('external'),
      /^(externe|exterieur|exterieure|professionnel|professionnelle)$/,
      /^(interne|formateur|formatrice)$/,
    )
    if (external === null) row.complain('external', 'badYesNo')
    const earlier = jurors.get(key)
    const juror = earlier ?? {
      id: known?.jurorId(row) ?? `j${jurors.size + 1}`,
      lastName,
      firstName,
      quality: row.text('quality') || words.quality,
      external: external ?? false,
    }
    jurors.set(key, juror)
    readAddress(row, juror, addresses)
    const names = panelNames(row)
    if (earlier && names.length === 0) row.complain('lastName', 'duplicateJuror', `${firstName} ${lastName}`)
    const presides = readYesNo(row.cell('president'), /^presid/, /^(membre|jure|assesseur)/)
    if (presides === null) row.complain('president', 'badYesNo')
    if (presides && names.length === 0) row.complain('president', 'presidentOfNone', `${firstName} ${lastName}`)
    if (known?.isSeatedAnew(row) === false) continue
    for (const name of names) seat(row, { panels, name, juror, presides: presides === true, words, newPanelId })
  }
  return {
    jurors: [...jurors.values()],
    panels: [...panels.values()],
    addresses: [...addresses].map(([jurorId, email]) => ({ jurorId, email })),
  }
}

/** The address on a juror's line, beside those read so far. Whoever has several lines has one address; two jurors may share one. */
function readAddress(row: TableRow, { id, firstName, lastName }: Juror, addresses: Map<string, string>): void {
  const email = cellText(row.cell('email'))
  if (email === '') return
  const earlier = addresses.get(id) ?? email
  if (!jurorEmailSchema.safeParse(email).success) row.complain('email', 'badEmail')
  else if (earlier.toLowerCase() !== email.toLowerCase()) row.complain('email', 'twoAddresses', `${firstName} ${lastName}`)
  else addresses.set(id, earlier)
}

function panelNames(row: TableRow): string[] {
  return row
    .text('panel')
    .split(/[,;/+&]| et /)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

interface Seat {
  panels: Map<string, PreparedPanel>
  name: string
  juror: Juror
  presides: boolean
  words: DefaultWords
  newPanelId: () => string
}

function seat(row: TableRow, { panels, name, juror, presides, words, newPanelId }: Seat): void {
  const key = panelKey(name)
  const room = row.text('room')
  const panel = panels.get(key) ?? {
    id: newPanelId(),
    name: /^[a-z0-9]{1,3}$/i.test(name) ? words.panel(name) : name,
    room: words.room,
    jurorIds: [],
    presidentId: null,
  }
  if (panel.jurorIds.includes(juror.id)) row.complain('panel', 'duplicateJuror', `${juror.firstName} ${juror.lastName}`)
  if (presides && panel.presidentId !== null && panel.presidentId !== juror.id) row.complain('president', 'twoPresidents', panel.name)
  if (room !== '' && panel.room !== words.room && panel.room !== room) row.complain('room', 'twoRooms', panel.name)
  panels.set(key, {
    ...panel,
    room: room === '' || panel.room !== words.room ? panel.room : room,
    jurorIds: [...new Set([...panel.jurorIds, juror.id])],
    presidentId: panel.presidentId ?? (presides ? juror.id : null),
  })
}

/** `Jury A`, `jury a` and `A` are one panel. */
export function panelKey(name: string): string {
  return plainWords(name).replace(/^(jury|groupe|commission) (?=.)/, '')
}
