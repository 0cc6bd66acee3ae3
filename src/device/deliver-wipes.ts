import { liveQuery, type Observable } from 'dexie'
import { routePath } from '#contract/routes.ts'
import { wipeReceivedSchema } from '#contract/wipe.ts'
import { callApi } from './api.ts'
import { noteEvent } from './diagnostics.ts'
import { withDatabase } from './storage.ts'
import { noteWipeReceived, readWiped, type WipedRecord } from './wipe.ts'

/** The notebooks wiped on this device, the latest first, kept up to date. */
export function watchWiped(): Observable<(WipedRecord & { vaultId: string })[]> {
  return liveQuery(readWiped)
}

/** Sends the statements the server does not have yet; whatever fails is tried again at the next run. */
export async function deliverWipes({ origin }: { origin: string }): Promise<void> {
  const waiting = (await withDatabase(readWiped)).filter(({ receivedAt }) => receivedAt === null)
  for (const { vaultId, ...record } of waiting) {
    const body = { statement: record.statement }
    const answer = await callApi(origin, { method: 'POST', path: routePath('notebookWiped'), body }, wipeReceivedSchema)
    if (answer.ok) await noteWipeReceived(vaultId, record, answer.data.receivedAt)
    else noteEvent('wipeNotDelivered', { reason: answer.code === 'problem' ? answer.problem.code : answer.code })
  }
}
