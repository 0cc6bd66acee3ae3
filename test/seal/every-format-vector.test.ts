import { createPrivateKey, type JsonWebKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deviceProofSchema, enrolmentProofSchema, enrolmentRequestSchema } from '#contract/enrolment.ts'
import { openParcel } from '#device/deliberation/parcel.ts'
import { type PublicJwk, publicJwkSchema } from '#domain/session-package.ts'
import { awaitingMinutesSchema } from '#seal/awaiting-minutes.ts'
import { verifySheet } from '#seal/envelope.ts'
import { verifyInterests } from '#seal/interests.ts'
import { verifyMandate } from '#seal/mandate.ts'
import { readMinutes, verifyMinutesSignature } from '#seal/minutes.ts'
import { verifyCredential } from '#seal/open-badge.ts'
import { openRecoveryAnswer, readRecoveryRequest, recoveryControlNumber } from '#seal/recovery.ts'
import { openText } from '#seal/sealed.ts'
import { openPackage } from '#seal/session-package.ts'
import { verifyJson } from '#seal/signed.ts'
import { verifyWipe } from '#seal/wipe.ts'
import { changedByOneBit } from '#test/vectors/a-changed-bit.ts'
import { argon2id } from '#test/vectors/argon2id.ts'
import { carriedText, openEnrolmentFile, sheetsInParcel } from '#test/vectors/independent-carried.ts'
import { openLock, openRow } from '#test/vectors/independent-vault.ts'
import { digest, openJwe, verifyJws } from '#test/vectors/independent-verifier.ts'
import proof from '#test/vectors/proof-1.json' with { type: 'json' }
import vectors from '#test/vectors/vectors-1.json' with { type: 'json' }

const { keys } = vectors
const asKey = (jwk: JsonWebKey) => createPrivateKey({ key: jwk, format: 'jwk' })
const agreement = (jwk: JsonWebKey) => crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
const publicKey = (jwk: JsonWebKey): PublicJwk => publicJwkSchema.parse(jwk)

/** One example: what it is, its text, and the independent implementation's reading of such a text: null or an error when it is refused. */
type Example = [typ: string, compact: string, read: (compact: string) => string | null, expected: string]

const signed = (typ: string, jws: string, key: JsonWebKey, expected: string): Example => [
  typ,
  jws,
  (one) => verifyJws(one, key, typ),
  expected,
]
const sealed = (typ: string, jwe: string, key: JsonWebKey, expected: string): Example => [
  typ,
  jwe,
  (one) => openJwe(one, asKey(key), typ),
  expected,
]

const { text, signature } = vectors.minutes
const withText = (detached: string) => detached.replace('..', `.${Buffer.from(text).toString('base64url')}.`)
const offlineJwe = (JSON.parse(vectors.offlineEnrolment.file) as { jwe: string }).jwe
const openOffline = (jwe: string) => {
  const file = JSON.stringify({ format: 'carnet-de-jury/offline-enrolment', formatVersion: 1, jwe })
  return openEnrolmentFile(file, Buffer.from(vectors.offlineEnrolment.derivedKey, 'base64url')).secret
}

const EXAMPLES: Example[] = [
  signed('cdj-sheet+jws', vectors.sheet.jws, keys.device, '"formatVersion":1,"sheetId"'),
  signed('cdj-sheet+jws', vectors.sheetVersion2.jws, keys.device, '"formatVersion":2,"sheetId"'),
  sealed('cdj-envelope+jwe', vectors.envelope.jwe, keys.serverSealing, vectors.sheet.jws),
  signed('cdj-receipt+jws', vectors.receipt, keys.serverSigning, vectors.envelope.id),
  signed('cdj-package+jws', vectors.package.jws, keys.serverSigning, '"format":"carnet-de-jury/session-package"'),
  sealed('cdj-package+jwe', vectors.package.jwe, keys.secondDeviceSealing, vectors.package.jws),
  signed('cdj-enrolment+jws', vectors.enrolmentProof, keys.secondDevice, vectors.enrolmentCode.secretHash),
  signed('cdj-enrolled+jws', vectors.enrolmentCertificate, keys.serverSigning, vectors.thumbprints.device),
  ['cdj-offline-enrolment+jwe', offlineJwe, openOffline, vectors.enrolmentCode.secret],
  sealed('cdj-enrolment+jwe', vectors.carriedEnrolment, keys.serverSealing, vectors.enrolmentProof),
  signed('cdj-device+jws', vectors.deviceProof, keys.device, '"path":"/api/v1/device/package"'),
  ['cdj-panel+jwe', vectors.panelParcel.jwe, (one) => sheetsInParcel(one, asKey(keys.secondDeviceSealing)).join(), vectors.sheet.jws],
  sealed('cdj-recovery+jwe', vectors.vault.recovery, keys.recovery, vectors.vault.dataKey),
  sealed('cdj-recovery-answer+jwe', vectors.recovery.answer, keys.reply, '"format":"carnet-de-jury/recovery-answer"'),
  signed('cdj-mandate+jws', vectors.mandate, keys.serverSigning, '"replaces":"j1"'),
  signed('cdj-wipe+jws', vectors.wipe, keys.device, vectors.sheet.hash),
  signed('cdj-interests+jws', vectors.interests, keys.device, '"kind":"training"'),
  signed('cdj-attestation+jws', proof.bundle.attestation, proof.bundle.serverKey, digest(proof.bundle.minutes.text)),
  signed('cdj-awaiting+jws', vectors.awaitingMinutes, keys.serverSigning, signature),
  signed('cdj-minutes+jws', withText(signature), keys.device, text),
  signed('JWT', vectors.badge, keys.serverSigning, '"OpenBadgeCredential"'),
]

