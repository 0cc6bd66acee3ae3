import { z } from 'zod'
import { type DeclaredInterest, type InterestDeclaration, interestDeclarationSchema } from '#domain/interests.ts'
import type { Db } from './engine.ts'
import type { InterestStatementTable } from './schema.ts'
import type { Tx } from './transaction.ts'

export async function insertInterestStatements(db: Db, rows: readonly InterestStatementTable[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('interest_statements').values(rows).execute()
}

/** Everything the jurors of a session declared, statement after statement as received. Verified when they came (delivery/check-interests.ts). */
export async function declaredInterests(db: Db, sessionId: string): Promise<DeclaredInterest[]> {
  const rows = await db
    .selectFrom('interest_statements')
    .select(['juror_id', 'stated_at', 'declarations', 'received_at'])
    .where('session_id', '=', sessionId)
    .orderBy('received_at')
    .orderBy('envelope_id')
    .execute()
  return rows.flatMap((row) =>
    read(row.declarations).map((one) => ({ ...one, jurorId: row.juror_id, statedAt: row.stated_at, receivedAt: row.received_at })),
  )
}

/** Erases what was declared of these candidates. Receipts stay: an envelope sent again is still answered its own. Counts declarations. */
export async function eraseDeclarations(tx: Tx, sessionId: string, isMeant: (candidateId: string) => boolean): Promise<number> {
  const rows = await tx
    .selectFrom('interest_statements')
    .select(['envelope_id', 'declarations'])
    .where('session_id', '=', sessionId)
    .execute()
  let count = 0
  for (const { envelope_id, declarations } of rows) {
    const all = read(declarations)
    const rest = all.filter(({ candidateId }) => !isMeant(candidateId))
    if (rest.length === all.length) continue
    count += all.length - rest.length
    await tx
      .updateTable('interest_statements')
      .set({ jws: '', declarations: JSON.stringify(rest) })
      .where('envelope_id', '=', envelope_id)
      .execute()
  }
  return count
}

function read(json: string): InterestDeclaration[] {
  return z.array(interestDeclarationSchema).parse(JSON.parse(json))
}
