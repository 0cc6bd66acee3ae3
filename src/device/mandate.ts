import { applyMandate, type Mandate } from '#domain/mandate.ts'
import { verifyMandate } from '#seal/mandate.ts'
import { SealError } from '#seal/seal-error.ts'
import { db } from './db.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'
import { replacePackage, secretsOf } from './open-notebook.ts'
import { sealPackageRecord } from './records.ts'
import { withDatabase } from './storage.ts'

/**
 * Why a mandate changed nothing. `unreadable`: cut, or no mandate. `forged`: not signed by the server this notebook is bound to. `unknownVersion`: made by a
 * newer server. `otherSession`, `notConcerned`: for somebody else. `gridMissing`: this notebook lacks a grid it needs; fetch the package with a network.
 */
export type MandateFailure = 'unreadable' | 'forged' | 'unknownVersion' | 'otherSession' | 'notConcerned' | 'gridMissing'

/** `changed` is false when the notebook knew it already. */
export type MandateReading = { ok: true; changed: boolean; mandate: Mandate } | { ok: false; code: MandateFailure }

/** Takes in a mandate, with no network: checked with the pinned server key, then added to the stored package. Throws DeviceError. */
export async function takeMandate(notebook: Notebook, text: string): Promise<MandateReading> {
  const { dataKey, serverKeys } = secretsOf(notebook)
  const mandate = await readMandate(text, serverKeys.signing)
  if (typeof mandate === 'string') return { ok: false, code: mandate }
  const outcome = applyMandate(notebook.package, mandate)
  if (!outcome.ok) return outcome
  if (outcome.changed) {
    const row = await sealPackageRecord(dataKey, notebook.vaultId, outcome.content)
    await withDatabase(() => db.records.put(row))
    replacePackage(notebook, outcome.content)
    noteEvent('mandateTaken', { kind: mandate.kind })
  }
  return { ok: true, changed: outcome.changed, mandate }
}

async function readMandate(text: string, key: Parameters<typeof verifyMandate>[1]): Promise<Mandate | MandateFailure> {
  try {
    return await verifyMandate(text, key)
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    noteEvent('mandateRefused', { reason: error.code })
    if (error.code === 'badSignature') return 'forged'
    return error.code === 'unknownVersion' ? 'unknownVersion' : 'unreadable'
  }
}
