import { fromBase64url, fromUtf8 } from '#seal/bytes.ts'
import { findSession, updateSession } from '../storage/sessions.ts'
import { sheetAuthors } from '../storage/sheets.ts'
import type { Tx } from '../storage/transaction.ts'
import { eraseIdentities } from './erase-identities.ts'
import { erasedName, eraseNotes, eraseSupports } from './erase-session.ts'
import { eraseSheets } from './erase-sheets.ts'

/**
 * Erases one candidate: civil identity, supports, sheets, notes, decisions not in minutes, orals that were not held. Of an oral that was held
 * its place stays, under nobody's name, because jurors signed sheets about it. Gives what was erased, in counts.
 */
export async function eraseCandidate(tx: Tx, sessionId: string, candidateId: string): Promise<Record<string, number>> {
  const stored = await findSession(tx, sessionId)
  if (!stored) throw new Error('the session of a request is missing')
  const own = new Set(stored.session.orals.filter((oral) => oral.candidateId === candidateId).map(({ id }) => id))
  const supportIds = new Set(stored.session.supports.filter((support) => support.candidateId === candidateId).map(({ id }) => id))
  const counts = {
    identities: await eraseIdentities(tx, sessionId, [candidateId]),
    supports: await eraseSupports(tx, sessionId, [candidateId]),
    sheets: await eraseSheets(tx, sessionId, (oralId) => own.has(oralId)),
    notes: await eraseNotes(tx, sessionId, { candidate: (id) => id === candidateId, support: (id) => supportIds.has(id) }),
    mandates: await eraseMandates(tx, sessionId, candidateId),
  }
  await removeFromSession(tx, sessionId, candidateId)
  return counts
}

/** Mandates are signed whole: one that names the candidate goes, with the day's other changes it told, which devices have by now. */
async function eraseMandates(tx: Tx, sessionId: string, candidateId: string): Promise<number> {
  const rows = await tx.selectFrom('mandates').select(['id', 'jws']).where('session_id', '=', sessionId).execute()
  const naming = rows.filter(({ jws }) => {
    const { candidates } = JSON.parse(fromUtf8(fromBase64url(jws.split('.')[1] ?? ''))) as { candidates: { id: string }[] }
    return candidates.some(({ id }) => id === candidateId)
  })
  for (const { id } of naming) await tx.deleteFrom('mandates').where('id', '=', id).execute()
  return naming.length
}

async function removeFromSession(tx: Tx, sessionId: string, candidateId: string): Promise<void> {
  const stored = await findSession(tx, sessionId)
  if (!stored) return
  const { session } = stored
  const held = new Set((await sheetAuthors(tx, sessionId)).map(({ oralId }) => oralId))
  const orals = session.orals.filter((oral) => oral.candidateId !== candidateId || held.has(oral.id))
  const isHeld = orals.some((oral) => oral.candidateId === candidateId)
  const place = session.candidates.findIndex(({ id }) => id === candidateId)
  await updateSession(tx, {
    ...session,
    orals,
    supports: isHeld ? session.supports : session.supports.filter((support) => support.candidateId !== candidateId),
    candidates: isHeld
      ? session.candidates.map((one) => (one.id === candidateId ? { ...one, ...erasedName(place), accommodations: [] } : one))
      : session.candidates.filter(({ id }) => id !== candidateId),
  })
}