describe('each signed or sealed format', () => {
  it('that docs/formats.md names has an example', () => {
    const named = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8').match(/\bcdj-[a-z-]+\+jw[es]\b/g)
    expect(new Set(EXAMPLES.map(([typ]) => typ))).toEqual(new Set([...(named ?? []), 'JWT']))
  })

  it.each(EXAMPLES)('is read by the independent implementation: %s', (typ, compact, read, expected) => {
    const header = JSON.parse(Buffer.from(compact.split('.')[0] ?? '', 'base64url').toString('utf8')) as { typ: string }
    expect(header.typ).toBe(typ)
    expect(read(compact)).toContain(expected)
  })

  it.each(EXAMPLES)('is refused by it when one bit of any part has changed: %s', (_typ, compact, read) => {
    const accepted = changedByOneBit(compact).filter((one) => {
      try {
        return read(one) !== null
      } catch {
        return false
      }
    })
    expect(accepted).toEqual([])
  })
})

describe('the independent implementation', () => {
  it('opens a vault by its passphrase, and finds the same key in its recovery', async () => {
    const { lock, passphrase, row, dataKey } = vectors.vault
    const key = openLock(await argon2id(passphrase, lock.kdf), lock)
    expect(key.toString('base64url')).toBe(dataKey)
    expect(JSON.parse(openRow(key, row.address, row).toString('utf8'))).toEqual(row.clear)
    expect(() => openRow(key, 'records/ailleurs', row)).toThrow()
    const other = await argon2id('trois mots agités', lock.kdf)
    expect(() => openLock(other, lock)).toThrow()
  })

  it('reads a recovery’s request and answer', () => {
    const answer = JSON.parse(openJwe(vectors.recovery.answer, asKey(keys.reply), 'cdj-recovery-answer+jwe')) as { dataKey: string }
    expect(answer.dataKey).toBe(vectors.vault.dataKey)
    const { value, controlNumber } = carriedText(vectors.recovery.request, 'cdj-secours')
    expect(value).toMatchObject({ format: 'carnet-de-jury/recovery-request', recovery: vectors.vault.recovery })
    expect(controlNumber).toBe(vectors.recovery.controlNumber)
  })

  it('names minutes, sheets and parcels by their hash', () => {
    expect(digest(text)).toBe(vectors.minutes.hash)
    expect(digest(vectors.sheetVersion2.jws)).toBe(vectors.sheetVersion2.hash)
    expect(digest(vectors.panelParcel.jwe)).toBe(vectors.panelParcel.id)
  })
})

describe('our own code', () => {
  const server = publicKey(keys.serverSigning)
  const device = publicKey(keys.device)

  it('still reads what the server signs', async () => {
    const content = await openPackage(
      vectors.package.jwe,
      await agreement(keys.secondDeviceSealing),
      server,
      vectors.thumbprints.serverSigning,
    )
    expect(content.session.panels.map(({ name }) => name)).toEqual(['Jury 1'])
    expect((await verifyMandate(vectors.mandate, server)).substitution?.jurorId).toBe('j3')
    const { minutes } = await verifyJson('cdj-awaiting+jws', vectors.awaitingMinutes, server, awaitingMinutesSchema)
    expect(minutes.map((one) => one.text)).toEqual([text])
    expect((await verifyCredential(vectors.badge, server)).name).toBe('Relier un livre')
  })

  it('still reads what a device signs', async () => {
    const { sheet } = await verifySheet(vectors.sheetVersion2.jws, async () => device)
    expect(sheet).toMatchObject({ formatVersion: 2, previous: vectors.sheet.hash, transcribed: { minutes: 29 } })
    expect((await verifyWipe(vectors.wipe, device)).sheetHashes).toEqual([vectors.sheet.hash])
    expect((await verifyInterests(vectors.interests, device)).declarations).toHaveLength(2)
    expect((await verifyMinutesSignature(await readMinutes(text), signature, device)).jurorId).toBe('j1')
    expect((await verifyJson('cdj-device+jws', vectors.deviceProof, device, deviceProofSchema)).method).toBe('GET')
    const request: unknown = JSON.parse(await openText('cdj-enrolment+jwe', vectors.carriedEnrolment, await agreement(keys.serverSealing)))
    const { proof: enrolment, signingKey } = enrolmentRequestSchema.parse(request)
    expect((await verifyJson('cdj-enrolment+jws', enrolment, signingKey, enrolmentProofSchema)).signingKey).toEqual(signingKey)
  })

  it('still reads what goes from one device to another, and a recovery', async () => {
    const parcel = await openParcel(vectors.panelParcel.jwe, await agreement(keys.secondDeviceSealing))
    expect(parcel.items).toEqual([{ kind: 'sheet', jws: vectors.sheet.jws }])
    expect(await readRecoveryRequest(vectors.recovery.request)).toMatchObject({ vaultId: 'v1' })
    expect(await recoveryControlNumber(vectors.recovery.request)).toBe(vectors.recovery.controlNumber)
    expect(await openRecoveryAnswer(vectors.recovery.answer, await agreement(keys.reply), 'v1')).toBe(vectors.vault.dataKey)
  })
})
