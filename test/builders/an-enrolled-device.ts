import { enrolmentResponseSchema } from '#contract/enrolment.ts'
import { routePath } from '#contract/routes.ts'
import type { SessionPackage } from '#domain/session-package.ts'
import { enrolmentSecretHash, parseEnrolmentCode } from '#seal/enrolment-code.ts'
import { generateSealingPair, generateSigningPair, type KeyPair } from '#seal/keys.ts'
import { openPackage } from '#seal/session-package.ts'
import { signJson } from '#seal/signed.ts'

/** A juror's device as the network sees it: its keys, and what it was given. */
export interface EnrolledDevice {
  signing: KeyPair
  sealing: KeyPair
  jurorId: string
  sessionId: string
  package: SessionPackage
  /** The `Authorization` header for one request. */
  authorization: (method: 'GET' | 'POST', path: string, at?: Date) => Promise<string>
}

export interface DeviceKeys {
  signing: KeyPair
  sealing: KeyPair
}

export async function deviceKeys(): Promise<DeviceKeys> {
  return { signing: await generateSigningPair(), sealing: await generateSealingPair() }
}

/** The body of an enrolment: what a device sends for a code's secret. */
export async function anEnrolmentRequest(secret: string, keys: DeviceKeys) {
  const proof = {
    format: 'carnet-de-jury/enrolment',
    formatVersion: 1,
    secretHash: await enrolmentSecretHash(secret),
    signingKey: keys.signing.publicJwk,
    sealingKey: keys.sealing.publicJwk,
    at: new Date().toISOString(),
  }
  return {
    secret,
    deviceName: 'Tablette d’essai',
    signingKey: keys.signing.publicJwk,
    proof: await signJson('cdj-enrolment+jws', proof, keys.signing.privateKey, keys.signing.keyId),
  }
}

/** Enrols a new device over HTTP from an enrolment link, and opens the package it is given. */
export async function anEnrolledDevice(origin: string, link: string): Promise<EnrolledDevice> {
  const code = await parseEnrolmentCode(new URL(link).hash.slice(1))
  if (typeof code === 'string') throw new Error(`bad enrolment code: ${code}`)
  const keys = await deviceKeys()
  const response = await fetch(origin + routePath('enrol'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(await anEnrolmentRequest(code.secret, keys)),
  })
  if (!response.ok) throw new Error(`enrolment refused: ${await response.text()}`)
  const answer = enrolmentResponseSchema.parse(await response.json())
  return {
    ...keys,
    jurorId: answer.jurorId,
    sessionId: answer.sessionId,
    package: await openPackage(answer.sealedPackage, keys.sealing.privateKey, answer.serverKeys.signing, code.serverKeyId),
    authorization: (method, path, at = new Date()) => deviceAuthorization(keys.signing, method, path, at),
  }
}

/** A signed device proof, as the header carries it. */
export async function deviceAuthorization(signing: KeyPair, method: 'GET' | 'POST', path: string, at: Date): Promise<string> {
  const proof = { method, path, at: at.toISOString(), nonce: crypto.randomUUID() }
  return `Device ${await signJson('cdj-device+jws', proof, signing.privateKey, signing.keyId)}`
}
