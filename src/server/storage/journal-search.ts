import { type Expression, type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { JournalFilter } from '#contract/journal.ts'
import type { JournalRow } from '#domain/journal.ts'
import type { Db } from './engine.ts'
import type { JournalTable, Tables } from './schema.ts'

/** A filter, with the acts, authors and ids whose words hold its text (the database knows none of them). */
export type JournalSearch = JournalFilter & {
  actsOfText: readonly string[]
  actorsOfText: readonly string[]
  /** Ids that mean the same wherever they stand. */
  idsOfText: readonly string[]
  /** A juror's id is their session's own. */
  jurorsOfText: readonly { sessionId: string; jurorId: string }[]
}

/** At most `limit` rows that fit, the latest first; those before an index when one is given. */
export async function latestRows(db: Db, search: JournalSearch, before: number | null, limit: number): Promise<JournalRow[]> {
  let query = db
    .selectFrom('journal')
    .selectAll()
    .where((builder) => fits(builder, search))
  if (before !== null) query = query.where('index', '<', before)
  return (await query.orderBy('index', 'desc').limit(limit).execute()).map(readRow)
}

/** Every row that fits, oldest first. */
export async function fittingRows(db: Db, search: JournalSearch): Promise<JournalRow[]> {
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where((builder) => fits(builder, search))
    .orderBy('index')
    .execute()
  return rows.map(readRow)
}

export async function countRows(db: Db, search: JournalSearch): Promise<number> {
  const { count } = await db
    .selectFrom('journal')
    .select((builder) => builder.fn.countAll<number | string>().as('count'))
    .where((builder) => fits(builder, search))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The acts and the accounts that the journal names, and whether devices wrote in it. */
export async function journalContents(db: Db): Promise<{ acts: string[]; actors: string[] }> {
  const acts = await db.selectFrom('journal').select('act').distinct().execute()
  const actors = await db.selectFrom('journal').select('actor').distinct().where('actor', 'not like', 'device:%').execute()
  const device = await db.selectFrom('journal').select('index').where('actor', 'like', 'device:%').limit(1).executeTakeFirst()
  return { acts: acts.map(({ act }) => act), actors: [...actors.map(({ actor }) => actor), ...(device ? ['device:'] : [])] }
}

/** The rows after one, oldest first. */
export async function rowsAfter(db: Db, after: number, limit: number): Promise<JournalRow[]> {
  const rows = await db.selectFrom('journal').selectAll().where('index', '>', after).orderBy('index').limit(limit).execute()
  return rows.map(readRow)
}

function readRow(row: JournalTable): JournalRow {
  return { ...row, subject: JSON.parse(row.subject) as JournalRow['subject'] }
}

type Builder = ExpressionBuilder<Tables, 'journal'>

function fits(builder: Builder, search: JournalSearch): ExpressionWrapper<Tables, 'journal', SqlBool> {
  const { act, actor, sessionId, from, until } = search
  return builder.and([
    ...(act === null ? [] : [builder('act', '=', act)]),
    ...(actor === null ? [] : actor === 'device:' ? [builder('actor', 'like', 'device:%')] : [builder('actor', '=', actor)]),
    ...(sessionId === null ? [] : [contains('subject', `"sessionId":${JSON.stringify(sessionId)}`)]),
    ...(from === null ? [] : [builder('at', '>=', utc(from))]),
    ...(until === null ? [] : [builder('at', '<', utc(until))]),
    ...(search.text === '' ? [] : [holdsText(builder, search)]),
  ])
}

/** Which fields of a row name a juror. */
const JUROR_FIELDS = ['jurorId', 'replacedId'] as const

function holdsText(builder: Builder, { text, actsOfText, actorsOfText, idsOfText, jurorsOfText }: JournalSearch) {
  return anyOf(builder, [
    ...(actsOfText.length === 0 ? [] : [builder('act', 'in', actsOfText)]),
    ...(actorsOfText.length === 0 ? [] : [builder('actor', 'in', actorsOfText)]),
    ...idsOfText.map((id) => contains('subject', JSON.stringify(id))),
    ...jurorsOfText.map(({ sessionId, jurorId }) =>
      builder.and([
        contains('subject', `"sessionId":${JSON.stringify(sessionId)}`),
        builder.or(JUROR_FIELDS.map((field) => contains('subject', `"${field}":${JSON.stringify(jurorId)}`))),
      ]),
    ),
    contains('subject', text.toLowerCase()),
    contains('actor', text.toLowerCase()),
    contains('hash', text.toLowerCase()),
  ])
}

/** Any of many conditions, by halves: a long chain of them would be deeper than SQLite allows. */
function anyOf(builder: Builder, conditions: readonly Expression<SqlBool>[]): ExpressionWrapper<Tables, 'journal', SqlBool> {
  if (conditions.length <= 2) return builder.or([...conditions])
  const half = Math.ceil(conditions.length / 2)
  return builder.or([anyOf(builder, conditions.slice(0, half)), anyOf(builder, conditions.slice(half))])
}

/** Whether a column holds this text as it is. `%` and `_` are ordinary characters in ids. */
function contains(column: 'subject' | 'actor' | 'hash', text: string) {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`
}

/** As the journal writes its instants, so that texts compare like times. */
function utc(instant: string): string {
  return new Date(instant).toISOString()
}
