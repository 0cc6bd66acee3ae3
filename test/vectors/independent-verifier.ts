import { createDecipheriv, createHash, createPublicKey, diffieHellman, type JsonWebKey, type KeyObject, verify } from 'node:crypto'

/*
 * A second implementation of the sealed formats, written from docs/formats.md with node:crypto alone. It shares no code with src, so that
 * an error made in both the writer and the reader of src cannot hide.
 */

const b64 = (text: string) => Buffer.from(text, 'base64url')
const json = (text: string): Record<string, unknown> => JSON.parse(b64(text).toString('utf8')) as Record<string, unknown>

/** SHA-256, base64url. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url')
}

/** RFC 7638 thumbprint of a P-256 key. */
export function keyId(jwk: { x: string; y: string }): string {
  return digest(`{"crv":"P-256","kty":"EC","x":"${jwk.x}","y":"${jwk.y}"}`)
}

/** RFC 7515 compact JWS, ES256. Gives the payload as text, or null when the signature is wrong. */
export function verifyJws(jws: string, jwk: JsonWebKey, typ: string): string | null {
  const [header = '', payload = '', signature = '', ...rest] = jws.split('.')
  const { alg, typ: claimed } = json(header)
  if (rest.length > 0 || alg !== 'ES256' || claimed !== typ) return null
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const ok = verify('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, b64(signature))
  return ok ? b64(payload).toString('utf8') : null
}

/** An enrolment certificate: the device the server vouches for, or null when the server did not sign it or it names another key than its own. */
export function certifiedDevice(jws: string, serverKey: JsonWebKey): { deviceId: string; jurorId: string; sessionId: string } | null {
  const payload = verifyJws(jws, serverKey, 'cdj-enrolled+jws')
  if (payload === null) return null
  const { format, formatVersion, signingKey, deviceId, jurorId, sessionId } = JSON.parse(payload) as {
    format: string
    formatVersion: number
    signingKey: { x: string; y: string }
    deviceId: string
    jurorId: string
    sessionId: string
  }
  if (format !== 'carnet-de-jury/enrolment-certificate' || formatVersion !== 1 || keyId(signingKey) !== deviceId) return null
  return { deviceId, jurorId, sessionId }
}

/** RFC 7518 §4.6.2: Concat KDF for one 256-bit key. */
function agreedKey(secret: Buffer, algorithm: string): Buffer {
  const uint32 = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const id = Buffer.from(algorithm)
  const otherInfo = Buffer.concat([uint32(id.length), id, uint32(0), uint32(0), uint32(256)])
  return createHash('sha256')
    .update(Buffer.concat([uint32(1), secret, otherInfo]))
    .digest()
}

/** RFC 7516 compact JWE, ECDH-ES+A256KW and A256GCM, whose plaintext is a text. Throws when it cannot be opened. */
export function openJwe(jwe: string, privateKey: KeyObject, typ: string): string {
  return openJweBytes(jwe, privateKey, typ).toString('utf8')
}

/** As openJwe, for bytes that are no text. */
export function openJweBytes(jwe: string, privateKey: KeyObject, typ: string): Buffer {
  const [header = '', wrapped = '', iv = '', data = '', tag = ''] = jwe.split('.')
  const { alg, enc, epk, typ: claimed } = json(header)
  if (alg !== 'ECDH-ES+A256KW' || enc !== 'A256GCM' || claimed !== typ) throw new Error('not an envelope')
  const publicKey = createPublicKey({ key: epk as JsonWebKey, format: 'jwk' })
  const secret = diffieHellman({ privateKey, publicKey })
  // RFC 3394 with its default initial value.
  const unwrap = createDecipheriv('id-aes256-wrap', agreedKey(secret, 'ECDH-ES+A256KW'), Buffer.from('a6a6a6a6a6a6a6a6', 'hex'))
  const contentKey = Buffer.concat([unwrap.update(b64(wrapped)), unwrap.final()])
  return openGcm(contentKey, { header, iv, data, tag })
}

/** The encrypted part of a compact JWE under A256GCM, its header authenticated with it (RFC 7516 §5.2). Throws when a bit is wrong. */
export function openGcm(key: Buffer, { header, iv, data, tag }: Record<'header' | 'iv' | 'data' | 'tag', string>): Buffer {
  const open = createDecipheriv('aes-256-gcm', key, b64(iv), { authTagLength: 16 })
  open.setAAD(Buffer.from(header))
  open.setAuthTag(b64(tag))
  return Buffer.concat([open.update(b64(data)), open.final()])
}

/** RFC 8785 for what we hash: strings, integers, booleans, null, arrays, objects. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

interface JournalLine {
  index: number
  previous: string | null
  hash: string
  act: string
  subject: Record<string, unknown>
}

interface Bundle {
  minutes: { text: string; signatures: string[]; receipts: { envelopeId: string; receipt: string }[] }
  devices: { deviceId: string; key: { x: string; y: string } }[]
  serverKey: { x: string; y: string }
  attestation: string
  sheets: { jws: string; envelopeId: string; receipt: string }[]
  journal: JournalLine[]
}

/** A proof (docs/formats.md): every fault found, by its name; none when all that is in it holds. */
export function proofFaults(bundle: Bundle, serverKeyId: string): string[] {
  const faults: string[] = []
  const check = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }
  const p256 = (key: { x: string; y: string }) => ({ kty: 'EC', crv: 'P-256', ...key })
  const { text, signatures, receipts } = bundle.minutes
  const hash = digest(text)
  check(keyId(bundle.serverKey) === serverKeyId, 'server')
  const word = JSON.parse(verifyJws(bundle.attestation, p256(bundle.serverKey), 'cdj-attestation+jws') ?? '{}') as {
    minutesHash?: string
    devices?: { deviceId: string; jurorId: string }[]
    journal?: { lastIndex: number; lastHash: string }
  }
  check(word.minutesHash === hash, 'attestation')
  const owners = new Map(word.devices?.map(({ deviceId, jurorId }) => [deviceId, jurorId]))
  const keyOf = (id: unknown) => bundle.devices.find(({ deviceId, key }) => deviceId === id && keyId(key) === id)?.key
  for (const detached of signatures) {
    const [header = '', , signature = ''] = detached.split('.')
    const { kid, cdj } = json(header) as { kid?: string; cdj?: { jurorId: string; minutesHash: string } }
    const key = keyOf(kid)
    const whole = `${header}.${Buffer.from(text).toString('base64url')}.${signature}`
    const holds = key !== undefined && verifyJws(whole, p256(key), 'cdj-minutes+jws') === text
    check(holds && cdj?.minutesHash === hash && owners.get(kid ?? '') === cdj.jurorId, 'signature')
  }
  checkLines(bundle.journal, check)
  const last = bundle.journal.at(-1)
  check(last?.index === word.journal?.lastIndex && last?.hash === word.journal?.lastHash, 'journal end')
  const signed = bundle.journal.filter(({ act, subject }) => act === 'minutes-signed' && subject['minutesHash'] === hash)
  check(
    signed
      .map(({ subject }) => subject['signatureHash'])
      .sort()
      .join() === signatures.map(digest).sort().join(),
    'signature lines',
  )
  const receiptHolds = (receipt: string, envelopeId: string, contentHash: string) => {
    const read = JSON.parse(verifyJws(receipt, p256(bundle.serverKey), 'cdj-receipt+jws') ?? '{}') as Record<string, unknown>
    const line = bundle.journal.find(({ index }) => index === read['journalIndex'])
    return read['envelopeId'] === envelopeId && read['sheetHash'] === contentHash && line?.hash === read['journalHash']
  }
  for (const { receipt, envelopeId } of receipts) check(receiptHolds(receipt, envelopeId, hash), 'receipt')
  for (const { jws, envelopeId, receipt } of bundle.sheets) {
    const key = keyOf(json(jws.split('.')[0] ?? '')['kid'])
    check(key !== undefined && verifyJws(jws, p256(key), 'cdj-sheet+jws') !== null && text.includes(digest(jws)), 'sheet')
    check(receiptHolds(receipt, envelopeId, digest(jws)), 'sheet receipt')
  }
  return faults
}

function checkLines(lines: readonly JournalLine[], check: (holds: boolean, fault: string) => void): void {
  for (const [place, { hash, ...content }] of lines.entries()) {
    const before = lines[place - 1]
    const follows = before === undefined || (content.index === before.index + 1 && content.previous === before.hash)
    check(follows && digest(canonical(content)) === hash, `journal line ${content.index}`)
  }
}
