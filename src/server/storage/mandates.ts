import { type IssuedMandate, issuedMandateSchema } from '#contract/mandate.ts'
import type { Db } from './engine.ts'

export async function insertMandate(db: Db, sessionId: string, issued: IssuedMandate): Promise<void> {
  await db
    .insertInto('mandates')
    .values({
      id: issued.mandateId,
      session_id: sessionId,
      kind: issued.kind,
      panel_id: issued.panelId,
      person_id: issued.personId,
      jws: issued.mandate,
      issued_at: issued.issuedAt,
    })
    .execute()
}

/** A session's mandates, the latest first. */
export async function sessionMandates(db: Db, sessionId: string): Promise<IssuedMandate[]> {
  const rows = await db.selectFrom('mandates').selectAll().where('session_id', '=', sessionId).orderBy('issued_at', 'desc').execute()
  return rows.map((row) =>
    issuedMandateSchema.parse({
      mandateId: row.id,
      mandate: row.jws,
      kind: row.kind,
      panelId: row.panel_id,
      personId: row.person_id,
      issuedAt: row.issued_at,
    }),
  )
}
