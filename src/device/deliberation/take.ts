import type { PliEnvelope } from '#contract/pli.ts'
import { oralsOfDay } from '#domain/compose-minutes.ts'
import { panelThrough } from '#domain/panel-seats.ts'
import { SealError } from '#seal/seal-error.ts'
import { type SignedMinutes, signedMinutes, verifySignedMinutes } from '#seal/signed-minutes.ts'
import type { Notebook } from '../notebook.ts'
import { secretsOf } from '../open-notebook.ts'
import { isPanelParcel, keepCarried } from '../transfer/carried.ts'
import { checkSheet, type SheetRefusal } from './check-sheet.ts'
import { keepSheets } from './gathered-sheets.ts'
import { mergeKept, readKeptMinutes } from './kept-minutes.ts'
import { jurorName, signingKeyOf } from './panel-day.ts'
import { openParcel, type ParcelItem } from './parcel.ts'

/**
 * Something that came in and was not taken, named. `unknownMinutes`: a signature of minutes that are not here. `unsigned`: minutes without the
 * president's signature. `otherVersion`: made by another version of the app.
 */
export interface Refused {
  what: 'sheet' | 'minutes' | 'signature' | 'parcel'
  code: SheetRefusal | 'unknownMinutes' | 'unsigned' | 'otherVersion'
  /** Whose it claims to be, where that is known. */
  name: string | null
}

/** What a transfer brought to this notebook. Everything counted here is on disk. */
export interface Taken {
  sheets: { fresh: number; known: number; from: string[] }
  /** Hashes of the minutes that came in, or gained a signature. */
  minutes: string[]
  signatures: { fresh: number; known: number }
  /** Sealed copies for the server, kept to be delivered. */
  carried: number
  /** Parcels sealed to another device: a stream may carry several members' at once. */
  forOthers: number
  refused: Refused[]
}

/** Opens, verifies and keeps what came in by a camera or a file. Rejects with DeviceError `quota`, `locked`… */
export async function takeEnvelopes(notebook: Notebook, envelopes: readonly PliEnvelope[]): Promise<Taken> {
  const taken: Taken = {
    sheets: { fresh: 0, known: 0, from: [] },
    minutes: [],
    signatures: { fresh: 0, known: 0 },
    carried: 0,
    forOthers: 0,
    refused: [],
  }
  const forServer = envelopes.filter(({ jwe }) => !isPanelParcel(jwe))
  if (forServer.length > 0) {
    const { fresh, known } = await keepCarried(forServer)
    taken.carried = fresh + known
  }
  for (const envelope of envelopes) {
    if (!forServer.includes(envelope)) await takeParcel(notebook, envelope.jwe, taken)
  }
  return taken
}

async function takeParcel(notebook: Notebook, jwe: string, taken: Taken): Promise<void> {
  const items = await itemsFor(notebook, jwe, taken)
  await takeSheets(notebook, items, taken)
  for (const item of items) {
    if (item.kind === 'minutes') await takeMinutes(notebook, item.minutes, taken)
    if (item.kind === 'signatures') await takeSignatures(notebook, item, taken)
  }
}

async function itemsFor(notebook: Notebook, jwe: string, taken: Taken): Promise<ParcelItem[]> {
  try {
    const parcel = await openParcel(jwe, secretsOf(notebook).sealingKey)
    if (parcel.sessionId === notebook.package.session.id) return parcel.items
    taken.refused.push({ what: 'parcel', code: 'foreign', name: null })
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    if (error.code === 'cannotOpen') taken.forOthers += 1
    else taken.refused.push({ what: 'parcel', code: error.code === 'unknownVersion' ? 'otherVersion' : 'damaged', name: null })
  }
  return []
}

async function takeSheets(notebook: Notebook, items: readonly ParcelItem[], taken: Taken): Promise<void> {
  const checks = await Promise.all(items.flatMap((item) => (item.kind === 'sheet' ? [checkSheet(notebook, item.jws)] : [])))
  for (const check of checks) {
    if (!check.ok) {
      taken.refused.push({ what: 'sheet', code: check.code, name: check.jurorId === null ? null : jurorName(notebook, check.jurorId) })
    }
  }
  const good = checks.flatMap((check) => (check.ok ? [check.signed] : []))
  if (good.length === 0) return
  const fresh = await keepSheets(notebook, good)
  taken.sheets.fresh += fresh.size
  taken.sheets.known += good.length - fresh.size
  taken.sheets.from = [...new Set([...taken.sheets.from, ...good.map(({ sheet }) => sheet.juror.name)])]
}

/** Minutes come in with the president's signature that holds, on a panel of this juror: nobody else's text is put before a person to sign. */
async function takeMinutes(notebook: Notebook, minutes: SignedMinutes, taken: Taken): Promise<void> {
  const refuse = (code: Refused['code']) => taken.refused.push({ what: 'minutes', code, name: null })
  const keyOf = async (jurorId: string, keyId: string) => signingKeyOf(notebook, jurorId, keyId)
  const checked = await verifySignedMinutes(minutes, keyOf).catch((error: unknown) => {
    if (error instanceof SealError) return null
    throw error
  })
  if (checked === null) return void refuse('damaged')
  const { session } = notebook.package
  const { minutes: told } = checked.sealed
  const panel = session.panels.find(({ id }) => id === told.panel.id)
  if (told.session.id !== session.id || !panel?.jurorIds.includes(notebook.juror.id)) return void refuse('foreign')
  const { presidentId } = panelThrough(panel, oralsOfDay(session, panel.id, told.day))
  if (!checked.verified.some(({ jurorId }) => jurorId === presidentId)) {
    return void refuse(checked.rejected.some(({ code }) => code === 'unknownKey') ? 'unknownDevice' : 'unsigned')
  }
  await mergeKept(notebook, minutes)
  taken.minutes.push(checked.sealed.hash)
}

async function takeSignatures(
  notebook: Notebook,
  { minutesHash, signatures }: Extract<ParcelItem, { kind: 'signatures' }>,
  taken: Taken,
): Promise<void> {
  const kept = await readKeptMinutes(notebook, minutesHash)
  if (kept === null) {
    taken.refused.push({ what: 'signature', code: 'unknownMinutes', name: null })
    return
  }
  const brought = signedMinutes(kept, signatures)
  const { verified, rejected } = await verifySignedMinutes(brought, async (jurorId, keyId) => signingKeyOf(notebook, jurorId, keyId))
  for (const { code } of rejected) {
    taken.refused.push({ what: 'signature', code: code === 'unknownKey' ? 'unknownDevice' : 'damaged', name: null })
  }
  const known = new Set(kept.signatures.map(({ jurorId, keyId }) => `${jurorId} ${keyId}`))
  const fresh = verified.filter(({ jurorId, keyId }) => !known.has(`${jurorId} ${keyId}`))
  await mergeKept(notebook, brought)
  taken.signatures.fresh += fresh.length
  taken.signatures.known += verified.length - fresh.length
  if (fresh.length > 0) taken.minutes.push(minutesHash)
}
