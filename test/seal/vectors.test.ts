import { createPrivateKey, type JsonWebKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { publicJwkSchema } from '#domain/session-package.ts'
import { fromBase64url } from '#seal/bytes.ts'
import { signEnrolmentCertificate, verifyEnrolmentCertificate } from '#seal/enrolment-certificate.ts'
import { parseEnrolmentCode } from '#seal/enrolment-code.ts'
import { openEnvelope, sealSheet, verifySheet } from '#seal/envelope.ts'
import { hashJson, sha256 } from '#seal/hash.ts'
import { generateSealingPair, generateSigningPair, thumbprint } from '#seal/keys.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { openText } from '#seal/sealed.ts'
import { signJson } from '#seal/signed.ts'
import { decryptJson, MINIMUM_COST, recoverVault, unlockVault, vaultLockSchema } from '#seal/vault.ts'
import { canonical, certifiedDevice, digest, keyId, openJwe, verifyJws } from '#test/vectors/independent-verifier.ts'
import vectors from '#test/vectors/vectors-1.json' with { type: 'json' }

const { keys } = vectors
const asKey = (jwk: JsonWebKey) => createPrivateKey({ key: jwk, format: 'jwk' })
const agreement = (jwk: JsonWebKey) => crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
const clear = z.object({ text: z.string() })

describe('the test vectors of version 1, read by an implementation that shares no code with ours', () => {
  it('name their keys by RFC 7638', () => {
    for (const name of ['device', 'serverSigning', 'serverSealing', 'recovery'] as const) {
      expect(keyId(keys[name])).toBe(vectors.thumbprints[name])
    }
  })

  it('carry one signed sheet from the device to the receipt', () => {
    const jws = openJwe(vectors.envelope.jwe, asKey(keys.serverSealing), 'cdj-envelope+jwe')
    expect(jws).toBe(vectors.sheet.jws)
    expect(digest(jws)).toBe(vectors.sheet.hash)
    expect(digest(vectors.envelope.jwe)).toBe(vectors.envelope.id)
    const sheet = JSON.parse(verifyJws(jws, keys.device, 'cdj-sheet+jws') ?? 'null') as { format: string; deviceId: string }
    expect(sheet).toMatchObject({ format: 'carnet-de-jury/sheet', deviceId: vectors.thumbprints.device })
    const receipt = JSON.parse(verifyJws(vectors.receipt, keys.serverSigning, 'cdj-receipt+jws') ?? 'null') as object
    expect(receipt).toMatchObject({ envelopeId: vectors.envelope.id, sheetHash: vectors.sheet.hash, journalHash: vectors.journal.hash })
  })

  it('certify the device that signed the sheet, for its juror and session, under the server’s key alone', () => {
    const { sessionId, juror } = JSON.parse(verifyJws(vectors.sheet.jws, keys.device, 'cdj-sheet+jws') ?? 'null') as {
      sessionId: string
      juror: { id: string }
    }
    const certified = { deviceId: vectors.thumbprints.device, jurorId: juror.id, sessionId }
    expect(certifiedDevice(vectors.enrolmentCertificate, keys.serverSigning)).toEqual(certified)
    expect(certifiedDevice(vectors.enrolmentCertificate, keys.device)).toBeNull()
    expect(certifiedDevice(vectors.receipt, keys.serverSigning)).toBeNull()
  })

  it('hash their documents and journal by RFC 8785', () => {
    expect(digest(canonical(vectors.canonicalGrid.grid))).toBe(vectors.canonicalGrid.hash)
    expect(digest(canonical(vectors.journal.row))).toBe(vectors.journal.hash)
  })

  it('refuse a sheet whose signature is another device’s', () => {
    expect(verifyJws(vectors.sheet.jws, keys.serverSigning, 'cdj-sheet+jws')).toBeNull()
  })
})

describe('our own code', () => {
  it('still reads every document of version 1', async () => {
    const jws = await openEnvelope(vectors.envelope.jwe, await agreement(keys.serverSealing))
    const device = publicJwkSchema.parse(keys.device)
    const signed = await verifySheet(jws, async (id) => (id === (await thumbprint(device)) ? device : null))
    expect(signed.hash).toBe(vectors.sheet.hash)
    await verifyReceipt(vectors.receipt, publicJwkSchema.parse(keys.serverSigning), vectors.envelope.id)
    expect(await hashJson(vectors.canonicalGrid.grid)).toBe(vectors.canonicalGrid.hash)
    const { secret, serverKeyId, code } = vectors.enrolmentCode
    expect(await parseEnrolmentCode(code)).toEqual({ secret, serverKeyId })
    const certificate = await verifyEnrolmentCertificate(vectors.enrolmentCertificate, publicJwkSchema.parse(keys.serverSigning))
    expect(certificate).toMatchObject({ deviceId: vectors.thumbprints.device, signingKey: publicJwkSchema.parse(keys.device) })
  })

  it('still opens a vault of version 1, by its passphrase and by the recovery key', async () => {
    const { lock, passphrase, recovery, row } = vectors.vault
    const sealedRow = { iv: fromBase64url(row.iv), data: fromBase64url(row.data) }
    const opened = await unlockVault(passphrase, vaultLockSchema.parse(lock))
    expect(await decryptJson(opened, row.address, sealedRow, clear)).toEqual(row.clear)
    const recoveredKey = await openText('cdj-recovery+jwe', recovery, await agreement(keys.recovery))
    const recovered = await recoverVault(recoveredKey, 'nouvelle phrase', MINIMUM_COST)
    expect(await decryptJson(recovered.dataKey, row.address, sealedRow, clear)).toEqual(row.clear)
  })

  it('writes what the independent implementation reads', async () => {
    const server = await generateSealingPair()
    const device = await generateSigningPair()
    const jws = await signJson('cdj-sheet+jws', { essai: 'é' }, device.privateKey, device.keyId)
    const envelope = await sealSheet(jws, server.publicJwk)
    const signer = await generateSigningPair()
    const certificate = {
      format: 'carnet-de-jury/enrolment-certificate' as const,
      formatVersion: 1 as const,
      deviceId: device.keyId,
      deviceName: 'Tablette d’essai',
      sessionId: 's1',
      jurorId: 'j1',
      signingKey: device.publicJwk,
      sealingKey: server.publicJwk,
      enrolledAt: '2026-11-23T17:30:00Z',
    }
    const enrolled = await signEnrolmentCertificate(certificate, signer.privateKey, signer.keyId)
    expect(certifiedDevice(enrolled, signer.publicJwk)).toEqual({ deviceId: device.keyId, jurorId: 'j1', sessionId: 's1' })
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', server.privateKey))
    const serverPrivate = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
    expect(openJwe(envelope.jwe, serverPrivate, 'cdj-envelope+jwe')).toBe(jws)
    expect(verifyJws(jws, device.publicJwk, 'cdj-sheet+jws')).toBe('{"essai":"é"}')
    expect(await sha256(jws)).toBe(digest(jws))
  })
})
