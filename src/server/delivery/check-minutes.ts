import type { ProblemCode } from '#contract/problems.ts'
import { oralsOfDay } from '#domain/compose-minutes.ts'
import type { Minutes } from '#domain/minutes.ts'
import { minutesSigner, type SealedMinutes } from '#seal/minutes.ts'
import { SealError } from '#seal/seal-error.ts'
import { readSignedMinutes, type VerifiedSignature, verifySignedMinutes } from '#seal/signed-minutes.ts'
import type { Device } from '../storage/devices.ts'
import type { DeliveryLookup } from './delivery-lookup.ts'

/** Minutes whose every signature holds. */
export interface CheckedMinutes {
  sealed: SealedMinutes
  signatures: VerifiedSignature[]
}

export type MinutesCheck = { ok: true; checked: CheckedMinutes } | { ok: false; code: ProblemCode; device: Device | null }

/**
 * Verifies signed minutes taken out of an envelope: their text, that they are of a panel of this server's, and each signature by an enrolled
 * device of its juror. One false signature refuses the whole: nobody's name may stand under what they did not sign.
 */
export async function checkMinutes(json: string, lookup: DeliveryLookup): Promise<MinutesCheck> {
  let device: Device | null = null
  try {
    const signed = readSignedMinutes(json)
    const first = signed.signatures[0]
    if (first !== undefined) device = await lookup.device(minutesSigner(first).keyId)
    const { sealed, verified, rejected } = await verifySignedMinutes(signed, async (jurorId, keyId) => {
      const found = await lookup.device(keyId)
      return found?.jurorId === jurorId ? found.signingKey : null
    })
    if (!(await isOfItsPanel(sealed.minutes, lookup))) return { ok: false, code: 'minutes-foreign', device }
    const sessionId = sealed.minutes.session.id
    const own = await Promise.all(verified.map(async ({ keyId }) => (await lookup.device(keyId))?.sessionId === sessionId))
    if (verified.length === 0 || rejected.length > 0 || own.includes(false)) return { ok: false, code: 'minutes-signature-wrong', device }
    return { ok: true, checked: { sealed, signatures: verified } }
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    return { ok: false, code: error.code === 'unknownVersion' ? 'minutes-version-unknown' : 'minutes-unreadable', device }
  }
}

/** Session, panel, members, orals, candidates and grids must be those this server knows. */
async function isOfItsPanel(minutes: Minutes, lookup: DeliveryLookup): Promise<boolean> {
  const stored = await lookup.session(minutes.session.id)
  const panel = stored?.session.panels.find((one) => one.id === minutes.panel.id)
  if (!stored || !panel) return false
  const orals = new Map(oralsOfDay(stored.session, panel.id, minutes.day).map((oral) => [oral.id, oral]))
  return (
    minutes.members.every(({ jurorId }) => panel.jurorIds.includes(jurorId)) &&
    minutes.decisions.every(({ oralId, candidateId, grid }) => {
      const oral = orals.get(oralId)
      return oral?.candidateId === candidateId && stored.gridHashes[oral.gridId] === grid.hash
    })
  )
}
