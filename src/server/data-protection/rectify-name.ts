import type { z } from 'zod'
import type { rectifiedNameSchema } from '#domain/data-request.ts'
import { findSession, updateSession } from '../storage/sessions.ts'
import type { Tx } from '../storage/transaction.ts'

/** Writes a candidate's name anew in the session. What is signed already keeps the old one: minutes are corrected by other minutes. */
export async function rectifyName(
  tx: Tx,
  sessionId: string,
  candidateId: string,
  name: z.infer<typeof rectifiedNameSchema>,
): Promise<void> {
  const stored = await findSession(tx, sessionId)
  if (!stored) throw new Error('the session of a request is missing')
  const candidates = stored.session.candidates.map((candidate) => (candidate.id === candidateId ? { ...candidate, ...name } : candidate))
  await updateSession(tx, { ...stored.session, candidates })
}
