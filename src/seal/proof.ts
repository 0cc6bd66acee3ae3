import { signatureState } from '#domain/minutes.ts'
import { foldMatchesLog } from '#domain/sheet.ts'
import { verifySheet } from './envelope.ts'
import { sha256 } from './hash.ts'
import { thumbprint } from './keys.ts'
import { minutesSigner, readMinutes, type SealedMinutes, verifyMinutesSignature } from './minutes.ts'
import { type Attestation, attestationSchema, type ProofBundle } from './proof-bundle.ts'
import { finding, type ProofFinding } from './proof-finding.ts'
import { checkJournal, journalFindings } from './proof-journal.ts'
import { verifyReceipt } from './receipt.ts'
import { SealError } from './seal-error.ts'
import { claimedKeyId, verifyJson } from './signed.ts'

export interface ProofReport {
  /** `wrong` as soon as one thing is; `incomplete` when something could be proven with more. */
  outcome: 'proven' | 'incomplete' | 'wrong'
  findings: ProofFinding[]
  /** What the minutes are, for whoever reads the report; null when they cannot be read. */
  sealed: SealedMinutes | null
  /** Thumbprint of the server's key in the bundle; null for signed minutes alone. */
  serverKeyId: string | null
}

/** What no signature of ours proves, whatever the bundle. */
const LIMITS: ProofFinding[] = [finding('limit', 'limitTime'), finding('limit', 'limitIdentity'), finding('limit', 'limitLevel')]

/**
 * Verifies a bundle. `trustedServerKeyId`: the thumbprint the reader knows the certifier's server by, from elsewhere; null when they have
 * none, and then a bundle made up whole by somebody else cannot be told apart, which the report says.
 */
export async function verifyProof(bundle: ProofBundle, trustedServerKeyId: string | null): Promise<ProofReport> {
  const serverKeyId = await thumbprint(bundle.serverKey)
  const sealed = await attempt(() => readMinutes(bundle.minutes.text))
  if (sealed === null) return report([finding('wrong', 'minutesUnreadable')], null, serverKeyId)
  const attestation = await readAttestation(bundle)
  const keys = await attestedKeys(bundle, attestation)
  const journal = await checkJournal(bundle.journal)
  const attested = attestationFinding(attestation, sealed.hash)
  return report(
    [
      // The server vouches for this very text, or nothing does: its signatures are told one by one.
      finding(attested.status === 'proven' ? 'proven' : 'limit', attested.status === 'proven' ? 'minutesIntact' : 'minutesRead', {
        hash: sealed.hash,
      }),
      serverFinding(serverKeyId, trustedServerKeyId),
      attested,
      ...(await signatureFindings(sealed, bundle.minutes.signatures, keys)),
      ...memberFindings(sealed, bundle.minutes.signatures),
      ...(await journalFindings(sealed, bundle, journal, attestation)),
      ...(await receiptFindings(bundle, sealed.hash)),
      ...(await sheetFindings(sealed, bundle, keys)),
      ...LIMITS,
    ],
    sealed,
    serverKeyId,
  )
}

/** What signed minutes show without any key: who says to have signed, over which text. */
export async function inspectSignedMinutes(signed: { text: string; signatures: readonly string[] }): Promise<ProofReport> {
  const sealed = await attempt(() => readMinutes(signed.text))
  if (sealed === null) return report([finding('wrong', 'minutesUnreadable')], null, null)
  return report(
    [
      finding('limit', 'minutesRead', { hash: sealed.hash }),
      finding('missing', 'keysNotIncluded'),
      ...(await signatureFindings(sealed, signed.signatures, new Map())),
      ...memberFindings(sealed, signed.signatures),
      ...LIMITS,
    ],
    sealed,
    null,
  )
}

function report(findings: ProofFinding[], sealed: SealedMinutes | null, serverKeyId: string | null): ProofReport {
  const statuses = new Set(findings.map(({ status }) => status))
  const outcome = statuses.has('wrong') ? 'wrong' : statuses.has('missing') ? 'incomplete' : 'proven'
  return { outcome, findings, sealed, serverKeyId }
}

function serverFinding(keyId: string, trusted: string | null): ProofFinding {
  if (trusted === null) return finding('missing', 'serverUnknown', { keyId })
  return trusted === keyId ? finding('proven', 'serverKnown', { keyId }) : finding('wrong', 'serverOther', { keyId, trusted })
}

/** A juror's device as the server attests it, with its key. */
export interface AttestedKey {
  jurorId: string
  name: string
  key: ProofBundle['devices'][number]['key']
}

async function readAttestation(bundle: ProofBundle): Promise<Attestation | null> {
  return attempt(() => verifyJson('cdj-attestation+jws', bundle.attestation, bundle.serverKey, attestationSchema))
}

function attestationFinding(attestation: Attestation | null, minutesHash: string): ProofFinding {
  if (attestation === null) return finding('wrong', 'attestationWrong')
  if (attestation.minutesHash !== minutesHash) return finding('wrong', 'attestationForeign')
  return finding('proven', 'keysAttested', { count: attestation.devices.length, at: attestation.at })
}

/** Only keys the server vouches for, each under its own thumbprint. */
async function attestedKeys(bundle: ProofBundle, attestation: Attestation | null): Promise<Map<string, AttestedKey>> {
  const keys = new Map<string, AttestedKey>()
  for (const { deviceId, key } of bundle.devices) {
    const owner = attestation?.devices.find((device) => device.deviceId === deviceId)
    if (owner && (await thumbprint(key)) === deviceId) keys.set(deviceId, { jurorId: owner.jurorId, name: owner.name, key })
  }
  return keys
}

