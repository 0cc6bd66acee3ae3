import { db } from '#device/db.ts'
import { type DeliveryOutcome, deliverOutbox } from '#device/deliver-outbox.ts'
import { type DeliveryState, deliveryState } from '#device/delivery-state.ts'
import { type DraftLog, openDraft } from '#device/draft-log.ts'
import { ASK_EVERY_MS } from '#device/held-check.ts'
import type { Notebook } from '#device/notebook.ts'
import { enrol, unlock } from '#device/notebooks.ts'
import { exportEnvelopes } from '#device/outbox.ts'
import { resealDamaged } from '#device/reseal.ts'
import { readSignedSheets, reopenSheet, signDraft } from '#device/signing.ts'
import { keepCarried, readHeld } from '#device/transfer/carried.ts'
import { readPli } from '#device/transfer/pli-file.ts'
import type { EntryBody } from '#domain/entry.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { controls } from './control-device.ts'
import { fillDisk } from './fill-disk.ts'
import { type FlippedTable, flipBit } from './flip-bit.ts'
import { setClock } from './set-clock.ts'

const PASSPHRASE = 'une souris verte dans l’herbe'
const GESTURE = { signature: { kind: 'typed', name: 'Agnès Dumas' }, signedDespite: 'Essai de panne.' } as const

/** Tells the oracle, outside the browser, that something was said to be recorded. Exposed by the test; never awaited. */
type Acknowledge = (sheetKey: string, gestureId: number) => void

declare global {
  interface Window {
    device: DevicePage
    acknowledge: Acknowledge
    /** What Playwright calls. */
    callDevice(name: string, args: unknown[]): Promise<unknown>
  }
}

export interface Outcome {
  ok: boolean
  /** The DeviceError's code, or the error's name. */
  code: string
}

let notebook: Notebook | null = null
const drafts = new Map<string, DraftLog>()

function open(): Notebook {
  if (notebook === null) throw new Error('no open notebook')
  return notebook
}

async function draftOf(oralId: string): Promise<DraftLog> {
  const known = drafts.get(oralId)
  if (known) return known
  const draft = await openDraft(open(), oralId)
  drafts.set(oralId, draft)
  return draft
}

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  try {
    await work
    return { ok: true, code: '' }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown'
    return { ok: false, code }
  }
}

