import { z } from 'zod'
import { foldDraft } from '#domain/draft.ts'
import { composeSheet, type SheetContext, type Signature } from '#domain/sheet.ts'
import { readTimer, timerEvents } from '#domain/timer.ts'
import { type SignedSheet, sealSheet, signSheet, verifySheet } from '#seal/envelope.ts'
import { SealError } from '#seal/seal-error.ts'
import { decryptJson, encryptJson } from '#seal/vault.ts'
import { requestBackgroundSync } from './background-sync.ts'
import { type Clock, clock as pageClock } from './clock.ts'
import { sheetIdOf } from './day.ts'
import { address, db, type EnvelopeRow, rangeOf, type SignedRow } from './db.ts'
import { DeviceError } from './device-error.ts'
import { noteEvent } from './diagnostics.ts'
import { type DraftLog, openDraft } from './draft-log.ts'
import type { Notebook } from './notebook.ts'
import { secretsOf } from './open-notebook.ts'
import { isDuplicateKey, withDatabase } from './storage.ts'

/** Another tab may sign another sheet at the same moment and take this one's place in the chain. */
const MAX_TRIES = 5

/**
 * Signs a draft, seals it and puts it in the outbox: sheet, signature, place in the device's chain and outbox row are one transaction, and
 * resolving means it is on disk. Throws DeviceError `notWriter`, `signed`, `incomplete` (no presence recorded), `quota`…
 */
export async function signDraft(
  notebook: Notebook,
  draft: DraftLog,
  gesture: { signature: Signature; signedDespite: string },
  clock: Clock = pageClock,
): Promise<{ hash: string }> {
  await draft.settle()
  if (!draft.getWriter()) throw new DeviceError('notWriter')
  if (draft.getSigned()) throw new DeviceError('signed')
  if (foldDraft(draft.getEntries()).presence === null) throw new DeviceError('incomplete')
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const made = await makeSignedRow(notebook, draft, gesture, clock)
    if (await storeSigned(made)) {
      await draft.settle()
      requestBackgroundSync()
      return { hash: made.signed.hash }
    }
  }
  throw new DeviceError('notWriter')
}

interface MadeRows {
  signed: SignedRow
  envelope: EnvelopeRow
  createdAt: number
}

async function makeSignedRow(
  notebook: Notebook,
  draft: DraftLog,
  gesture: { signature: Signature; signedDespite: string },
  clock: Clock,
): Promise<MadeRows> {
  const { signingKey, dataKey, serverKeys } = secretsOf(notebook)
  const { vaultId } = notebook
  const last = await withDatabase(() => rangeOf.vaultSigned(vaultId).last())
  const chainIndex = last ? last.chainIndex + 1 : 0
  const entries = draft.getEntries()
  const context = sheetContext(notebook, draft, gesture, clock)
  const sheet = composeSheet(entries, { ...context, previous: last?.hash ?? null, chainIndex })
  const { jws, hash } = await signSheet(sheet, signingKey)
  const envelope = await sealSheet(jws, serverKeys.sealing)
  return {
    signed: {
      vaultId,
      chainIndex,
      sheetId: draft.sheetId,
      revision: sheet.revision,
      entryCount: entries.length + draft.getDamaged().length,
      hash,
      envelopeId: envelope.id,
      sealed: await encryptJson(dataKey, address.signed(vaultId, chainIndex, hash), { jws }),
    },
    envelope: { ...envelope, vaultId },
    createdAt: clock.now().wallMs,
  }
}

