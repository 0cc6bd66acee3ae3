import { type Framework, frameworkSchema } from '#domain/framework.ts'
import { type Grid, gridSchema } from '#domain/grid.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { hashJson } from '#seal/hash.ts'
import type { Db } from './engine.ts'

export interface PublishedGrid {
  hash: string
  grid: Grid
}

/** Publishes the bundled certification: its framework and default grids, each stored once under its hash. */
export async function publishBundled(db: Db, at: string): Promise<void> {
  const hash = await hashJson(cdcm)
  const grids = defaultGrids(cdcm, { id: cdcm.id, version: cdcm.version, hash })
  const rows = [
    { hash, kind: 'framework' as const, id: cdcm.id, version: cdcm.version, json: JSON.stringify(cdcm), published_at: at },
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