async function signatureFindings(
  sealed: SealedMinutes,
  signatures: readonly string[],
  keys: ReadonlyMap<string, AttestedKey>,
): Promise<ProofFinding[]> {
  return Promise.all(
    signatures.map(async (detached, place) => {
      const claimed = await attempt(async () => minutesSigner(detached))
      if (claimed === null) return finding('wrong', 'signatureWrong', { name: `n° ${place + 1}` })
      const { keyId, signer } = claimed
      const member = sealed.minutes.members.find(({ jurorId }) => jurorId === signer.jurorId)
      const name = member?.name ?? signer.jurorId
      if (!member) return finding('wrong', 'signatureStranger', { name })
      if (signer.minutesHash !== sealed.hash) return finding('wrong', 'signatureWrong', { name })
      const device = keys.get(keyId)
      if (!device) return finding('missing', 'signatureKeyMissing', { name, keyId })
      if (device.jurorId !== signer.jurorId) return finding('wrong', 'signatureStranger', { name })
      const holds = await attempt(() => verifyMinutesSignature(sealed, detached, device.key))
      return holds ? finding('proven', 'signed', { name, at: signer.signedAt, keyId }) : finding('wrong', 'signatureWrong', { name })
    }),
  )
}

function memberFindings({ minutes }: SealedMinutes, signatures: readonly string[]): ProofFinding[] {
  const claims = signatures.flatMap((detached) => claimedJuror(detached) ?? [])
  const { missing } = signatureState(
    minutes,
    claims.map((jurorId) => ({ jurorId })),
  )
  return [
    ...minutes.members
      .filter(({ jurorId }) => missing.includes(jurorId))
      .map(({ name }) => finding('missing', 'signatureAwaited', { name })),
    ...minutes.members.filter(({ present }) => !present).map(({ name }) => finding('limit', 'memberAbsent', { name })),
    ...(minutes.amends ? [finding('limit', 'amends', { hash: minutes.amends.hash })] : []),
  ]
}

function claimedJuror(detached: string): string | null {
  try {
    return minutesSigner(detached).signer.jurorId
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}

/** A receipt must be signed by the server, name its envelope and these minutes, and agree with the journal's row it names. */
async function receiptFindings(bundle: ProofBundle, minutesHash: string): Promise<ProofFinding[]> {
  return Promise.all(
    bundle.minutes.receipts.map(async ({ receipt, envelopeId }) => {
      const read = await attempt(() => verifyReceipt(receipt, bundle.serverKey, envelopeId))
      const row = bundle.journal.find(({ index }) => index === read?.journalIndex)
      return read?.sheetHash === minutesHash && row?.hash === read.journalHash
        ? finding('proven', 'receiptHolds', { at: read.receivedAt, index: read.journalIndex })
        : finding('wrong', 'receiptWrong')
    }),
  )
}

async function sheetFindings(sealed: SealedMinutes, bundle: ProofBundle, keys: ReadonlyMap<string, AttestedKey>): Promise<ProofFinding[]> {
  const included = new Map(await Promise.all(bundle.sheets.map(async (sheet) => [await sha256(sheet.jws), sheet] as const)))
  const named = sealed.minutes.decisions.flatMap(({ oralId, sheets }) => sheets.map((sheet) => ({ oralId, ...sheet })))
  const findings = await Promise.all(
    named.map(async ({ oralId, jurorId, hash }) => {
      const sheet = included.get(hash)
      if (!sheet) return null
      const juror = sealed.minutes.members.find((member) => member.jurorId === jurorId)?.name ?? jurorId
      const line = sealed.minutes.attendance.find((one) => one.oralId === oralId)
      const who = { juror, candidate: line?.name ?? oralId, part: line?.part ?? '' }
      const deviceId = await attempt(async () => claimedKeyId(sheet.jws))
      if (deviceId !== null && !keys.has(deviceId)) return finding('missing', 'sheetKeyMissing', who)
      const signed = await attempt(() => verifySheet(sheet.jws, async (claimed) => keys.get(claimed)?.key ?? null))
      const receipt = await attempt(() => verifyReceipt(sheet.receipt, bundle.serverKey, sheet.envelopeId))
      const holds =
        signed !== null &&
        signed.sheet.juror.id === jurorId &&
        keys.get(signed.sheet.deviceId)?.jurorId === jurorId &&
        signed.sheet.oralId === oralId &&
        foldMatchesLog(signed.sheet) &&
        receipt?.sheetHash === hash
      return holds ? finding('proven', 'sheetProven', { ...who, at: receipt.receivedAt }) : finding('wrong', 'sheetWrong', who)
    }),
  )
  const strangers = [...included.keys()].filter((hash) => !named.some((one) => one.hash === hash)).length
  const absent = findings.filter((one) => one === null).length
  return [
    ...findings.flatMap((one) => one ?? []),
    ...(strangers > 0 ? [finding('wrong', 'sheetStranger')] : []),
    ...(absent > 0 ? [finding('limit', 'sheetNotIncluded', { count: absent })] : []),
  ]
}

/** null when what is read is not what it should be; anything unexpected is thrown on. */
async function attempt<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}
