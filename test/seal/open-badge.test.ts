import { decodeJwt, decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { blockCredential } from '#domain/open-badge.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { generateSigningPair } from '#seal/keys.ts'
import { signCredential, verifyCredential } from '#seal/open-badge.ts'

const AWARD = {
  id: '0b9a9f3e-7b1e-4c59-9c55-1f2e3d4c5b6a',
  holderId: '5d3c1a52-0f0e-4b8e-8d53-9a1c6b0f2e11',
  holderName: 'Inès Aubrac',
  blockId: 'B2',
  awardedAt: '2026-11-27T00:00:00Z',
}
const ISSUER = { url: 'https://jury.example.org', name: 'Centre d’essai' }

describe('the badge of an acquired block', () => {
  it('names its holder and every competence of the block, and verifies with the issuer’s key', async () => {
    const issuer = await generateSigningPair()
    const jwt = await signCredential(blockCredential(cdcm, AWARD, ISSUER), issuer.privateKey, issuer.publicJwk)
    const credential = await verifyCredential(jwt, issuer.publicJwk)
    expect(credential.credentialSubject.identifier[0]?.identityHash).toBe('Inès Aubrac')
    const codes = credential.credentialSubject.achievement.alignment.map((alignment) => alignment.targetCode)
    expect(codes).toEqual(['C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16'])
    expect(decodeProtectedHeader(jwt)).toEqual({ alg: 'ES256', typ: 'JWT', jwk: issuer.publicJwk })
    const { iss, jti, sub, nbf } = decodeJwt(jwt)
    expect({ iss, jti, sub, nbf }).toEqual({
      iss: credential.issuer.id,
      jti: credential.id,
      sub: credential.credentialSubject.id,
      nbf: Date.parse(AWARD.awardedAt) / 1_000,
    })
  })

  it('says in its description that it is only a block of the title', () => {
    const { description } = blockCredential(cdcm, AWARD, ISSUER).credentialSubject.achievement
    expect(description).toContain('bloc B2 de « Chargé(e) de développement commercial et marketing »')
  })

  it('is refused when another key signed it', async () => {
    const [issuer, other] = await Promise.all([generateSigningPair(), generateSigningPair()])
    const jwt = await signCredential(blockCredential(cdcm, AWARD, ISSUER), issuer.privateKey, issuer.publicJwk)
    await expect(verifyCredential(jwt, other.publicJwk)).rejects.toMatchObject({ code: 'badSignature' })
  })

  it('is not made for a block the framework does not have', () => {
    expect(() => blockCredential(cdcm, { ...AWARD, blockId: 'B9' }, ISSUER)).toThrow(RangeError)
  })
})
