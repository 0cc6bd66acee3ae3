import { enrolmentResponseSchema } from '#contract/enrolment.ts'
import { routePath } from '#contract/routes.ts'
import { callApi } from './api.ts'
import { db, type VaultRow } from './db.ts'
import { noteEvent } from './diagnostics.ts'
import { withDatabase } from './storage.ts'

/**
 * Registers the notebooks made of a file with the server, at the first contact and before their sheets are sent. Needs no passphrase: what
 * registers them waits sealed to the server. One that is refused (another device opened the same file first) asks again each time: the
 * coordinator may accept it.
 */
export async function registerCarried(origin: string): Promise<void> {
  const waiting = await withDatabase(() => db.vaults.filter((row) => row.carriedRequest !== undefined).toArray())
  for (const row of waiting) await register(origin, row)
}

async function register(origin: string, { id, carriedRequest: request }: VaultRow): Promise<void> {
  const answer = await callApi(origin, { method: 'POST', path: routePath('enrolCarried'), body: { request } }, enrolmentResponseSchema)
  noteEvent('carriedEnrolment', { outcome: answer.ok ? 'known' : answer.code === 'problem' ? answer.problem.code : answer.code })
  if (!answer.ok) return
  const { certificate } = answer.data
  await withDatabase(() =>
    db.transaction('rw', db.vaults, db.outbox, async () => {
      await db.vaults
        .where('id')
        .equals(id)
        .modify((row) => {
          delete row.carriedRequest
          if (certificate !== undefined) row.certificate = certificate
        })
      // What an earlier try brought was refused for this alone.
      await db.outbox
        .filter((row) => row.vaultId === id && row.refusal?.code === 'device-unknown')
        .modify({ nextAttemptAt: 0, refusal: null })
    }),
  )
}
