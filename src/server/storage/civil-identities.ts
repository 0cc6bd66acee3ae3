import { type CivilIdentity, civilIdentitySchema } from '#domain/civil-identity.ts'
import type { Db } from './engine.ts'

/** The civil identities known of a session's candidates, by candidate id. They never leave the desk. */
export async function sessionIdentities(db: Db, sessionId: string): Promise<Map<string, CivilIdentity>> {
  const rows = await db.selectFrom('civil_identities').select(['candidate_id', 'json']).where('session_id', '=', sessionId).execute()
  return new Map(rows.map(({ candidate_id, json }) => [candidate_id, civilIdentitySchema.parse(JSON.parse(json))]))
}

/** Keeps identities, each in place of the one known before. */
export async function saveIdentities(db: Db, sessionId: string, identities: readonly CivilIdentity[]): Promise<void> {
  for (const identity of identities) {
    const json = JSON.stringify(identity)
    await db
      .insertInto('civil_identities')
      .values({ session_id: sessionId, candidate_id: identity.candidateId, json })
      .onConflict((conflict) => conflict.columns(['session_id', 'candidate_id']).doUpdateSet({ json }))
      .execute()
  }
}
