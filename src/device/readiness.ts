import type { ReadinessReport } from '#contract/enrolment.ts'
import { routePath, routes } from '#contract/routes.ts'
import { callApi, ownServer, readFailure, send } from './api.ts'
import { db } from './db.ts'
import { deliveryState } from './delivery-state.ts'
import { deviceAuthorization } from './device-request.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'
import { checkHeavyFiles, checkInstalled, checkServiceWorker, checkStoragePersistent, checkStorageSpace } from './readiness-app.ts'
import { checkCamera, checkSound, checkWakeLock } from './readiness-hardware.ts'
import { type ReadinessLine, readinessLineOf } from './readiness-line.ts'
import { withDatabase } from './storage.ts'
import { storedSupports } from './supports.ts'

export type { ReadinessLine } from './readiness-line.ts'

declare const __APP_VERSION__: string

/** « Prêt pour l'épreuve ? »: every check, in a fixed order. Works without network: what needs the server is then `unknown`. */
export async function checkReadiness(notebook: Notebook, origin: string = ownServer()): Promise<ReadinessLine[]> {
  const checks: [ReadinessLine['check'], () => Promise<Omit<ReadinessLine, 'check'>>][] = [
    ['installed', checkInstalled],
    ['serviceWorker', checkServiceWorker],
    ['heavyFiles', checkHeavyFiles],
    ['storagePersistent', checkStoragePersistent],
    ['storageSpace', checkStorageSpace],
    ['clockOffset', () => checkClockOffset(origin)],
    ['packageFresh', () => checkPackageFresh(notebook)],
    ['passphraseKnown', () => checkPassphraseKnown(notebook)],
    ['supportsStored', () => checkSupportsStored(notebook)],
    ['wakeLock', checkWakeLock],
    ['sound', checkSound],
    ['camera', checkCamera],
  ]
  return Promise.all(checks.map(([check, run]) => readinessLineOf(check, run)))
}

const OFFSET_WARNING_MS = 30_000
const OFFSET_FAILED_MS = 5 * 60_000

/** This device's clock against the server's, half a round trip allowed for. */
async function checkClockOffset(origin: string): Promise<Omit<ReadinessLine, 'check'>> {
  const sentAt = Date.now()
  const answer = await callApi(origin, { method: 'GET', path: routePath('health') }, routes.health.response)
  if (!answer.ok) return { state: 'unknown' }
  const offsetMs = Math.round((sentAt + Date.now()) / 2 - Date.parse(answer.data.now))
  const size = Math.abs(offsetMs)
  return { state: size > OFFSET_FAILED_MS ? 'failed' : size > OFFSET_WARNING_MS ? 'warning' : 'ok', detail: { offsetMs } }
}

const FRESH_HOURS = 24

async function checkPackageFresh(notebook: Notebook): Promise<Omit<ReadinessLine, 'check'>> {
  const ageHours = Math.max(0, Math.round((Date.now() - Date.parse(notebook.package.issuedAt)) / 3_600_000))
  return { state: ageHours > FRESH_HOURS ? 'warning' : 'ok', detail: { ageHours } }
}

/** A passphrase typed once, at enrolment, is not yet known by heart. */
async function checkPassphraseKnown(notebook: Notebook): Promise<Omit<ReadinessLine, 'check'>> {
  const row = await withDatabase(() => db.vaults.get(notebook.vaultId))
  return { state: row && row.lastUnlockAt !== null ? 'ok' : 'warning' }
}

async function checkSupportsStored(notebook: Notebook): Promise<Omit<ReadinessLine, 'check'>> {
  const expected = notebook.package.session.supports.length
  const stored = (await storedSupports(notebook)).length
  return { state: stored === expected ? 'ok' : 'failed', detail: { stored, expected } }
}

/** Tells the coordinator what was found. Resolves to whether the server took it. */
export async function sendReadiness(notebook: Notebook, lines: readonly ReadinessLine[], origin: string = ownServer()): Promise<boolean> {
  const path = routePath('deviceReadiness')
  const headers = await deviceAuthorization(notebook, 'POST', path)
  const body: ReadinessReport = {
    at: new Date().toISOString(),
    appVersion: __APP_VERSION__,
    lines: lines.map(({ check, state, detail }) => ({ check, state, ...(detail ? { detail: numbersOf(detail) } : {}) })),
    sheetsWaiting: await withDatabase(() => countWaitingSheets(notebook.vaultId)),
  }
  const response = await send(origin, { method: 'POST', path, headers, body })
  if (response instanceof Response && response.status === 204) return true
  const failure = response instanceof Response ? await readFailure(response) : response
  noteEvent('readinessNotSent', { reason: failure.code })
  return false
}

/** What a sentence counts; the reason of a refusal is for the diagnostic log alone. */
function numbersOf(detail: NonNullable<ReadinessLine['detail']>): Record<string, number> {
  return Object.fromEntries(Object.entries(detail).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
}

/** Minutes wait in the outbox too, and are not sheets. */
async function countWaitingSheets(vaultId: string): Promise<number> {
  const rows = await db.outbox.toArray()
  const waiting = rows.filter((row) => row.vaultId === vaultId && deliveryState(row) !== 'delivered')
  return db.signed
    .where('envelopeId')
    .anyOf(waiting.map(({ envelopeId }) => envelopeId))
    .count()
}
