import type { FastifyRequest } from 'fastify'
import { deviceProofSchema } from '#contract/enrolment.ts'
import { SealError } from '#seal/seal-error.ts'
import { claimedKeyId, verifyJson } from '#seal/signed.ts'
import type { ServerContext } from '../context.ts'
import { type Device, findDevice, markDeviceSeen } from '../storage/devices.ts'
import { ProblemError } from './problem.ts'

/** A tablet's clock may be a day off either way without cutting its juror from the server. */
const PROOF_VALID_MS = 48 * 3_600_000

/**
 * The enrolled device behind `Authorization: Device <JWS>`, whose signed proof names this very method and path. Throws ProblemError
 * `device-unknown` or `device-proof-wrong`.
 */
export async function authenticateDevice(context: ServerContext, request: FastifyRequest): Promise<Device> {
  const jws = /^Device (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (jws === undefined) throw new ProblemError('device-proof-wrong')
  const device = await findClaimed(context, jws)
  if (!device || device.revokedAt !== null) throw new ProblemError('device-unknown')
  const proof = await readProof(jws, device)
  const path = request.url.split('?', 1)[0]
  const ageMs = Math.abs(context.now().getTime() - Date.parse(proof.at))
  if (proof.method !== request.method || proof.path !== path || ageMs > PROOF_VALID_MS) throw new ProblemError('device-proof-wrong')
  await markDeviceSeen(context.storage.db, device.id, context.now().toISOString())
  return device
}

async function findClaimed(context: ServerContext, jws: string): Promise<Device | null> {
  try {
    return await findDevice(context.storage.db, claimedKeyId(jws))
  } catch (cause) {
    throw asProofProblem(cause)
  }
}

async function readProof(jws: string, device: Device) {
  try {
    return await verifyJson('cdj-device+jws', jws, device.signingKey, deviceProofSchema)
  } catch (cause) {
    throw asProofProblem(cause)
  }
}

function asProofProblem(cause: unknown): unknown {
  return cause instanceof SealError ? new ProblemError('device-proof-wrong', { cause }) : cause
}
