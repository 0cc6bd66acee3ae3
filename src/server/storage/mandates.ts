import { type IssuedMandate, issuedMandateSchema } from '#contract/mandate.ts'
import { mandateSchema } from '#domain/mandate.ts'
import { fromBase64url, fromUtf8 } from '#seal/bytes.ts'
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

/** A session's mandates, the latest first. Whom a juror replaces is read from the signed text itself. */
export async function sessionMandates(db: Db, sessionId: string): Promise<IssuedMandate[]> {
  const rows = await db.selectFrom('mandates').selectAll().where('session_id', '=', sessionId).orderBy('issued_at', 'desc').execute()
  return rows.map((row) =>
    issuedMandateSchema.parse({
      mandateId: row.id,
      mandate: row.jws,
      kind: row.kind,
      panelId: row.panel_id,
      personId: row.person_id,
      replacedId: mandateSchema.parse(payloadOf(row.jws)).substitution?.replaces ?? null,
      issuedAt: row.issued_at,
    }),
  )
}

function payloadOf(jws: string): unknown {
  return JSON.parse(fromUtf8(fromBase64url(jws.split('.')[1] ?? '')))
}
