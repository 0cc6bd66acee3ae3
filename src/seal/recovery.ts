import { z } from 'zod'
import { hashSchema, idSchema, isoInstantSchema } from '#domain/primitives.ts'
import { publicJwkSchema } from '#domain/session-package.ts'
import { type CarriedTextFailure, compactCarriedText, formatCarriedText, readCarriedText } from './carried-text.ts'
import { exportPrivateKey, generateSealingPair, importSealingKey } from './keys.ts'
import { SealError } from './seal-error.ts'
import { openText, sealText } from './sealed.ts'

/*
 * A forgotten passphrase, with or without a network. The locked device hands over the recovery copy of its data key, which only the session's
 * recovery key opens, and a fresh public key; whoever holds the recovery key seals the data key to that fresh key. Only the device that asked can
 * read the answer, and neither text tells anything to whoever carries it.
 */

const REQUEST_KIND = 'cdj-secours'

/** A compact JWE (RFC 7516 §3.1): five base64url parts. */
const COMPACT_JWE = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/

/** Longer than any request or answer; what is longer is something else. */
export const MAX_RECOVERY_TEXT = 8_000

export const recoveryRequestSchema = z.object({
  format: z.literal('carnet-de-jury/recovery-request'),
  formatVersion: z.literal(1),
  vaultId: idSchema,
  /** Thumbprint of the device's signing key: how the server knows whose notebook it is. */
  deviceId: hashSchema,
  /** The vault's recovery copy, as createVault made it. */
  recovery: z.string().max(4_000).regex(COMPACT_JWE),
  /** The public half of a pair made for this request alone. */
  replyKey: publicJwkSchema,
  at: isoInstantSchema,
})
export type RecoveryRequest = z.infer<typeof recoveryRequestSchema>

const recoveryAnswerSchema = z.object({
  format: z.literal('carnet-de-jury/recovery-answer'),
  formatVersion: z.literal(1),
  vaultId: idSchema,
  /** The vault's data key, base64url. */
  dataKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})

/** Makes a request and the private key that will open its answer, non-extractable. */
export async function makeRecoveryRequest(vault: {
  vaultId: string
  deviceId: string
  recovery: string
  at: string
}): Promise<{ text: string; replyPrivateKey: CryptoKey }> {
  const pair = await generateSealingPair()
  const request: RecoveryRequest = { format: 'carnet-de-jury/recovery-request', formatVersion: 1, ...vault, replyKey: pair.publicJwk }
  const text = await formatCarriedText(REQUEST_KIND, request)
  return { text, replyPrivateKey: await importSealingKey(await exportPrivateKey(pair.privateKey)) }
}

/** Reads a request, or says why it can't be. */
export async function readRecoveryRequest(text: string): Promise<RecoveryRequest | CarriedTextFailure> {
  return readCarriedText(REQUEST_KIND, text, recoveryRequestSchema)
}

/**
 * A request's control number: both people read it to each other, so that nobody on the way can have put their own key in its place. Four groups
 * of four digits, from the SHA-256 of the text.
 */
export async function recoveryControlNumber(requestText: string): Promise<string> {
  const bytes = new TextEncoder().encode(compactCarriedText(requestText))
  const digest = new DataView(await crypto.subtle.digest('SHA-256', bytes))
  const digits = (digest.getBigUint64(0) % 10n ** 16n).toString().padStart(16, '0')
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** Opens the recovery copy with the session's recovery key and seals it anew to the asking device. Throws SealError `cannotOpen` or `wrongType`. */
export async function answerRecovery(request: RecoveryRequest, recoveryPrivateKey: CryptoKey): Promise<string> {
  const dataKey = await openText('cdj-recovery+jwe', request.recovery, recoveryPrivateKey)
  const answer = recoveryAnswerSchema.safeParse({
    format: 'carnet-de-jury/recovery-answer',
    formatVersion: 1,
    vaultId: request.vaultId,
    dataKey,
  })
  if (!answer.success) throw new SealError('unexpectedContent', { cause: answer.error })
  return sealText('cdj-recovery-answer+jwe', JSON.stringify(answer.data), request.replyKey)
}

/** The data key (base64url) in an answer. Throws SealError: `cannotOpen` when it answers another request, `unknownVersion`, `unexpectedContent`. */
export async function openRecoveryAnswer(answerText: string, replyPrivateKey: CryptoKey, vaultId: string): Promise<string> {
  const text = await openText('cdj-recovery-answer+jwe', compactCarriedText(answerText), replyPrivateKey)
  const json: unknown = JSON.parse(text)
  const answer = recoveryAnswerSchema.safeParse(json)
  if (!answer.success) {
    const isNewer = z.object({ formatVersion: z.number().min(2) }).safeParse(json).success
    throw new SealError(isNewer ? 'unknownVersion' : 'unexpectedContent', { cause: answer.error })
  }
  if (answer.data.vaultId !== vaultId) throw new SealError('unexpectedContent')
  return answer.data.dataKey
}
