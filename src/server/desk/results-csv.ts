import Papa from 'papaparse'
import type { ReceivedSheet } from '#contract/desk.ts'
import type { Candidate, ExamSession, Oral } from '#domain/exam-session.ts'
import { oralJurors, panelAt } from '#domain/panel-seats.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import { findGrid } from '../storage/published.ts'
import { findSession } from '../storage/sessions.ts'
import { sessionSheets } from '../storage/sheets.ts'
import { receivedSheets } from './board.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** A spreadsheet takes `0001` for the number 1, but the constant formula `="0001"` for that very text. */
const NUMBER_WITH_ZEROS = /^0\d+$/
/** What begins like a formula, save that constant. */
const FORMULA = /^(?!="0\d+"$)[=+\-@\t\r]/

/** A session's results as a spreadsheet French Excel opens by double click: semicolons, UTF-8 with its mark, CRLF. Null without session. */
export async function sessionResultsCsv({ storage: { db } }: ServerContext, sessionId: string): Promise<string | null> {
  const stored = await findSession(db, sessionId)
  if (!stored) return null
  const parts = new Map<string, string>()
  for (const [gridId, hash] of Object.entries(stored.gridHashes)) parts.set(gridId, (await findGrid(db, hash))?.title ?? gridId)
  const sheets = receivedSheets(await sessionSheets(db, sessionId)).filter((sheet) => !sheet.superseded)
  return toSpreadsheetCsv(resultRows(stored.session, sheets, parts))
}

/** Rows as French Excel opens them by double click; a cell that begins like a formula is disarmed. */
export function toCsv(rows: string[][]): string {
  return BYTE_ORDER_MARK + Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA })
}

/** The same for a file that people open, and no program reads: numbers keep their zeros. */
export function toSpreadsheetCsv(rows: string[][]): string {
  return toCsv(rows.map((row) => row.map((cell) => (NUMBER_WITH_ZEROS.test(cell) ? `="${cell}"` : cell))))
}

/** One row per oral, candidates in the order of their numbers, jurors side by side with the president first. */
function resultRows(session: ExamSession, sheets: readonly ReceivedSheet[], parts: ReadonlyMap<string, string>): string[][] {
  const places = Math.max(0, ...session.orals.map((oral) => jurorsOf(session, oral, sheets).length))
  const candidates = [...session.candidates].sort((a, b) => a.number.localeCompare(b.number, 'fr', { numeric: true }))
  const rows = candidates.flatMap((candidate) =>
    session.orals
      .filter((oral) => oral.candidateId === candidate.id)
      .sort((a, b) => a.gridId.localeCompare(b.gridId))
      .map((oral) => resultRow(session, candidate, oral, sheets, parts.get(oral.gridId) ?? oral.gridId, places)),
  )
  return [headings(places), ...rows]
}

function headings(places: number): string[] {
  const perJuror = Array.from({ length: places }, (_, place) => [
    t('documents:results.juror', { place: place + 1 }),
    t('documents:results.presence', { place: place + 1 }),
    t('documents:results.proposal', { place: place + 1 }),
    t('documents:results.verdict', { place: place + 1 }),
    t('documents:results.sections', { place: place + 1 }),
  ])
  return [
    t('documents:results.number'),
    t('documents:results.lastName'),
    t('documents:results.firstName'),
    t('documents:results.part'),
    t('documents:results.panel'),
    t('documents:results.startsAt'),
    t('documents:results.received'),
    t('documents:results.state'),
    ...perJuror.flat(),
  ]
}

function resultRow(
  session: ExamSession,
  candidate: Candidate,
  oral: Oral,
  sheets: readonly ReceivedSheet[],
  part: string,
  places: number,
): string[] {
  const panel = session.panels.find((one) => one.id === oral.panelId)
  const presidentFirst = jurorsOf(session, oral, sheets)
  const perJuror = Array.from({ length: places }, (_, place) => jurorCells(session, oral, sheets, presidentFirst[place]))
  const received = presidentFirst.flatMap((jurorId) => latestSheet(sheets, oral.id, jurorId) ?? [])
  return [
    candidate.number,
    candidate.lastName,
    candidate.firstName,
    part,
    panel?.name ?? '',
    // The oral's own local date and hour, as the file gave them.
    oral.startsAt.slice(0, 16).replace('T', ' '),
    `${received.length} / ${presidentFirst.length}`,
    t(`documents:results.states.${stateOf(received, presidentFirst.length)}`),
    ...perJuror.flat(),
  ]
}

/** The jurors of one oral, the president first. */
function jurorsOf(session: ExamSession, oral: Oral, sheets: readonly ReceivedSheet[]): string[] {
  const panel = session.panels.find((one) => one.id === oral.panelId)
  if (!panel) return []
  const signers = sheets.filter((sheet) => sheet.oralId === oral.id).map((sheet) => sheet.jurorId)
  const { presidentId } = panelAt(panel, oral.startsAt)
  return oralJurors(panel, oral, signers).sort((a, b) => Number(b === presidentId) - Number(a === presidentId))
}

function jurorCells(session: ExamSession, oral: Oral, sheets: readonly ReceivedSheet[], jurorId: string | undefined): string[] {
  if (jurorId === undefined) return ['', '', '', '', '']
  const juror = session.jurors.find((one) => one.id === jurorId)
  const name = juror ? `${juror.firstName} ${juror.lastName}` : jurorId
  const sheet = latestSheet(sheets, oral.id, jurorId)
  if (!sheet) return [name, '', '', '', '']
  const sections = sheet.sections.map(({ id, verdict }) => `${id} : ${verdict ? t(`domain:verdict.${verdict}`) : '–'}`)
  return [
    name,
    t(`domain:presence.${sheet.presence}`),
    sheet.partProposal ? t(`domain:partVerdict.${sheet.partProposal}`) : '',
    sheet.partVerdict ? t(`domain:partVerdict.${sheet.partVerdict}`) : '',
    sections.join(', '),
  ]
}

/** After a lost device a juror may have begun a second sheet: the last received counts. */
function latestSheet(sheets: readonly ReceivedSheet[], oralId: string, jurorId: string): ReceivedSheet | undefined {
  return sheets.findLast((sheet) => sheet.oralId === oralId && sheet.jurorId === jurorId)
}

function stateOf(received: readonly ReceivedSheet[], expected: number): 'waiting' | 'partial' | 'unanimous' | 'divided' | 'notHeld' {
  if (received.length === 0) return 'waiting'
  if (received.length < expected) return 'partial'
  if (received.every((sheet) => sheet.presence === 'absent')) return 'notHeld'
  return new Set(received.map((sheet) => sheet.partVerdict)).size === 1 ? 'unanimous' : 'divided'
}
