import { fromUtf8 } from './bytes.ts'
import { inspectSignedMinutes, type ProofReport, verifyProof } from './proof.ts'
import { type ProofBundle, proofBundleSchema } from './proof-bundle.ts'
import { type SignedMinutes, signedMinutesSchema } from './signed-minutes.ts'

/** What can be verified: a whole bundle, or signed minutes without their keys. */
export type Provable = { kind: 'proof'; bundle: ProofBundle } | { kind: 'signedMinutes'; signed: SignedMinutes }

/** Why a file cannot be verified. `notOurs`: neither; `unknownVersion`: made by a newer version of the product. */
export type ProvableFailure = 'notOurs' | 'unknownVersion'

/** Larger than any minutes with all their sheets. */
export const MAX_PROOF_BYTES = 64 * 1024 * 1024

/** Reads a proof's or signed minutes' text. Verifies nothing. */
export function readProvable(text: string): Provable | ProvableFailure {
  const json = readJson(text)
  const bundle = proofBundleSchema.safeParse(json)
  if (bundle.success) return { kind: 'proof', bundle: bundle.data }
  const signed = signedMinutesSchema.safeParse(json)
  if (signed.success) return { kind: 'signedMinutes', signed: signed.data }
  const issues = [bundle, signed].map(({ error }) => error.issues)
  // Of a format of ours, only its version unknown.
  return issues.some((list) => list.some(isVersion) && !list.some(isFormat)) ? 'unknownVersion' : 'notOurs'
}

/** The best of a PDF's attachments: a bundle proves more than signed minutes. */
export function readAttachments(attachments: readonly Uint8Array[]): Provable | ProvableFailure {
  const read = attachments.map((bytes) => readProvable(textOf(bytes) ?? ''))
  const found = read.filter((one) => typeof one !== 'string')
  return found.find(({ kind }) => kind === 'proof') ?? found[0] ?? (read.includes('unknownVersion') ? 'unknownVersion' : 'notOurs')
}

/** Verifies what was read. `trustedServerKeyId`: the certifier's key, known from elsewhere, or null. */
export async function reportOn(provable: Provable, trustedServerKeyId: string | null): Promise<ProofReport> {
  return provable.kind === 'proof' ? verifyProof(provable.bundle, trustedServerKeyId) : inspectSignedMinutes(provable.signed)
}

/** Whether these bytes begin a PDF (ISO 32000-1 §7.5.2). */
export function isPdf(bytes: Uint8Array): boolean {
  return ['%', 'P', 'D', 'F', '-'].every((sign, place) => bytes[place] === sign.charCodeAt(0))
}

const isVersion = ({ path }: { path: PropertyKey[] }) => path.length === 1 && path[0] === 'formatVersion'
const isFormat = ({ path }: { path: PropertyKey[] }) => path.length === 0 || (path.length === 1 && path[0] === 'format')

function textOf(bytes: Uint8Array): string | null {
  try {
    return fromUtf8(bytes)
  } catch (cause) {
    if (cause instanceof TypeError) return null
    throw cause
  }
}

/** Undefined when it is not JSON, which no schema accepts. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
