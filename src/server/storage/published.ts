import type { PublishedList } from '#contract/grids.ts'
import { type Framework, frameworkSchema } from '#domain/framework.ts'
import { type Grid, gridSchema } from '#domain/grid.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { hashJson } from '#seal/hash.ts'
import type { Db } from './engine.ts'
import type { Tx } from './transaction.ts'

export interface PublishedGrid {
  hash: string
  grid: Grid
}

/**
 * Publishes a bundled certification where its framework has never been: a new server starts with its grids. Elsewhere nothing is touched, for
 * the grid published last under its id is the one in force: a release that changes what is bundled must never put aside the certifier's own.
 */
export async function publishBundled(db: Db, at: string, bundled: Framework = cdcm): Promise<void> {
  const { id, version } = bundled
  const known = await db
    .selectFrom('published_documents')
    .select('hash')
    .where('kind', '=', 'framework')
    .where('id', '=', id)
    .executeTakeFirst()
  if (known) return
  const hash = await hashJson(bundled)
  const grids = defaultGrids(bundled, { id, version, hash })
  const rows = [
    { hash, kind: 'framework' as const, id, version, json: JSON.stringify(bundled), published_at: at },
    ...(await Promise.all(
      grids.map(async (grid) => ({
        hash: await hashJson(grid),
        kind: 'grid' as const,
        id: grid.id,
        version: grid.version,
        json: JSON.stringify(grid),
        published_at: at,
      })),
    )),
  ]
  await db
    .insertInto('published_documents')
    .values(rows)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

/** The grid published last under each id: what a new session is scored with. */
export async function currentGrids(db: Db): Promise<PublishedGrid[]> {
  const rows = await db
    .selectFrom('published_documents')
    .select(['hash', 'id', 'json'])
    .where('kind', '=', 'grid')
    .orderBy('published_at')
    .execute()
  const latest = new Map(rows.map((row) => [row.id, row]))
  return [...latest.values()].map((row) => ({ hash: row.hash, grid: gridSchema.parse(JSON.parse(row.json)) }))
}

/** A document about to be published. */
export interface NewDocument {
  hash: string
  kind: 'framework' | 'grid'
  id: string
  version: string
  content: Framework | Grid
}

/** Publishes a document, unless its id has this version already. Tells whether it did. The caller holds the journal's lock. */
export async function publishDocument(tx: Tx, { hash, kind, id, version, content }: NewDocument, at: string): Promise<boolean> {
  const taken = await tx
    .selectFrom('published_documents')
    .select('hash')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (taken) return false
  await tx
    .insertInto('published_documents')
    .values({ hash, kind, id, version, json: JSON.stringify(content), published_at: at })
    .execute()
  return true
}

/** Every version ever published, the newest first. */
export async function listPublished(db: Db): Promise<PublishedList> {
  const rows = await db.selectFrom('published_documents').selectAll().orderBy('published_at', 'desc').orderBy('id').execute()
  const named = (row: (typeof rows)[number]) => ({ hash: row.hash, id: row.id, version: row.version, publishedAt: row.published_at })
  const list: PublishedList = { frameworks: [], grids: [] }
  for (const row of rows) {
    if (row.kind === 'framework') {
      list.frameworks.push({ ...named(row), title: frameworkSchema.parse(JSON.parse(row.json)).title })
    } else {
      const { title, part, framework, durationMinutes } = gridSchema.parse(JSON.parse(row.json))
      list.grids.push({ ...named(row), title, part, framework, durationMinutes })
    }
  }
  return list
}

/** Every published version of one grid. */
export async function publishedGridVersions(db: Db, id: string): Promise<Grid[]> {
  const rows = await db.selectFrom('published_documents').select('json').where('kind', '=', 'grid').where('id', '=', id).execute()
  return rows.map((row) => gridSchema.parse(JSON.parse(row.json)))
}

/** One published grid, or null. */
export async function findGrid(db: Db, hash: string): Promise<Grid | null> {
  const json = await findDocument(db, 'grid', hash)
  return json === null ? null : gridSchema.parse(json)
}

/** One published framework, or null. */
export async function findFramework(db: Db, hash: string): Promise<Framework | null> {
  const json = await findDocument(db, 'framework', hash)
  return json === null ? null : frameworkSchema.parse(json)
}

async function findDocument(db: Db, kind: 'framework' | 'grid', hash: string): Promise<unknown> {
  const row = await db.selectFrom('published_documents').select('json').where('hash', '=', hash).where('kind', '=', kind).executeTakeFirst()
  return row ? JSON.parse(row.json) : null
}
