import type { DeliveryResult } from '#contract/delivery.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { SealError } from '#seal/seal-error.ts'
import { db, type OutboxRow, type VaultRow } from './db.ts'
import { noteEvent } from './diagnostics.ts'
import { REFUSED_DELAY_MS, retryDelayMs } from './retry-delay.ts'
import { withDatabase } from './storage.ts'

/** `missing`: the answer says nothing of this envelope. */
export type ReceiptCheck = 'delivered' | 'refused' | 'wrongReceipt' | 'missing'

/** Believes an answer envelope by envelope, each receipt only once it verifies, and writes down what it proves in one transaction. */
export async function settleResults(
  rows: readonly OutboxRow[],
  results: readonly DeliveryResult[],
  clock: { nowMs: () => number; random: () => number },
): Promise<ReceiptCheck[]> {
  const resultOf = new Map(results.map((result) => [result.envelopeId, result]))
  const vaults = await withDatabase(() => db.vaults.toArray())
  const at = clock.nowMs()
  const settled = await Promise.all(
    rows.map(async (row) => {
      const result = resultOf.get(row.envelopeId)
      const check = await checkResult(row, result, pinnedKeys(row, vaults))
      return { check, update: { key: row.envelopeId, changes: settledChanges(row, result, check, at, clock.random()) } }
    }),
  )
  // An update, not a put: a row wiped while its answer was on the way stays wiped.
  await withDatabase(() => db.outbox.bulkUpdate(settled.map(({ update }) => update)))
  return settled.map(({ check }) => check)
}

/** Whose receipt is believed: the server pinned by the envelope's notebook, or, for one carried for somebody, by any notebook here. */
function pinnedKeys(row: OutboxRow, vaults: readonly VaultRow[]): PublicJwk[] {
  const own = row.origin === 'own' ? vaults.filter(({ id }) => id === row.vaultId) : vaults
  return own.map(({ serverKeys }) => serverKeys.signing)
}

async function checkResult(row: OutboxRow, result: DeliveryResult | undefined, keys: readonly PublicJwk[]): Promise<ReceiptCheck> {
  if (!result) return 'missing'
  if (result.outcome === 'refused') return 'refused'
  return (await provesAny(result.receipt, keys, row.envelopeId)) ? 'delivered' : 'wrongReceipt'
}

/** Those of delivered rows whose stored receipt no longer proves anything: damaged since it was written. */
export async function unprovenRows(rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
  const vaults = await withDatabase(() => db.vaults.toArray())
  const unproven: OutboxRow[] = []
  for (const row of rows) {
    const keys = pinnedKeys(row, vaults)
    // Without any notebook that knows its server, nothing can be said of a receipt.
    if (row.receipt === null || keys.length === 0) continue
    if (!(await provesAny(row.receipt, keys, row.envelopeId))) unproven.push(row)
  }
  return unproven
}

async function provesAny(receipt: string, keys: readonly PublicJwk[], envelopeId: string): Promise<boolean> {
  const signed = await withDatabase(() => db.signed.where('envelopeId').equals(envelopeId).first())
  for (const key of keys) if (await proves(receipt, key, envelopeId, signed?.hash ?? null)) return true
  return false
}

/** True when the receipt verifies, names this envelope, and names the sheet that was sealed in it where this device knows it. */
async function proves(jws: string, key: PublicJwk, envelopeId: string, sheetHash: string | null): Promise<boolean> {
  try {
    const receipt = await verifyReceipt(jws, key, envelopeId)
    if (sheetHash === null || receipt.sheetHash === sheetHash) return true
    noteEvent('receiptRefused', { reason: 'otherSheet' })
    return false
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    noteEvent('receiptRefused', { reason: error.code })
    return false
  }
}

function settledChanges(
  row: OutboxRow,
  result: DeliveryResult | undefined,
  check: ReceiptCheck,
  at: number,
  random: number,
): Partial<OutboxRow> {
  const attempts = row.attempts + 1
  if (check === 'delivered' && result?.outcome === 'stored') return { attempts, receipt: result.receipt, refusal: null }
  if (check === 'refused' && result?.outcome === 'refused') {
    return { attempts, nextAttemptAt: at + REFUSED_DELAY_MS, refusal: { code: result.problem.code, at } }
  }
  return { attempts, nextAttemptAt: at + retryDelayMs(row.attempts, random) }
}
