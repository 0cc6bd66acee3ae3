import type { ProblemCode } from '#contract/problems.ts'
import { sha256 } from '#seal/hash.ts'
import { type InterestStatement, verifyInterests } from '#seal/interests.ts'
import { SealError } from '#seal/seal-error.ts'
import { claimedKeyId } from '#seal/signed.ts'
import type { Device } from '../storage/devices.ts'
import type { DeliveryLookup } from './delivery-lookup.ts'

/** A statement of interests whose signature holds, by the device of that juror. */
export interface CheckedInterests {
  jws: string
  /** SHA-256 of the JWS text. */
  hash: string
  statement: InterestStatement
}

export type InterestsCheck = { ok: true; checked: CheckedInterests } | { ok: false; code: ProblemCode; device: Device | null }

/** Verifies a statement taken out of an envelope: signed by the device it names, for the juror and session that device is enrolled for. */
export async function checkInterests(jws: string, lookup: DeliveryLookup): Promise<InterestsCheck> {
  let device: Device | null = null
  try {
    device = await lookup.device(claimedKeyId(jws))
    if (device === null) return { ok: false, code: 'device-unknown', device }
    const statement = await verifyInterests(jws, device.signingKey)
    const { deviceId, sessionId, jurorId } = statement
    const isOwn = deviceId === device.id && sessionId === device.sessionId && jurorId === device.jurorId
    return isOwn ? { ok: true, checked: { jws, hash: await sha256(jws), statement } } : { ok: false, code: 'interests-refused', device }
  } catch (error) {
    if (error instanceof SealError) return { ok: false, code: 'interests-refused', device }
    throw error
  }
}
