import { type DeskNotes, deskNotesSchema } from '#domain/preparation.ts'
import { t } from '#texts/i18n.ts'
// Its texts are read as this file loads, whoever imports it first.
import '#texts/office.ts'
import { eraseDeclarations } from '../storage/interests.ts'
import { findSession, updateSession } from '../storage/sessions.ts'
import { supportsInUse } from '../storage/support-use.ts'
import type { Tx } from '../storage/transaction.ts'
import { DEVICE_ROWS } from './tables.ts'

/** What an erased support, device or candidate is called from then on. */
const ERASED = {
  fileName: t('dataProtection:erased.fileName'),
  device: t('dataProtection:erased.device'),
  lastName: t('dataProtection:erased.lastName'),
  firstName: t('dataProtection:erased.firstName'),
}

/**
 * Erases written supports: their PDFs, unless another session still has the same file, and their names, which often hold a person's. Dates,
 * pages and hashes stay: conformity can still be explained. `candidateIds`: theirs alone. Counts supports.
 */
export async function eraseSupports(tx: Tx, sessionId: string, candidateIds?: readonly string[]): Promise<number> {
  const stored = await findSession(tx, sessionId)
  if (!stored) return 0
  const { session } = stored
  const meant = session.supports.filter(
    ({ candidateId, fileName }) => fileName !== ERASED.fileName && (candidateIds === undefined || candidateIds.includes(candidateId)),
  )
  if (meant.length === 0) return 0
  const ids = new Set(meant.map(({ id }) => id))
  await updateSession(tx, {
    ...session,
    supports: session.supports.map((support) => (ids.has(support.id) ? { ...support, fileName: ERASED.fileName } : support)),
  })
  await eraseFiles(
    tx,
    meant.map(({ sha256 }) => sha256),
  )
  return meant.length
}

/** Deletes those of the PDFs that no session still has under their own name. Counts files. */
export async function eraseFiles(tx: Tx, sha256s: readonly string[]): Promise<number> {
  const inUse = await supportsInUse(tx, ({ fileName }) => fileName !== ERASED.fileName)
  let count = 0
  for (const sha256 of new Set(sha256s)) {
    if (inUse.has(sha256)) continue
    const gone = await tx.deleteFrom('support_files').where('sha256', '=', sha256).returning('sha256').execute()
    count += gone.length
  }
  return count
}

/**
 * Erases what a session's devices left: their names, last contact and readiness, enrolment links, jurors' addresses, devices not accepted, requests to reopen a
 * notebook, refused deliveries, mandates (which name candidates). Public keys stay: without them no signature of the minutes can be verified. Counts rows.
 */
export async function eraseDevices(tx: Tx, sessionId: string): Promise<number> {
  const devices = await tx
    .updateTable('devices')
    .set({ name: ERASED.device, last_seen_at: null, readiness: null })
    .where('session_id', '=', sessionId)
    .where((where) =>
      where.or([where('name', '!=', ERASED.device), where('last_seen_at', 'is not', null), where('readiness', 'is not', null)]),
    )
    .returning('id')
    .execute()
  let count = devices.length
  for (const table of DEVICE_ROWS) {
    const gone = await tx.deleteFrom(table).where('session_id', '=', sessionId).returning('session_id').execute()
    count += gone.length
  }
  return count
}

/** Erases what the desk noted while preparing, links and recusals among it, and what jurors declared on their devices. Counts notes. */
export async function eraseNotes(tx: Tx, sessionId: string, isMeant: NoteFilter = EVERY_NOTE): Promise<number> {
  const declared = await eraseDeclarations(tx, sessionId, isMeant.candidate)
  return declared + (await eraseDeskNotes(tx, sessionId, isMeant))
}

async function eraseDeskNotes(tx: Tx, sessionId: string, isMeant: NoteFilter): Promise<number> {
  const row = await tx.selectFrom('preparations').select('json').where('session_id', '=', sessionId).executeTakeFirst()
  if (!row) return 0
  const notes = deskNotesSchema.parse(JSON.parse(row.json))
  const rest: DeskNotes = {
    ...notes,
    interests: notes.interests.filter(({ candidateId }) => !isMeant.candidate(candidateId)),
    recusals: notes.recusals.filter(({ candidateId }) => !isMeant.candidate(candidateId)),
    exceptions: notes.exceptions.filter(({ supportId }) => !isMeant.support(supportId)),
    compositionReasons: isMeant === EVERY_NOTE ? [] : notes.compositionReasons,
  }
  const count = countNotes(notes) - countNotes(rest)
  if (count > 0)
    await tx
      .updateTable('preparations')
      .set({ json: JSON.stringify(rest) })
      .where('session_id', '=', sessionId)
      .execute()
  return count
}

export interface NoteFilter {
  candidate: (candidateId: string) => boolean
  support: (supportId: string) => boolean
}

const EVERY_NOTE: NoteFilter = { candidate: () => true, support: () => true }

function countNotes({ interests, recusals, exceptions, compositionReasons }: DeskNotes): number {
  return interests.length + recusals.length + exceptions.length + compositionReasons.length
}

/** Erases names, numbers and accommodations of a session's candidates; holders keep their name and number. Counts candidates. */
export async function eraseCandidates(tx: Tx, sessionId: string, holders: ReadonlySet<string>): Promise<number> {
  const stored = await findSession(tx, sessionId)
  if (!stored) return 0
  let count = 0
  const candidates = stored.session.candidates.map((candidate, place) => {
    const isNamed = !holders.has(candidate.id) && candidate.lastName !== ERASED.lastName
    if (!isNamed && candidate.accommodations.length === 0) return candidate
    count += 1
    const bare = { ...candidate, accommodations: [] }
    return isNamed ? { ...bare, ...erasedName(place) } : bare
  })
  if (count > 0) await updateSession(tx, { ...stored.session, candidates })
  return count
}

/** A name nobody has, a number no other candidate of the session has. `place`: where the candidate stands in the session, from 0. */
export function erasedName(place: number): { lastName: string; firstName: string; number: string } {
  return {
    lastName: ERASED.lastName,
    firstName: ERASED.firstName,
    number: t('dataProtection:erased.number', { place: place + 1 }),
  }
}
