import { frozenSchema } from '#contract/minutes.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import type { Minutes } from '#domain/minutes.ts'
import type { Signature } from '#domain/sheet.ts'
import { freezeMinutes, type SealedMinutes, signMinutes } from '#seal/minutes.ts'
import { sealSignedMinutes, signedMinutes } from '#seal/signed-minutes.ts'
import { aMinutes } from './a-minutes.ts'
import type { SessionDay } from './a-session-day.ts'
import { aSealedSheet, aSheet } from './a-sheet.ts'
import type { EnrolledDevice } from './an-enrolled-device.ts'

export const PANEL_DAY = { panelId: 'p1', day: '2026-11-24' }

/** What the panel of the test session says of its day. */
export function someFacts(changes: Partial<MinutesFacts> = {}): MinutesFacts {
  return {
    startedAt: '2026-11-24T17:00:00+01:00',
    endedAt: '2026-11-24T18:00:00+01:00',
    absences: [],
    recusals: [],
    compositionNotes: [],
    appeal: 'Recours écrit auprès du certificateur, dans les deux mois.',
    amends: null,
    ...changes,
  }
}

/** Delivers a whole, favourable sheet of each device for each oral. */
export async function deliverSheets({ coordinator }: SessionDay, devices: readonly EnrolledDevice[], oralIds: readonly string[]) {
  const envelopes = await Promise.all(
    oralIds.flatMap((oralId) => devices.map(async (device) => (await aSealedSheet(device, aSheet(device, oralId))).envelope.jwe)),
  )
  await coordinator.post('deliver', { envelopes })
}

/** Everything acquired and validated, without a vote. */
export function aFavourableDecision(device: EnrolledDevice, oralId: string) {
  const { session, grids } = device.package
  const gridId = session.orals.find(({ id }) => id === oralId)?.gridId
  const grid = grids.find((one) => one.grid.id === gridId)?.grid
  if (!grid) throw new Error(`no oral ${oralId}`)
  return {
    oralId,
    presence: 'present' as const,
    sections: grid.sections.map(({ id }) => ({ id, verdict: 'acquired' as const, reason: '' })),
    verdict: 'validated' as const,
    reason: '',
    retake: [] as string[],
    vote: null,
  }
}

/** Sheets, decisions and minutes frozen at the desk: the hash of the minutes. */
export async function frozenMinutes(day: SessionDay, devices: readonly EnrolledDevice[], facts: Partial<MinutesFacts> = {}) {
  const [device] = devices
  if (!device) throw new Error('no device')
  const oralIds = device.package.session.orals.filter(({ startsAt }) => startsAt.startsWith(PANEL_DAY.day)).map(({ id }) => id)
  await deliverSheets(day, devices, oralIds)
  const place = { sessionId: day.sessionId, ...PANEL_DAY }
  for (const oralId of oralIds) {
    const answer = await day.coordinator.post('recordDecision', aFavourableDecision(device, oralId), place)
    if (!answer.ok) throw new Error(`decision refused: ${await answer.text()}`)
  }
  const answer = await day.coordinator.post('freezeMinutes', someFacts(facts), place)
  if (!answer.ok) throw new Error(`minutes refused: ${await answer.text()}`)
  return frozenSchema.parse(await answer.json()).hash
}

/** Minutes as the president's tablet would freeze them: of the device's session and panel, one oral decided. */
export async function someTabletMinutes(device: EnrolledDevice, changes: Partial<Minutes> = {}): Promise<SealedMinutes> {
  const { session, grids } = device.package
  const grid = grids.find((one) => one.grid.id === 'cdcm-b1')
  if (!grid) throw new Error('no grid')
  const ref = { id: grid.grid.id, version: grid.grid.version, hash: grid.hash }
  const decisions = aMinutes().decisions.map((decision) => ({ ...decision, grid: ref }))
  return freezeMinutes(
    aMinutes({ session: { id: session.id, title: session.title, centre: session.centre }, day: PANEL_DAY.day, decisions, ...changes }),
  )
}

/** A member's signature with their device. */
export function aMinutesSignature(
  sealed: SealedMinutes,
  device: EnrolledDevice,
  changes: { jurorId?: string; signature?: Signature } = {},
) {
  const signer = {
    jurorId: device.jurorId,
    signature: { kind: 'typed' as const, name: device.jurorId },
    signedAt: '2026-11-24T18:05:00Z',
    ...changes,
  }
  return signMinutes(sealed, signer, device.signing.privateKey, device.signing.keyId)
}

/** Minutes signed by these devices, sealed to the server. */
export async function sealedMinutes(sealed: SealedMinutes, devices: readonly EnrolledDevice[]) {
  const signatures = await Promise.all(devices.map((device) => aMinutesSignature(sealed, device)))
  return sealSignedMinutes(signedMinutes(sealed, signatures), devices[0]?.package.serverKeys.sealing ?? never())
}

function never(): never {
  throw new Error('no device')
}