function sheetContext(
  notebook: Notebook,
  draft: DraftLog,
  gesture: { signature: Signature; signedDespite: string },
  clock: Clock,
): Omit<SheetContext, 'previous' | 'chainIndex'> {
  const { oral, candidate, grid, gridHash, allottedMs, calibration } = draft.oral
  const now = clock.now()
  return {
    sheetId: draft.sheetId,
    sessionId: notebook.package.session.id,
    oralId: oral.id,
    candidate: { id: candidate.id, number: candidate.number, name: `${candidate.firstName} ${candidate.lastName}`.trim() },
    ...(calibration === null ? {} : { kind: 'calibration' as const }),
    juror: { id: notebook.juror.id, name: `${notebook.juror.firstName} ${notebook.juror.lastName}` },
    deviceId: notebook.deviceId,
    grid,
    gridRef: { id: grid.id, version: grid.version, hash: gridHash },
    timer: readTimer(timerEvents(draft.getEntries()), { allottedMs, phases: grid.phases }, now),
    signedAt: new Date(now.wallMs).toISOString(),
    ...gesture,
  }
}

/** False when the chain's place was taken meanwhile. Throws DeviceError `notWriter` when an entry was added since the sheet was composed. */
async function storeSigned({ signed, envelope, createdAt }: MadeRows): Promise<boolean> {
  const { vaultId, sheetId, chainIndex } = signed
  try {
    await withDatabase(() =>
      db.transaction('rw', [db.entries, db.signed, db.envelopes, db.outbox], async () => {
        if ((await rangeOf.sheet(vaultId, sheetId).count()) !== signed.entryCount) throw new DeviceError('notWriter')
        await db.signed.add(signed)
        await db.envelopes.add(envelope)
        await db.outbox.add({
          origin: 'own',
          vaultId,
          envelopeId: envelope.id,
          createdAt,
          byteLength: envelope.jwe.length,
          attempts: 0,
          nextAttemptAt: 0,
          receipt: null,
          refusal: null,
        })
      }),
    )
    return true
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const there = await withDatabase(() => db.signed.get([vaultId, chainIndex]))
    if (there?.hash === signed.hash) return true
    const revision = await withDatabase(() => rangeOf.signedSheet(vaultId, sheetId).count())
    if (revision >= signed.revision) throw new DeviceError('signed', { cause: error })
    return false
  }
}

const signedContentSchema = z.object({ jws: z.string() })

/** All signed revisions of an oral's sheet, newest first, each verified now. One that no longer opens is left out and noted. */
export async function readSignedSheets(notebook: Notebook, oralId: string): Promise<SignedSheet[]> {
  const sheetId = await sheetIdOf(notebook, oralId)
  const rows = await withDatabase(() => rangeOf.signedSheet(notebook.vaultId, sheetId).reverse().toArray())
  const sheets = await Promise.all(rows.map((row) => readSigned(notebook, row)))
  return sheets.filter((sheet) => sheet !== null)
}

/** One signed sheet, verified now; null, and noted, when its row no longer opens. */
export async function readSigned(notebook: Notebook, row: SignedRow): Promise<SignedSheet | null> {
  const { dataKey, publicKey } = secretsOf(notebook)
  try {
    const place = address.signed(row.vaultId, row.chainIndex, row.hash)
    const { jws } = await decryptJson(dataKey, place, row.sealed, signedContentSchema)
    return await verifySheet(jws, async (deviceId) => (deviceId === notebook.deviceId ? publicKey : null))
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    noteEvent('signedSheetDamaged', { chainIndex: row.chainIndex, reason: error.code })
    return null
  }
}

/**
 * Reopens an oral's signed sheet as its next revision, and takes its pen. The signed one stays. Throws DeviceError `notSigned` when its
 * newest revision is not signed.
 */
export async function reopenSheet(notebook: Notebook, oralId: string, reason: string): Promise<DraftLog> {
  const draft = await openDraft(notebook, oralId)
  try {
    await draft.takePen()
    const newest = await withDatabase(() => rangeOf.signedSheet(notebook.vaultId, draft.sheetId).last())
    if (!newest || !draft.getSigned()) throw new DeviceError('notSigned')
    await draft.append({ kind: 'correction', replaces: newest.hash, reason })
    return draft
  } catch (error) {
    draft.close()
    throw error
  }
}
