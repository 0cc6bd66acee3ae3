import { sha256 } from '#seal/hash.ts'
import { exportPrivateKey, generateSealingPair, generateSigningPair } from '#seal/keys.ts'
import { type OfflineEnrolment, openOfflineEnrolment, readOfflineFile } from '#seal/offline-enrolment.ts'
import { SealError } from '#seal/seal-error.ts'
import { sealText } from '#seal/sealed.ts'
import { db } from './db.ts'
import { DeviceError, type DeviceErrorCode } from './device-error.ts'
import { enrolmentRequest } from './enrolment.ts'
import { createNotebook } from './new-notebook.ts'
import type { Notebook } from './notebook.ts'
import { MAX_WAIT_MS, waitAfterMs } from './passphrase-tries.ts'
import { withDatabase } from './storage.ts'
import { persistQuietly } from './storage-care.ts'

/**
 * Why a file gave no notebook; nothing was stored. `notThisFile`: another file, or cut. `wrongCode`: with the wait before the next try, 0 when
 * at once. `alreadyHere`: this file has made a notebook on this device. `packageInvalid`: the code is right, what is inside is not.
 */
export type OfflineEnrolOutcome =
  | { ok: true; notebook: Notebook }
  | { ok: false; code: 'notThisFile' | 'unknownVersion' | 'packageInvalid' | 'alreadyHere' | DeviceErrorCode }
  | { ok: false; code: 'wrongCode'; retryInMs: number }

/**
 * Makes a notebook of a file and its code, without any network: the file holds what enrolment gives, under the code. Keys are made here; what
 * registers them waits beside the notebook, sealed to the server, for the first contact (carried-enrolments.ts).
 */
export async function enrolOffline(
  fileText: string,
  options: { code: string; passphrase: string; label: string; deviceName: string },
): Promise<OfflineEnrolOutcome> {
  try {
    const jwe = readOfflineFile(fileText)
    const fileId = await sha256(jwe)
    const tried = await tryCode(fileId, () => openOfflineEnrolment(jwe, options.code))
    if (!tried.ok) return tried
    const known = await withDatabase(() => db.vaults.filter((row) => row.offlineFileId === fileId).count())
    if (known > 0) return { ok: false, code: 'alreadyHere' }
    const notebook = await store(tried.opened, fileId, options)
    persistQuietly()
    return { ok: true, notebook }
  } catch (error) {
    if (error instanceof DeviceError) return { ok: false, code: error.code }
    if (!(error instanceof SealError)) throw error
    if (error.code === 'malformed') return { ok: false, code: 'notThisFile' }
    return { ok: false, code: error.code === 'unknownVersion' ? 'unknownVersion' : 'packageInvalid' }
  }
}

async function store(
  { secret, serverKeys, serverKeyId, content }: OfflineEnrolment,
  fileId: string,
  { passphrase, label, deviceName }: { passphrase: string; label: string; deviceName: string },
): Promise<Notebook> {
  const keys = { signing: await generateSigningPair(), sealing: await generateSealingPair() }
  const request = await enrolmentRequest({ secret, serverKeyId }, keys, deviceName)
  return createNotebook({
    passphrase,
    label,
    content,
    serverKeys,
    serverKeyId,
    offline: { offlineFileId: fileId, carriedRequest: await sealText('cdj-enrolment+jwe', JSON.stringify(request), serverKeys.sealing) },
    deviceId: keys.signing.keyId,
    publicKey: keys.signing.publicJwk,
    signingPkcs8: await exportPrivateKey(keys.signing.privateKey),
    sealingPkcs8: await exportPrivateKey(keys.sealing.privateKey),
  })
}

interface CodeTries {
  fileId: string
  wrongTries: number
  nextTryAt: number
}

const FACT = 'offlineCodeTries'

type Tried = { ok: true; opened: OfflineEnrolment } | { ok: false; code: 'wrongCode'; retryInMs: number }

/** One counted try of a file's code. It counts as wrong before it is made, so that killing the browser does not erase it. */
async function tryCode(fileId: string, open: () => Promise<OfflineEnrolment>): Promise<Tried> {
  const tries = await readTries(fileId)
  const waitMs = waitOf(tries)
  if (waitMs > 0) return { ok: false, code: 'wrongCode', retryInMs: waitMs }
  const wrongTries = tries.wrongTries + 1
  const counted = { fileId, wrongTries, nextTryAt: Date.now() + waitAfterMs(wrongTries) }
  await withDatabase(() => db.facts.put({ name: FACT, value: counted }))
  try {
    const opened = await open()
    await withDatabase(() => db.facts.delete(FACT))
    return { ok: true, opened }
  } catch (error) {
    if (!(error instanceof SealError && error.code === 'wrongPassphrase')) throw error
    return { ok: false, code: 'wrongCode', retryInMs: waitOf(counted) }
  }
}

/** A clock set back never makes it longer than the longest wait. */
function waitOf({ nextTryAt }: CodeTries): number {
  return Math.min(MAX_WAIT_MS, Math.max(0, nextTryAt - Date.now()))
}

async function readTries(fileId: string): Promise<CodeTries> {
  const kept = (await withDatabase(() => db.facts.get(FACT)))?.value as CodeTries | undefined
  return kept?.fileId === fileId ? kept : { fileId, wrongTries: 0, nextTryAt: 0 }
}
