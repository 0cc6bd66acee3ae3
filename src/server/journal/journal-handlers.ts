import { JOURNAL_PAGE_ROWS, type JournalFile, type JournalFilter, type JournalNames } from '#contract/journal.ts'
import { firstBrokenRow, type JournalRow } from '#domain/journal.ts'
import { plainWords } from '#domain/tables/table.ts'
import { hashJson } from '#seal/hash.ts'
import { t } from '#texts/i18n.ts'
import { actWords } from '#texts/journal-words.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import type { Db } from '../storage/engine.ts'
import { countRows, fittingRows, type JournalSearch, journalContents, latestRows, rowsAfter } from '../storage/journal-search.ts'
import { allSessions } from '../storage/sessions.ts'
import { journalCsv } from './journal-csv.ts'

/** The routes of the journal: in short with its check, by pages, as a file. */
export function journalHandlers({ storage: { db }, now }: ServerContext): Pick<Handlers, 'journal' | 'journalRows' | 'journalExport'> {
  return {
    journal: async () => ({ ...(await checkedChain(db)), ...(await journalContents(db)), ...(await journalNames(db)) }),
    journalRows: async ({ body: { before, ...filter } }) => {
      const search = await searchOf(db, filter)
      const rows = await latestRows(db, search, before, JOURNAL_PAGE_ROWS + 1)
      const page = rows.slice(0, JOURNAL_PAGE_ROWS)
      return { rows: page, total: await countRows(db, search), next: rows.length > page.length ? (page.at(-1)?.index ?? null) : null }
    },
    journalExport: async ({ body: { format, ...filter }, reply }) => {
      const rows = await fittingRows(db, await searchOf(db, filter))
      const isCsv = format === 'csv'
      const file: JournalFile = { format: 'carnet-de-jury/journal', formatVersion: 1, exportedAt: now().toISOString(), filter, rows }
      return reply
        .type(isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${t('desk:journal.fileName')}.${format}"`)
        .header('cache-control', 'no-store')
        .send(isCsv ? journalCsv(rows, await journalNames(db)) : JSON.stringify(file, null, 2))
    },
  }
}

const CHECKED_AT_ONCE = 2_000

/** Reads the chain from its first row, a part at a time. */
async function checkedChain(db: Db): Promise<{ rows: number; brokenAt: number | null; lastHash: string | null }> {
  let last: JournalRow | null = null
  for (;;) {
    const part: JournalRow[] = await rowsAfter(db, last?.index ?? -1, CHECKED_AT_ONCE)
    const brokenAt = await firstBrokenRow(part, hashJson, last)
    last = part.at(-1) ?? last
    const rows = last === null ? 0 : last.index + 1
    if (brokenAt !== null || part.length < CHECKED_AT_ONCE) return { rows, brokenAt, lastHash: last?.hash ?? null }
  }
}

async function journalNames(db: Db): Promise<JournalNames> {
  const people = await db.selectFrom('coordinators').select(['id', 'name']).execute()
  const sessions = (await allSessions(db)).map(({ session: { id, title, jurors } }) => ({
    id,
    title,
    jurors: jurors.map((juror) => ({ id: juror.id, name: `${juror.firstName} ${juror.lastName}` })),
  }))
  const jurors = new Map(sessions.flatMap(({ id, jurors }) => jurors.map((juror) => [`${id}/${juror.id}`, juror.name])))
  const owned = await db.selectFrom('devices').select(['id', 'session_id', 'juror_id']).execute()
  const devices = owned.flatMap((device) => {
    const name = jurors.get(`${device.session_id}/${device.juror_id}`)
    return name === undefined ? [] : [{ id: device.id, name }]
  })
  return { people, sessions, devices }
}

/** What is said of a row is not in the database: acts' words, and names. They are looked through here. */
async function searchOf(db: Db, filter: JournalFilter): Promise<JournalSearch> {
  const wanted = plainWords(filter.text)
  if (wanted === '') return { ...filter, actsOfText: [], actorsOfText: [], idsOfText: [], jurorsOfText: [] }
  const names = await journalNames(db)
  const holds = (words: string) => plainWords(words).includes(wanted)
  const people = names.people.filter(({ name }) => holds(name)).map(({ id }) => id)
  const devices = names.devices.filter(({ name }) => holds(name)).map(({ id }) => id)
  const sessions = names.sessions.filter(({ title }) => holds(title)).map(({ id }) => id)
  return {
    ...filter,
    actsOfText: (await journalContents(db)).acts.filter((act) => holds(actWords(act))),
    actorsOfText: [...people.map((id) => `coordinator:${id}`), ...devices.map((id) => `device:${id}`)],
    idsOfText: [...people, ...devices, ...sessions],
    jurorsOfText: names.sessions.flatMap(({ id, jurors }) =>
      jurors.filter(({ name }) => holds(name)).map((juror) => ({ sessionId: id, jurorId: juror.id })),
    ),
  }
}
