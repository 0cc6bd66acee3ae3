import type { JurorAddress } from '#contract/juror-mail.ts'
import type { Db } from './engine.ts'

/** A session's addresses, in order of their jurors' ids. */
export async function sessionAddresses(db: Db, sessionId: string): Promise<JurorAddress[]> {
  const rows = await db.selectFrom('juror_addresses').selectAll().where('session_id', '=', sessionId).orderBy('juror_id').execute()
  return rows.map((row) => ({ jurorId: row.juror_id, email: row.email, mailedAt: row.mailed_at }))
}

/** A juror's address; null when none is known. */
export async function findAddress(db: Db, sessionId: string, jurorId: string): Promise<string | null> {
  const row = await db
    .selectFrom('juror_addresses')
    .select('email')
    .where('session_id', '=', sessionId)
    .where('juror_id', '=', jurorId)
    .executeTakeFirst()
  return row?.email ?? null
}

/** Writes a juror's address, to which nothing was sent yet. */
export async function saveAddress(db: Db, sessionId: string, jurorId: string, email: string): Promise<void> {
  await db
    .insertInto('juror_addresses')
    .values({ session_id: sessionId, juror_id: jurorId, email, mailed_at: null })
    .onConflict((conflict) => conflict.columns(['session_id', 'juror_id']).doUpdateSet({ email, mailed_at: null }))
    .execute()
}

/** Notes when a mail server took the last link for this address; an address changed since keeps none. */
export async function noteMailed(db: Db, sessionId: string, { jurorId, email, mailedAt }: JurorAddress): Promise<void> {
  await db
    .updateTable('juror_addresses')
    .set({ mailed_at: mailedAt })
    .where('session_id', '=', sessionId)
    .where('juror_id', '=', jurorId)
    .where('email', '=', email)
    .execute()
}

export async function deleteAddress(db: Db, sessionId: string, jurorId: string): Promise<void> {
  await db.deleteFrom('juror_addresses').where('session_id', '=', sessionId).where('juror_id', '=', jurorId).execute()
}

/** Deletes the addresses of whoever is not among these jurors: nothing is sent to somebody who has left the session. */
export async function keepAddressesOf(db: Db, sessionId: string, jurors: readonly { id: string }[]): Promise<void> {
  const kept = new Set(jurors.map(({ id }) => id))
  for (const { jurorId } of await sessionAddresses(db, sessionId)) if (!kept.has(jurorId)) await deleteAddress(db, sessionId, jurorId)
}
