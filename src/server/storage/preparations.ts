import { z } from 'zod'
import { type CivilIdentity, civilIdentitySchema } from '#domain/civil-identity.ts'
import { type GivenAddress, givenAddressSchema } from '#domain/juror-address.ts'
import { deskNotesSchema, notesOf, type Preparation, preparationOf, preparationSchema, withDeclaredLinks } from '#domain/preparation.ts'
import { hashSchema, idSchema } from '#domain/primitives.ts'
import type { Db } from './engine.ts'
import { declaredInterests } from './interests.ts'
import { findSession } from './sessions.ts'
import type { Tx } from './transaction.ts'

/** A session as it stands: what was published where it was, with what the desk keeps beside it; else what is being prepared. */
export interface StoredPreparation {
  preparation: Preparation
  gridHashes: Record<string, string>
  published: boolean
}

const gridHashesSchema = z.record(idSchema, hashSchema)

export async function findPreparation(db: Db, sessionId: string): Promise<StoredPreparation | null> {
  const row = await db.selectFrom('preparations').select(['json', 'grids']).where('session_id', '=', sessionId).executeTakeFirst()
  const stored = await findSession(db, sessionId)
  if (stored) {
    const notes = row ? deskNotesSchema.parse(JSON.parse(row.json)) : null
    const preparation = withDeclaredLinks(preparationOf(stored.session, notes), await declaredInterests(db, sessionId))
    return { preparation, gridHashes: stored.gridHashes, published: true }
  }
  if (!row) return null
  return {
    preparation: preparationSchema.parse(JSON.parse(row.json)),
    gridHashes: gridHashesSchema.parse(JSON.parse(row.grids)),
    published: false,
  }
}

/** Keeps a preparation in place of the one before. Of a published session only the desk's notes: its content is the session's own. */
export async function savePreparation(tx: Tx, sessionId: string, stored: StoredPreparation, changedAt: string): Promise<void> {
  const json = JSON.stringify(stored.published ? notesOf(stored.preparation) : stored.preparation)
  await tx
    .insertInto('preparations')
    .values({
      session_id: sessionId,
      json,
      grids: JSON.stringify(stored.gridHashes),
      identities: '[]',
      addresses: '[]',
      changed_at: changedAt,
    })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ json, changed_at: changedAt }))
    .execute()
}

/** Deletes a preparation, with the civil identities and the addresses set aside in it. */
export async function deletePreparationRow(tx: Tx, sessionId: string): Promise<void> {
  await tx.deleteFrom('preparations').where('session_id', '=', sessionId).execute()
}

/** Keeps the civil identities that came with a new session, until it is published. */
export async function setAsideIdentities(tx: Tx, sessionId: string, identities: readonly CivilIdentity[]): Promise<void> {
  await tx
    .updateTable('preparations')
    .set({ identities: JSON.stringify(identities) })
    .where('session_id', '=', sessionId)
    .execute()
}

/** The identities set aside, which are then there no more. */
export async function takeIdentities(tx: Tx, sessionId: string): Promise<CivilIdentity[]> {
  const row = await tx.selectFrom('preparations').select('identities').where('session_id', '=', sessionId).executeTakeFirst()
  await setAsideIdentities(tx, sessionId, [])
  return z.array(civilIdentitySchema).parse(JSON.parse(row?.identities ?? '[]'))
}

/** Keeps jurors' addresses of a session until it is published, in place of those before. */
export async function setAsideAddresses(tx: Tx, sessionId: string, addresses: readonly GivenAddress[]): Promise<void> {
  await tx
    .updateTable('preparations')
    .set({ addresses: JSON.stringify(addresses) })
    .where('session_id', '=', sessionId)
    .execute()
}

export async function addressesAside(tx: Tx, sessionId: string): Promise<GivenAddress[]> {
  const row = await tx.selectFrom('preparations').select('addresses').where('session_id', '=', sessionId).executeTakeFirst()
  return z.array(givenAddressSchema).parse(JSON.parse(row?.addresses ?? '[]'))
}

/** Every session not yet published, the latest change first, with the UTC day of that change. */
export async function unpublishedPreparations(db: Db): Promise<{ sessionId: string; preparation: Preparation; changedOn: string }[]> {
  const rows = await db
    .selectFrom('preparations')
    .select(['session_id', 'json', 'changed_at'])
    .where('session_id', 'not in', db.selectFrom('sessions').select('id'))
    .orderBy('changed_at', 'desc')
    .execute()
  return rows.map(({ session_id, json, changed_at }) => ({
    sessionId: session_id,
    preparation: preparationSchema.parse(JSON.parse(json)),
    changedOn: changed_at.slice(0, 10),
  }))
}
