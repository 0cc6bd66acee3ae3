import { type EnrolmentResponse, enrolmentResponseSchema } from '#contract/enrolment.ts'
import type { Problem, ProblemCode } from '#contract/problems.ts'
import { routePath } from '#contract/routes.ts'
import { type SessionPackage, serverKeysSchema } from '#domain/session-package.ts'
import { type EnrolmentCode, enrolmentSecretHash, parseEnrolmentCode } from '#seal/enrolment-code.ts'
import { exportPrivateKey, generateSealingPair, generateSigningPair, importSealingKey, type KeyPair, thumbprint } from '#seal/keys.ts'
import { SealError } from '#seal/seal-error.ts'
import { openPackage } from '#seal/session-package.ts'
import { signJson } from '#seal/signed.ts'
import { type ApiFailure, type ApiFailureCode, callApi, ownServer } from './api.ts'
import { DeviceError, type DeviceErrorCode } from './device-error.ts'
import { createNotebook } from './new-notebook.ts'
import type { Notebook } from './notebook.ts'
import { persistQuietly } from './storage-care.ts'

/**
 * Why an enrolment did not happen; nothing was stored. `garbled`: the code is cut or mistyped. `wrongServer`: this server's key is not the
 * one the link pins. `packageInvalid`: what the server sent does not verify. `quota`, `databaseClosed`…: the device cannot store.
 */
export type EnrolmentFailure =
  | 'garbled'
  | 'unknownVersion'
  | 'wrongServer'
  | 'packageInvalid'
  | Exclude<ApiFailureCode, 'problem'>
  | DeviceErrorCode
  | ProblemCode

export type EnrolOutcome = { ok: true; notebook: Notebook } | { ok: false; code: EnrolmentFailure; problem?: Problem }

interface DeviceKeys {
  signing: KeyPair
  sealing: KeyPair
}

/** Keys made for a code, until its notebook is stored: an answer lost on the way is asked for again with the same keys. */
const keysByCode = new Map<string, DeviceKeys>()

/**
 * Enrols this device with the code of a link's fragment: checks the server against the pinned key before showing it the secret, registers
 * new keys, verifies the package, and stores the notebook in one transaction.
 */
export async function enrol(
  codeText: string,
  options: { passphrase: string; label: string; deviceName: string },
  origin: string = ownServer(),
): Promise<EnrolOutcome> {
  const code = await parseEnrolmentCode(codeText)
  if (typeof code === 'string') return { ok: false, code }

  const known = await callApi(origin, { method: 'GET', path: routePath('serverKeys') }, serverKeysSchema)
  if (!known.ok) return refused(known)
  if ((await thumbprint(known.data.signing)) !== code.serverKeyId) return { ok: false, code: 'wrongServer' }

  const keys = await keysFor(code.secret)
  const answer = await callApi(
    origin,
    { method: 'POST', path: routePath('enrol'), body: await enrolmentRequest(code, keys, options.deviceName) },
    enrolmentResponseSchema,
  )
  if (!answer.ok) return refused(answer)

  const opened = await openAnswer(answer.data, keys, code)
  if (!opened.ok) return opened
  const stored = await store(opened.content, answer.data, code, keys, options)
  if (stored.ok) keysByCode.delete(code.secret)
  return stored
}

async function keysFor(secret: string): Promise<DeviceKeys> {
  const known = keysByCode.get(secret)
  if (known) return known
  const keys = { signing: await generateSigningPair(), sealing: await generateSealingPair() }
  keysByCode.set(secret, keys)
  return keys
}

/** What a device sends to register its keys with a one-time secret. */
export async function enrolmentRequest(code: EnrolmentCode, keys: DeviceKeys, deviceName: string) {
  const proof = {
    format: 'carnet-de-jury/enrolment',
    formatVersion: 1,
    secretHash: await enrolmentSecretHash(code.secret),
    signingKey: keys.signing.publicJwk,
    sealingKey: keys.sealing.publicJwk,
    at: new Date().toISOString(),
  }
  return {
    secret: code.secret,
    deviceName,
    signingKey: keys.signing.publicJwk,
    proof: await signJson('cdj-enrolment+jws', proof, keys.signing.privateKey, keys.signing.keyId),
  }
}

type Opened = { ok: true; content: SessionPackage } | { ok: false; code: 'wrongServer' | 'packageInvalid' }

async function openAnswer(answer: EnrolmentResponse, keys: DeviceKeys, code: EnrolmentCode): Promise<Opened> {
  try {
    const sealingKey = await importSealingKey(await exportPrivateKey(keys.sealing.privateKey))
    const content = await openPackage(answer.sealedPackage, sealingKey, answer.serverKeys.signing, code.serverKeyId)
    const sealsToPackageKey = (await thumbprint(content.serverKeys.sealing)) === (await thumbprint(answer.serverKeys.sealing))
    const isOurs = content.jurorId === answer.jurorId && content.session.jurors.some(({ id }) => id === content.jurorId)
    return sealsToPackageKey && isOurs ? { ok: true, content } : { ok: false, code: 'packageInvalid' }
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    return { ok: false, code: error.code === 'unknownKey' ? 'wrongServer' : 'packageInvalid' }
  }
}

async function store(
  content: SessionPackage,
  { serverKeys, certificate }: EnrolmentResponse,
  code: EnrolmentCode,
  keys: DeviceKeys,
  options: { passphrase: string; label: string },
): Promise<EnrolOutcome> {
  try {
    const notebook = await createNotebook({
      ...options,
      content,
      serverKeys,
      serverKeyId: code.serverKeyId,
      certificate,
      deviceId: keys.signing.keyId,
      publicKey: keys.signing.publicJwk,
      signingPkcs8: await exportPrivateKey(keys.signing.privateKey),
      sealingPkcs8: await exportPrivateKey(keys.sealing.privateKey),
    })
    persistQuietly()
    return { ok: true, notebook }
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error
    return { ok: false, code: error.code }
  }
}

function refused(failure: ApiFailure): EnrolOutcome {
  return failure.code === 'problem'
    ? { ok: false, code: failure.problem.code, problem: failure.problem }
    : { ok: false, code: failure.code }
}
