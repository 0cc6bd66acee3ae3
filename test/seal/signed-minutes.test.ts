import { describe, expect, it } from 'vitest'
import type { PublicJwk } from '#domain/session-package.ts'
import { openEnvelope } from '#seal/envelope.ts'
import { generateSealingPair, generateSigningPair } from '#seal/keys.ts'
import { freezeMinutes, minutesSigner, signMinutes } from '#seal/minutes.ts'
import { SealError } from '#seal/seal-error.ts'
import {
  isSignedMinutes,
  mergeSignatures,
  readSignedMinutes,
  sealSignedMinutes,
  signedMinutes,
  verifySignedMinutes,
} from '#seal/signed-minutes.ts'
import { aMinutes } from '#test/builders/a-minutes.ts'

async function aPanelThatSigned() {
  const sealed = await freezeMinutes(aMinutes())
  const sign = async (
    jurorId: string,
    signedAt = '2026-11-24T18:05:00+01:00',
    device?: Awaited<ReturnType<typeof generateSigningPair>>,
  ) => {
    const used = device ?? (await generateSigningPair())
    const detached = await signMinutes(
      sealed,
      { jurorId, signature: { kind: 'typed', name: jurorId }, signedAt },
      used.privateKey,
      used.keyId,
    )
    return { jurorId, device: used, detached }
  }
  const [one, two] = await Promise.all([sign('j1'), sign('j2')])
  const keyOf = async (jurorId: string, keyId: string): Promise<PublicJwk | null> =>
    [one, two].find((each) => each.jurorId === jurorId && each.device.keyId === keyId)?.device.publicJwk ?? null
  return { sealed, sign, one, two, keyOf }
}

describe('signed minutes on their way', () => {
  it('reach the server in the envelope of sheets and are told from one by their first character', async () => {
    const { sealed, one, keyOf } = await aPanelThatSigned()
    const server = await generateSealingPair()
    const envelope = await sealSignedMinutes(signedMinutes(sealed, [one.detached]), server.publicJwk)
    const opened = await openEnvelope(envelope.jwe, server.privateKey)
    expect(isSignedMinutes(opened)).toBe(true)
    expect(isSignedMinutes('eyJhbGciOiJFUzI1NiJ9.e30.AA')).toBe(false)
    const { sealed: again, verified } = await verifySignedMinutes(readSignedMinutes(opened), keyOf)
    expect(again.hash).toBe(sealed.hash)
    expect(verified).toMatchObject([{ jurorId: 'j1', keyId: one.device.keyId }])
  })

  it('name a false signature without hiding the true ones', async () => {
    const { sealed, sign, one, two, keyOf } = await aPanelThatSigned()
    const stranger = await sign('j2')
    const borrowed = await sign('j2', '2026-11-24T18:05:00+01:00', one.device)
    const checked = await verifySignedMinutes(
      signedMinutes(sealed, [stranger.detached, one.detached, 'abîmé', borrowed.detached, two.detached]),
      keyOf,
    )
    expect(checked.verified.map(({ jurorId }) => jurorId)).toEqual(['j1', 'j2'])
    expect(checked.rejected.map(({ code }) => code)).toEqual(['unknownKey', 'malformed', 'unknownKey'])
  })

  it('say what cannot be read', () => {
    const codeOf = (json: string) => {
      try {
        readSignedMinutes(json)
        return null
      } catch (error) {
        return error instanceof SealError ? error.code : error
      }
    }
    expect(codeOf('{')).toBe('malformed')
    expect(codeOf('{"format":"carnet-de-jury/signed-minutes","formatVersion":2,"text":"","signatures":[]}')).toBe('unknownVersion')
    expect(codeOf('{"format":"carnet-de-jury/pli","formatVersion":1}')).toBe('unexpectedContent')
  })
})

describe('two copies of the same minutes', () => {
  it('become one with every signature, whichever side they come from and however often', async () => {
    const { sealed, one, two } = await aPanelThatSigned()
    const a = signedMinutes(sealed, [one.detached])
    const b = signedMinutes(sealed, [two.detached, one.detached])
    const merged = mergeSignatures(a, b)
    expect(merged.signatures).toHaveLength(2)
    expect(mergeSignatures(b, a)).toEqual(merged)
    expect(mergeSignatures(merged, b)).toEqual(merged)
  })

  it('keep the first of two signatures by the same device, and both of two devices', async () => {
    const { sealed, sign, one } = await aPanelThatSigned()
    const later = await sign('j1', '2026-11-24T17:30:00Z', one.device)
    const elsewhere = await sign('j1')
    const merged = mergeSignatures(signedMinutes(sealed, [later.detached]), signedMinutes(sealed, [one.detached, elsewhere.detached]))
    expect(merged.signatures).toHaveLength(2)
    expect(merged.signatures).toContain(one.detached)
    expect(merged.signatures.map((each) => minutesSigner(each).keyId)).toContain(elsewhere.device.keyId)
  })

  it('are never mixed when their texts differ', async () => {
    const { sealed } = await aPanelThatSigned()
    const other = await freezeMinutes(aMinutes({ id: 'pv-2' }))
    expect(() => mergeSignatures(signedMinutes(sealed, []), signedMinutes(other, []))).toThrow(RangeError)
  })
})
