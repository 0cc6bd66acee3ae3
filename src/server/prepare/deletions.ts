import type { UnboundSupport } from '#contract/prepare.ts'
import type { ProblemCode } from '#contract/problems.ts'
import type { ServerContext } from '../context.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { deletePreparationRow, findPreparation } from '../storage/preparations.ts'
import { deleteUnboundFiles, unboundSupportFiles } from '../storage/support-use.ts'
import { inTransaction } from '../storage/transaction.ts'

type Deleted = { ok: true; deletedSupports: number } | { ok: false; code: Extract<ProblemCode, 'not-found' | 'preparation-published'> }

/** Deletes a session that was never published, its civil identities and addresses, and the PDFs that only it had. The journal keeps the act. */
export async function deletePreparation({ storage, now }: ServerContext, sessionId: string, actor: string): Promise<Deleted> {
  return inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const stored = await findPreparation(tx, sessionId)
    if (!stored) return { ok: false, code: 'not-found' }
    if (stored.published) return { ok: false, code: 'preparation-published' }
    await deletePreparationRow(tx, sessionId)
    const deleted = await deleteUnboundFiles(
      tx,
      stored.preparation.supports.map(({ sha256 }) => sha256),
    )
    const subject = { sessionId, supports: deleted.length }
    await appendAfter(tx, head, now().toISOString(), [{ actor, act: 'preparation-deleted', subject }])
    return { ok: true, deletedSupports: deleted.length }
  })
}

/** The PDFs no session has, the last received first. */
export async function listUnboundSupports({ storage: { db } }: ServerContext): Promise<UnboundSupport[]> {
  const files = await unboundSupportFiles(db)
  if (files.length === 0) return []
  const rows = await db.selectFrom('journal').select(['at', 'subject']).where('act', '=', 'support-received').orderBy('index').execute()
  const receivedAt = new Map(rows.map(({ at, subject }) => [(JSON.parse(subject) as { documentHash: string }).documentHash, at]))
  return files
    .map((file) => ({ ...file, receivedAt: receivedAt.get(file.sha256) ?? null }))
    .sort((a, b) => (b.receivedAt ?? '').localeCompare(a.receivedAt ?? ''))
}

/** Deletes PDFs that no session has; those a session has taken stay. Gives how many are gone. */
export async function deleteUnboundSupports({ storage, now }: ServerContext, sha256s: readonly string[], actor: string): Promise<number> {
  return inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const deleted = await deleteUnboundFiles(tx, sha256s)
    const entries = deleted.map((documentHash) => ({ actor, act: 'supports-deleted' as const, subject: { documentHash } }))
    if (entries.length > 0) await appendAfter(tx, head, now().toISOString(), entries)
    return deleted.length
  })
}