const calls = {
  enrol: async (code: string): Promise<string> => {
    const outcome = await enrol(code, { passphrase: PASSPHRASE, label: 'Essai', deviceName: 'Tablette d’essai' })
    if (!outcome.ok) throw new Error(`enrolment: ${outcome.code}`)
    notebook = outcome.notebook
    return outcome.notebook.vaultId
  },
  unlock: async (vaultId: string): Promise<void> => {
    const outcome = await unlock(vaultId, PASSPHRASE)
    if (!outcome.ok) throw new Error(`unlock: ${outcome.code}`)
    notebook = outcome.notebook
  },
  indicators: async (oralId: string): Promise<string[]> => {
    const { oral } = await draftOf(oralId)
    return oral.grid.sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.indicators.map(({ id }) => id)))
  },
  /** Gives gestures one after the other without waiting, as fast fingers do; each is acknowledged once its row is on disk. */
  gestures: async (oralId: string, bodies: EntryBody[]): Promise<Outcome[]> => {
    const draft = await draftOf(oralId)
    return Promise.all(
      bodies.map((body) =>
        outcomeOf(
          draft.append(body).then(() => {
            if (body.kind === 'mark' && body.page !== undefined) window.acknowledge(oralId, body.page)
          }),
        ),
      ),
    )
  },
  fillDisk: (): Promise<number> => fillDisk(),
  takePen: async (oralId: string): Promise<Outcome> => outcomeOf((await draftOf(oralId)).takePen()),
  /** Writes the notebook back from this tab's memory. */
  rescue: async (oralId: string): Promise<Outcome> => outcomeOf((await draftOf(oralId)).rescue()),
  letGo: async (oralId: string): Promise<void> => {
    drafts.get(oralId)?.close()
    drafts.delete(oralId)
  },
  log: async (oralId: string): Promise<{ bodies: EntryBody[]; damaged: readonly number[]; pending: number }> => {
    const draft = await draftOf(oralId)
    await draft.settle()
    return { bodies: draft.getEntries().map(({ body }) => body), damaged: draft.getDamaged(), pending: draft.getPending() }
  },
  sign: async (oralId: string): Promise<{ hash: string } | Outcome> => {
    const draft = await draftOf(oralId)
    try {
      return await signDraft(open(), draft, GESTURE)
    } catch (error) {
      return outcomeOf(Promise.reject(error))
    }
  },
  reopen: async (oralId: string): Promise<void> => {
    drafts.get(oralId)?.close()
    drafts.set(oralId, await reopenSheet(open(), oralId, 'erreur de case'))
  },
  /** Signed revisions that still open and verify, newest first. */
  signed: async (oralId: string): Promise<{ hash: string; log: EntryBody[] }[]> =>
    (await readSignedSheets(open(), oralId)).map(({ hash, sheet }) => ({ hash, log: sheet.log.map(({ body }) => body) })),
  /** `aheadMs`: how much later than now the device believes it is. */
  deliver: async (onlyDue = false, aheadMs = 0): Promise<DeliveryOutcome> =>
    deliverOutbox({ origin: location.origin, onlyDue, nowMs: () => Date.now() + aheadMs }),
  deliverAndAskAgain: async (): Promise<DeliveryOutcome> =>
    deliverOutbox({ origin: location.origin, onlyDue: false, nowMs: () => Date.now() + 2 * ASK_EVERY_MS }),
  states: async (): Promise<{ envelopeId: string; hash: string | null; state: DeliveryState; refusal: string | null }[]> => {
    const rows = await db.outbox.orderBy('createdAt').toArray()
    const signed = new Map((await db.signed.toArray()).map(({ envelopeId, hash }) => [envelopeId, hash]))
    return rows.map((row) => ({
      envelopeId: row.envelopeId,
      hash: signed.get(row.envelopeId) ?? null,
      state: deliveryState(row),
      refusal: row.refusal?.code ?? null,
    }))
  },
  /** Whether the receipt kept for an envelope verifies with the pinned server's key. */
  receiptHolds: async (envelopeId: string): Promise<boolean> => {
    const [row, vault] = await Promise.all([db.outbox.get(envelopeId), db.vaults.toCollection().first()])
    if (!row?.receipt || !vault) return false
    const { ok } = await outcomeOf(verifyReceipt(row.receipt, vault.serverKeys.signing, envelopeId))
    return ok
  },
  exportPli: async (): Promise<string> => (await exportEnvelopes()).text,
  /** Keeps what a .pli file holds; resolves to how many envelopes are here then. */
  carry: async (pli: string): Promise<number> => {
    const reading = await readPli(new Blob([pli]))
    if (!reading.ok) throw new Error(`pli: ${reading.code}`)
    await keepCarried(reading.envelopes)
    return (await readHeld('all')).length
  },
  /** What an open notebook does by itself when delivery finds an envelope damaged. */
  resealDamaged: (): Promise<number> => resealDamaged(open()),
  flip: (table: FlippedTable, at: number): Promise<string> => flipBit(table, at),
  setClock: async (offsetMs: number): Promise<void> => setClock(offsetMs),
  deleteDatabase: async (): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('carnet-de-jury')
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error)
    })
  },
  ...controls,
}

export type DevicePage = typeof calls

window.callDevice = async (name, args) => {
  const called = (calls as Record<string, (...given: never[]) => Promise<unknown>>)[name]
  if (!called) throw new Error(`no call ${name}`)
  return called(...(args as never[]))
}
window.device = calls
