import { liveQuery, type Observable } from 'dexie'
import { SealError } from '#seal/seal-error.ts'
import { changePassphrase, type DataKey, unlockVault } from '#seal/vault.ts'
import { db, type VaultRow } from './db.ts'
import { DeviceError } from './device-error.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'
import { openNotebook } from './open-notebook.ts'
import { withAffordableCost } from './passphrase-cost.ts'
import { clearTries, countTry, remainingWaitMs } from './passphrase-tries.ts'
import { readKeys, readPackage } from './records.ts'
import { withDatabase } from './storage.ts'

export { type EnrolmentFailure, type EnrolOutcome, enrol } from './enrolment.ts'

/** What may be known of a notebook before it is unlocked. */
export interface NotebookSummary {
  vaultId: string
  label: string
  createdAt: number
}

/** Why a notebook stays shut. `retryInMs`: how long until the next try is heard; 0 when at once. */
type WrongPassphrase = { ok: false; code: 'wrongPassphrase'; retryInMs: number }

/** `damaged`: the passphrase is right, but the notebook's own documents no longer open: ask the coordinator for a new enrolment. */
export type UnlockOutcome = { ok: true; notebook: Notebook } | WrongPassphrase | { ok: false; code: 'damaged' }

export type PassphraseChange = { ok: true } | WrongPassphrase

/** The notebooks on this device, oldest first. */
export function watchNotebooks(): Observable<NotebookSummary[]> {
  return liveQuery(async () => {
    const rows = await db.vaults.toArray()
    return rows.map(({ id, label, createdAt }) => ({ vaultId: id, label, createdAt })).sort((a, b) => a.createdAt - b.createdAt)
  })
}

/** Unlocks a notebook. A wrong passphrase, and one given too early after wrong ones, is answered; DeviceError when storage fails. */
export async function unlock(vaultId: string, passphrase: string): Promise<UnlockOutcome> {
  const opened = await tryPassphrase(vaultId, (row) => unlockVault(passphrase, row.lock))
  if (!opened.ok) return opened
  const { row, result: dataKey } = opened
  const notebook = await readNotebook(row, dataKey)
  return notebook === null ? { ok: false, code: 'damaged' } : { ok: true, notebook }
}

/** Opens a notebook whose data key is known, or null when its own documents no longer open (`damaged`). Throws DeviceError when storage fails. */
export async function readNotebook(row: VaultRow, dataKey: DataKey): Promise<Notebook | null> {
  try {
    const keys = await readKeys(dataKey, row.id)
    const content = await readPackage(dataKey, row.id)
    return openNotebook(
      { vaultId: row.id, deviceId: row.deviceId, label: row.label, content },
      { dataKey, ...keys, serverKeys: row.serverKeys, serverKeyId: row.serverKeyId, publicKey: row.publicKey },
    )
  } catch (error) {
    const isDamage = error instanceof SealError || (error instanceof DeviceError && error.code === 'damaged')
    if (!isDamage) throw error
    noteEvent('notebookDamaged', { reason: error.code })
    return null
  }
}

/** The same notebook under a new passphrase; everything in it stays as it is. */
export async function changeNotebookPassphrase(vaultId: string, oldPassphrase: string, newPassphrase: string): Promise<PassphraseChange> {
  const changed = await tryPassphrase(vaultId, (row) =>
    withAffordableCost((cost) => changePassphrase(oldPassphrase, newPassphrase, row.lock, cost)),
  )
  if (!changed.ok) return changed
  await withDatabase(() => db.vaults.update(vaultId, { lock: changed.result }))
  return { ok: true }
}

type Tried<Result> = { ok: true; row: VaultRow; result: Result } | WrongPassphrase

/** Makes one counted try. Throws DeviceError `databaseGone` when there is no such notebook. */
async function tryPassphrase<Result>(vaultId: string, open: (row: VaultRow) => Promise<Result>): Promise<Tried<Result>> {
  const row = await withDatabase(() => db.vaults.get(vaultId))
  if (!row) throw new DeviceError('databaseGone')
  const waitMs = await countTry(vaultId, Date.now())
  if (waitMs > 0) return { ok: false, code: 'wrongPassphrase', retryInMs: waitMs }
  try {
    const result = await open(row)
    await clearTries(vaultId, Date.now())
    return { ok: true, row, result }
  } catch (error) {
    if (!(error instanceof SealError && error.code === 'wrongPassphrase')) throw error
    const after = await withDatabase(() => db.vaults.get(vaultId))
    return { ok: false, code: 'wrongPassphrase', retryInMs: after ? remainingWaitMs(after, Date.now()) : 0 }
  }
}
