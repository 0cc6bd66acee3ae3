import { z } from 'zod'
import { civilIdentitySchema } from '#domain/civil-identity.ts'
import { setAsideIdentities } from '../storage/preparations.ts'
import type { Tx } from '../storage/transaction.ts'

/**
 * Erases civil identities: those kept for the skills passport, those set aside until publication, and the files made from them. That a
 * person was declared, and accepted, stays. `candidateIds`: theirs alone (files then stay: who is in one is certified). Counts rows.
 */
export async function eraseIdentities(tx: Tx, sessionId: string, candidateIds?: readonly string[]): Promise<number> {
  const isMeant = (candidateId: string) => candidateIds === undefined || candidateIds.includes(candidateId)
  const kept = await tx.selectFrom('civil_identities').select('candidate_id').where('session_id', '=', sessionId).execute()
  const erased = kept.map(({ candidate_id }) => candidate_id).filter(isMeant)
  for (const candidateId of erased)
    await tx.deleteFrom('civil_identities').where('session_id', '=', sessionId).where('candidate_id', '=', candidateId).execute()
  const waiting = await tx.selectFrom('preparations').select('identities').where('session_id', '=', sessionId).executeTakeFirst()
  const identities = z.array(civilIdentitySchema).parse(JSON.parse(waiting?.identities ?? '[]'))
  const rest = identities.filter(({ candidateId }) => !isMeant(candidateId))
  if (rest.length < identities.length) await setAsideIdentities(tx, sessionId, rest)
  const count = erased.length + identities.length - rest.length
  return candidateIds === undefined ? count + (await eraseDeposits(tx, sessionId)) : count
}

async function eraseDeposits(tx: Tx, sessionId: string): Promise<number> {
  const rows = await tx
    .updateTable('passport_deposits')
    .set({ xml: '' })
    .where('session_id', '=', sessionId)
    .where('xml', '!=', '')
    .returning('flow_id')
    .execute()
  for (const { flow_id } of rows) await tx.updateTable('passport_passages').set({ messages: '[]' }).where('flow_id', '=', flow_id).execute()
  return rows.length
}
