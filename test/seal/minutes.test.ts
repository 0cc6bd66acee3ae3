import { describe, expect, it } from 'vitest'
import { signatureState } from '#domain/minutes.ts'
import { generateSigningPair } from '#seal/keys.ts'
import { freezeMinutes, minutesSigner, readMinutes, signMinutes, verifyMinutesSignature } from '#seal/minutes.ts'
import { aMinutes } from '#test/builders/a-minutes.ts'

const gesture = (jurorId: string) => ({
  jurorId,
  signature: { kind: 'typed' as const, name: jurorId },
  signedAt: '2026-11-24T18:05:00+01:00',
})

describe('minutes signed by several members', () => {
  it('carry each member’s signature over the same bytes', async () => {
    const sealed = await freezeMinutes(aMinutes())
    const devices = await Promise.all([generateSigningPair(), generateSigningPair()])
    const signatures = await Promise.all(devices.map((d, i) => signMinutes(sealed, gesture(`j${i + 1}`), d.privateKey, d.keyId)))
    const again = await readMinutes(sealed.text)
    for (const [i, signature] of signatures.entries()) {
      const device = devices[i]
      if (!device) throw new Error('no device')
      expect(minutesSigner(signature).keyId).toBe(device.keyId)
      expect(await verifyMinutesSignature(again, signature, device.publicJwk)).toMatchObject({
        jurorId: `j${i + 1}`,
        minutesHash: sealed.hash,
      })
    }
    expect(signatureState(sealed.minutes, [{ jurorId: 'j1' }, { jurorId: 'j2' }])).toEqual({
      signed: ['j1', 'j2'],
      missing: ['j3'],
      absent: [],
    })
  })

  it('lose every signature when one word changes', async () => {
    const sealed = await freezeMinutes(aMinutes())
    const device = await generateSigningPair()
    const signature = await signMinutes(sealed, gesture('j1'), device.privateKey, device.keyId)
    const changed = await readMinutes(sealed.text.replace('"validated"', '"notValidated"'))
    await expect(verifyMinutesSignature(changed, signature, device.publicJwk)).rejects.toMatchObject({ code: 'badSignature' })
  })

  it('are not signed by a stranger to the panel, nor by somebody else’s key', async () => {
    const sealed = await freezeMinutes(aMinutes())
    const device = await generateSigningPair()
    const other = await generateSigningPair()
    const stranger = await signMinutes(sealed, gesture('intrus'), device.privateKey, device.keyId)
    await expect(verifyMinutesSignature(sealed, stranger, device.publicJwk)).rejects.toMatchObject({ code: 'unexpectedContent' })
    const signature = await signMinutes(sealed, gesture('j1'), device.privateKey, device.keyId)
    await expect(verifyMinutesSignature(sealed, signature, other.publicJwk)).rejects.toMatchObject({ code: 'badSignature' })
    await expect(verifyMinutesSignature(sealed, 'rien', device.publicJwk)).rejects.toMatchObject({ code: 'malformed' })
  })
})
