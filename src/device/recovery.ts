import { z } from 'zod'
import type { ProblemCode } from '#contract/problems.ts'
import { recoveryFiledSchema, recoveryStateSchema } from '#contract/recovery.ts'
import { routePath } from '#contract/routes.ts'
import { sha256 } from '#seal/hash.ts'
import { makeRecoveryRequest, openRecoveryAnswer, recoveryControlNumber } from '#seal/recovery.ts'
import { SealError } from '#seal/seal-error.ts'
import { type DataKey, recoverVault, type VaultLock } from '#seal/vault.ts'
import { type ApiFailureCode, callApi, ownServer } from './api.ts'
import { db, type VaultRow } from './db.ts'
import { DeviceError } from './device-error.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'
import { readNotebook } from './notebooks.ts'
import { withAffordableCost } from './passphrase-cost.ts'
import { readKeys } from './records.ts'
import { withDatabase } from './storage.ts'

/*
 * A forgotten passphrase. The request outlives a reload, since its answer may come an hour later by telephone or mail; the private key that opens
 * the answer is non-extractable and is forgotten with the request. Nothing of the notebook changes before its data key has proved right.
 */

/** What the locked device asks with. `controlNumber`: read to the coordinator, so that both know it is the same request. */
export interface PendingRecovery {
  requestText: string
  controlNumber: string
  createdAt: number
}

/**
 * `otherRequest`: the answer is not to this device's request, or is cut. `damaged`: the key is right, but the notebook's own documents no longer
 * open. `noRequest`: this device asked nothing.
 */
export type RecoveryOutcome = { ok: true; notebook: Notebook } | { ok: false; code: 'noRequest' | 'otherRequest' | 'damaged' }

/** `waiting`: the server has the request, and no coordinator has answered yet. */
export type OnlineRecovery =
  | { state: 'answered'; answer: string }
  | { state: 'waiting' }
  | { state: 'failed'; code: Exclude<ApiFailureCode, 'problem'> | ProblemCode }

const pendingSchema = z.object({ requestText: z.string(), replyPrivateKey: z.instanceof(CryptoKey), createdAt: z.number() })
type Pending = z.infer<typeof pendingSchema>

const factName = (vaultId: string) => `recovery/${vaultId}`

async function readPending(vaultId: string): Promise<Pending | null> {
  const row = await withDatabase(() => db.facts.get(factName(vaultId)))
  const parsed = pendingSchema.safeParse(row?.value)
  return parsed.success ? parsed.data : null
}

/** This notebook's request: the one that waits, or a new one. Throws DeviceError `databaseGone` when there is no such notebook. */
export async function startRecovery(vaultId: string): Promise<PendingRecovery> {
  const pending = (await readPending(vaultId)) ?? (await newPending(vaultId))
  const { requestText, createdAt } = pending
  return { requestText, createdAt, controlNumber: await recoveryControlNumber(requestText) }
}

async function newPending(vaultId: string): Promise<Pending> {
  const vault = await vaultRow(vaultId)
  const createdAt = Date.now()
  const { deviceId, recovery } = vault
  const { text, replyPrivateKey } = await makeRecoveryRequest({ vaultId, deviceId, recovery, at: new Date(createdAt).toISOString() })
  const pending: Pending = { requestText: text, replyPrivateKey, createdAt }
  await withDatabase(() => db.facts.put({ name: factName(vaultId), value: pending }))
  noteEvent('recoveryAsked')
  return pending
}

/** Forgets a request: its answer will open nothing here any more. */
export async function abandonRecovery(vaultId: string): Promise<void> {
  await withDatabase(() => db.facts.delete(factName(vaultId)))
}

async function vaultRow(vaultId: string): Promise<VaultRow> {
  const row = await withDatabase(() => db.vaults.get(vaultId))
  if (!row) throw new DeviceError('databaseGone')
  return row
}

/** Files the request with the server and looks for its answer. Asking again is asking once. */
export async function askOnline(vaultId: string, origin: string = ownServer()): Promise<OnlineRecovery> {
  const { requestText } = await startRecovery(vaultId)
  const known = await callApi(
    origin,
    { method: 'GET', path: routePath('recoveryState', { requestId: await sha256(requestText) }) },
    recoveryStateSchema,
  )
  if (known.ok) return known.data.answer === null ? { state: 'waiting' } : { state: 'answered', answer: known.data.answer }
  if (known.code !== 'problem') return { state: 'failed', code: known.code }
  if (known.problem.code !== 'not-found') return { state: 'failed', code: known.problem.code }
  const request = { method: 'POST' as const, path: routePath('requestRecovery'), body: { request: requestText } }
  const filed = await callApi(origin, request, recoveryFiledSchema)
  if (filed.ok) return { state: 'waiting' }
  return { state: 'failed', code: filed.code === 'problem' ? filed.problem.code : filed.code }
}

/** True when this answer is to this notebook's request: worth asking for a new passphrase. */
export async function answerFits(vaultId: string, answerText: string): Promise<boolean> {
  const pending = await readPending(vaultId)
  return pending !== null && (await dataKeyIn(answerText, pending, vaultId)) !== null
}

/** Puts the notebook under a new passphrase with the coordinator's answer, and opens it. Throws DeviceError `quota`, `databaseGone`… */
export async function finishRecovery(vaultId: string, answerText: string, newPassphrase: string): Promise<RecoveryOutcome> {
  const vault = await vaultRow(vaultId)
  const pending = await readPending(vaultId)
  if (pending === null) return { ok: false, code: 'noRequest' }
  const recovered = await dataKeyIn(answerText, pending, vaultId)
  if (recovered === null) return { ok: false, code: 'otherRequest' }
  const { lock, dataKey } = await withAffordableCost((cost) => recoverVault(recovered, newPassphrase, cost))
  if (!(await opensRecords(dataKey, vaultId))) return { ok: false, code: 'damaged' }
  await storeLock(vaultId, lock)
  noteEvent('recoveryDone')
  const notebook = await readNotebook({ ...vault, lock }, dataKey)
  return notebook === null ? { ok: false, code: 'damaged' } : { ok: true, notebook }
}

async function dataKeyIn(answerText: string, pending: Pending, vaultId: string): Promise<string | null> {
  try {
    return await openRecoveryAnswer(answerText, pending.replyPrivateKey, vaultId)
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    noteEvent('recoveryAnswerRefused', { reason: error.code })
    return null
  }
}

/** The data key proves itself: only the right one opens what the notebook holds. */
async function opensRecords(dataKey: DataKey, vaultId: string): Promise<boolean> {
  try {
    await readKeys(dataKey, vaultId)
    return true
  } catch (error) {
    const isDamage = error instanceof SealError || (error instanceof DeviceError && error.code === 'damaged')
    if (!isDamage) throw error
    return false
  }
}

/** The new lock, and the request forgotten, in one transaction. */
async function storeLock(vaultId: string, lock: VaultLock): Promise<void> {
  await withDatabase(() =>
    db.transaction('rw', db.vaults, db.facts, async () => {
      await db.vaults.update(vaultId, { lock, wrongTries: 0, nextTryAt: 0, lastUnlockAt: Date.now() })
      await db.facts.delete(factName(vaultId))
    }),
  )
}
