import { describe, expect, it } from 'vitest'
import { openOfflineEnrolment, readOfflineFile, sealOfflineEnrolment } from '#seal/offline-enrolment.ts'
import { changedByOneBit } from '#test/vectors/a-changed-bit.ts'
import { argon2id, type Kdf } from '#test/vectors/argon2id.ts'
import { kdfOf, openEnrolmentFile, plainCode } from '#test/vectors/independent-carried.ts'
import vectors from '#test/vectors/vectors-1.json' with { type: 'json' }

const { code, kdf, derivedKey, iv, file } = vectors.offlineEnrolment
const key = Buffer.from(derivedKey, 'base64url')
const withJwe = (jwe: string) => JSON.stringify({ ...(JSON.parse(file) as object), jwe })

const keyOfCode = (typed: string, cost: Kdf) => argon2id(plainCode(typed) ?? '', cost)

describe('the enrolment file of version 1, read by an implementation that shares no code with ours', () => {
  it('says how its code becomes the key', async () => {
    expect(kdfOf(file)).toEqual(kdf)
    expect((await keyOfCode(code, kdf)).toString('base64url')).toBe(derivedKey)
    expect((await keyOfCode('k7qd 3wxz 9m2t a4hc', kdf)).toString('base64url')).toBe(derivedKey)
  })

  it('opens under that key on the session of one juror, signed by the server that it names', () => {
    expect(readOfflineFile(file).split('.')[2]).toBe(iv)
    const { secret, serverKeys, content } = openEnrolmentFile(file, key)
    expect(secret).toBe(vectors.enrolmentCode.secret)
    expect(serverKeys.signing.x).toBe(vectors.keys.serverSigning.x)
    expect(serverKeys.sealing.x).toBe(vectors.keys.serverSealing.x)
    expect(content).toMatchObject({ jurorId: 'j2', session: { id: 's1', candidates: [{ lastName: 'Aubrac', firstName: 'Inès' }] } })
  })

  it('stays shut to another code, and to the right one when one bit of any part has changed', async () => {
    const other = await keyOfCode('K7QD-3WXZ-9M2T-A4HD', kdf)
    expect(() => openEnrolmentFile(file, other)).toThrow()
    const changed = changedByOneBit(readOfflineFile(file))
    expect(changed.length).toBeGreaterThan(60)
    for (const jwe of changed) expect(() => openEnrolmentFile(withJwe(jwe), key)).toThrow()
  })
})

describe('our own code', () => {
  it('still opens that file', async () => {
    const opened = await openOfflineEnrolment(readOfflineFile(file), code)
    expect(opened).toMatchObject({ secret: vectors.enrolmentCode.secret, serverKeyId: vectors.thumbprints.serverSigning })
    expect(opened.content.session.candidates.map(({ lastName }) => lastName)).toEqual(['Aubrac'])
  })

  it('refuses it with a changed bit in its iv, its data or its tag, or under another code', async () => {
    const jwe = readOfflineFile(file)
    const refusal = expect.objectContaining({ code: 'wrongPassphrase' })
    const [header] = jwe.split('.')
    const changed = changedByOneBit(jwe).filter((one) => one.startsWith(`${header}.`))
    for (const one of [changed[0], changed[20], changed.at(-1)])
      await expect(openOfflineEnrolment(one ?? '', code)).rejects.toEqual(refusal)
    await expect(openOfflineEnrolment(jwe, 'K7QD-3WXZ-9M2T-A4HD')).rejects.toEqual(refusal)
  })

  it('writes a file that the independent implementation opens', async () => {
    const { content, serverKeys } = await openOfflineEnrolment(readOfflineFile(file), code)
    const signing = { name: 'ECDSA', namedCurve: 'P-256' }
    const privateKey = await crypto.subtle.importKey('jwk', vectors.keys.serverSigning, signing, false, ['sign'])
    const server = { privateKey, keyId: vectors.thumbprints.serverSigning }
    const made = { code: '0123-4567-89AB-CDEF', secret: 'un-secret-pour-essai', serverKeys, server, madeAt: '2026-11-23T18:05:00Z' }
    const written = await sealOfflineEnrolment(content, made)
    const opened = openEnrolmentFile(written, await keyOfCode(made.code, kdfOf(written)))
    expect(opened).toMatchObject({ secret: made.secret, content: { jurorId: 'j2' } })
  })
})
