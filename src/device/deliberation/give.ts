import type { Panel } from '#domain/exam-session.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import type { Envelope } from '#seal/envelope.ts'
import { signedMinutes } from '#seal/signed-minutes.ts'
import type { Notebook } from '../notebook.ts'
import { readSignedSheets } from '../signing.ts'
import { type KeptMinutes, readKeptMinutes } from './kept-minutes.ts'
import { findPanelDay, sealingKeysOf } from './panel-day.ts'
import { type ParcelItem, sealParcel } from './parcel.ts'

/**
 * What there is to hand over, sealed for the devices of those it is for. `nothing`: no signed sheet, or no signature, yet. `unknownDevice`: this
 * notebook knows no device of those jurors (their ids): refresh the package with the network.
 */
export type Giving =
  | { ok: true; envelopes: Envelope[]; count: number; toJurorIds: string[] }
  | { ok: false; code: 'nothing' }
  | { ok: false; code: 'unknownDevice'; jurorIds: string[] }

/** This juror's signed sheets of a panel day, for the president alone. A juror has a sheet to give only once it is signed. */
export async function giveSheets(notebook: Notebook, panelId: string, day: string): Promise<Giving> {
  const panelDay = findPanelDay(notebook, panelId, day)
  if (panelDay === null) return { ok: false, code: 'nothing' }
  const newest = await Promise.all(panelDay.orals.map(async ({ id }) => (await readSignedSheets(notebook, id))[0]))
  const items = newest.flatMap((signed): ParcelItem[] => (signed ? [{ kind: 'sheet', jws: signed.jws }] : []))
  return seal(notebook, items, [panelDay.panel.presidentId])
}

/** Minutes with the signatures they have, for every other member who is present, to read and sign. */
export async function giveMinutes(notebook: Notebook, hash: string): Promise<Giving> {
  const kept = await readKeptMinutes(notebook, hash)
  if (kept === null || kept.signatures.length === 0) return { ok: false, code: 'nothing' }
  const readers = kept.minutes.members.filter(({ present, jurorId }) => present && jurorId !== notebook.juror.id)
  return seal(
    notebook,
    [{ kind: 'minutes', minutes: signedMinutes(kept, detachedOf(kept)) }],
    readers.map(({ jurorId }) => jurorId),
  )
}

/** This juror's own signature of minutes, for the president: the president has the text, so only the signature travels. */
export async function giveSignature(notebook: Notebook, hash: string): Promise<Giving> {
  const kept = await readKeptMinutes(notebook, hash)
  const own = kept?.signatures.filter(({ jurorId }) => jurorId === notebook.juror.id) ?? []
  const president = kept?.minutes.members.find((member) => member.president)
  if (own.length === 0 || !president) return { ok: false, code: 'nothing' }
  return seal(notebook, [{ kind: 'signatures', minutesHash: hash, signatures: own.map(({ detached }) => detached) }], [president.jurorId])
}

function detachedOf(kept: KeptMinutes): string[] {
  return kept.signatures.map(({ detached }) => detached)
}

async function seal(notebook: Notebook, items: ParcelItem[], toJurorIds: Panel['jurorIds']): Promise<Giving> {
  const recipients = toJurorIds.map((jurorId) => ({ jurorId, keys: sealingKeysOf(notebook, jurorId) }))
  if (items.length === 0 || recipients.length === 0) return { ok: false, code: 'nothing' }
  const unknown = recipients.filter(({ keys }) => keys.length === 0)
  if (unknown.length === recipients.length) return { ok: false, code: 'unknownDevice', jurorIds: unknown.map(({ jurorId }) => jurorId) }
  const parcel = { sessionId: notebook.package.session.id, items }
  const keys: PublicJwk[] = recipients.flatMap((recipient) => recipient.keys)
  const envelopes = await Promise.all(keys.map((key) => sealParcel(parcel, key)))
  return {
    ok: true,
    envelopes,
    count: items.length,
    toJurorIds: recipients.filter((recipient) => recipient.keys.length > 0).map(({ jurorId }) => jurorId),
  }
}
