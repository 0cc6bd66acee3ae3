import { restoreEnrolmentResponseSchema } from '#contract/enrolment.ts'
import { routePath } from '#contract/routes.ts'
import { callApi } from './api.ts'
import { db } from './db.ts'
import { noteEvent } from './diagnostics.ts'
import { withDatabase } from './storage.ts'

/**
 * A server restored from a backup older than an enrolment refuses its sheets: it does not know the device. Shows it its own certificate;
 * the sheets refused for that alone are then due again. Resolves to how many are.
 */
export async function restoreEnrolments(origin: string): Promise<number> {
  const rows = await withDatabase(() => db.outbox.toArray())
  const refused = rows.filter((row) => row.refusal?.code === 'device-unknown')
  const vaultIds = [...new Set(refused.flatMap((row) => (row.origin === 'own' ? [row.vaultId] : [])))]
  let due = 0
  for (const vaultId of vaultIds) {
    if (!(await restoreEnrolment(origin, vaultId))) continue
    const again = refused.filter((row) => row.vaultId === vaultId)
    await withDatabase(() =>
      db.outbox.bulkUpdate(again.map(({ envelopeId }) => ({ key: envelopeId, changes: { nextAttemptAt: 0, refusal: null } }))),
    )
    due += again.length
  }
  return due
}

async function restoreEnrolment(origin: string, vaultId: string): Promise<boolean> {
  const certificate = (await withDatabase(() => db.vaults.get(vaultId)))?.certificate
  if (certificate === undefined) return false
  const answer = await callApi(
    origin,
    { method: 'POST', path: routePath('restoreEnrolment'), body: { certificate } },
    restoreEnrolmentResponseSchema,
  )
  noteEvent('enrolmentRestored', { ok: answer.ok })
  return answer.ok
}
