import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { formatEnrolmentCode, newEnrolmentSecret, parseEnrolmentCode } from '#seal/enrolment-code.ts'
import { openEnvelope, sealSheet } from '#seal/envelope.ts'
import { hashJson, sha256 } from '#seal/hash.ts'
import { generateSealingPair, generateSigningPair } from '#seal/keys.ts'
import { signReceipt, verifyReceipt } from '#seal/receipt.ts'
import type { SealErrorCode } from '#seal/seal-error.ts'
import { signJson, verifyJson } from '#seal/signed.ts'

const schema = z.object({ formatVersion: z.literal(1), text: z.string() })
const refusal = (code: SealErrorCode) => expect.objectContaining({ code })

/** Changes one character in the middle of the last part of a compact JWS or JWE. */
function tampered(compact: string, part = 1): string {
  const parts = compact.split('.')
  const text = parts[part] ?? ''
  const middle = Math.floor(text.length / 2)
  parts[part] = text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1)
  return parts.join('.')
}

describe('a signed document', () => {
  it('gives back exactly what was signed', async () => {
    const pair = await generateSigningPair()
    const jws = await signJson('cdj-sheet+jws', { formatVersion: 1, text: 'é…' }, pair.privateKey, pair.keyId)
    expect(await verifyJson('cdj-sheet+jws', jws, pair.publicJwk, schema)).toEqual({ formatVersion: 1, text: 'é…' })
  })

  it('is refused when a character changed, another key signed, or it is of another type', async () => {
    const pair = await generateSigningPair()
    const other = await generateSigningPair()
    const jws = await signJson('cdj-sheet+jws', { formatVersion: 1, text: 'x'.repeat(50) }, pair.privateKey, pair.keyId)
    await expect(verifyJson('cdj-sheet+jws', tampered(jws), pair.publicJwk, schema)).rejects.toEqual(refusal('badSignature'))
    await expect(verifyJson('cdj-sheet+jws', jws, other.publicJwk, schema)).rejects.toEqual(refusal('badSignature'))
    await expect(verifyJson('cdj-receipt+jws', jws, pair.publicJwk, schema)).rejects.toEqual(refusal('wrongType'))
    await expect(verifyJson('cdj-sheet+jws', 'n’importe quoi', pair.publicJwk, schema)).rejects.toEqual(refusal('malformed'))
  })

  it('says whether its content or only its version is unknown', async () => {
    const pair = await generateSigningPair()
    const newer = await signJson('cdj-sheet+jws', { formatVersion: 2, text: 'x' }, pair.privateKey, pair.keyId)
    const strange = await signJson('cdj-sheet+jws', { formatVersion: 1 }, pair.privateKey, pair.keyId)
    await expect(verifyJson('cdj-sheet+jws', newer, pair.publicJwk, schema)).rejects.toEqual(refusal('unknownVersion'))
    await expect(verifyJson('cdj-sheet+jws', strange, pair.publicJwk, schema)).rejects.toEqual(refusal('unexpectedContent'))
  })
})

describe('an envelope', () => {
  it('opens for its recipient alone and is named by its own hash', async () => {
    const server = await generateSealingPair()
    const stranger = await generateSealingPair()
    const envelope = await sealSheet('une.fiche.signee', server.publicJwk)
    expect(envelope.id).toBe(await sha256(envelope.jwe))
    expect(envelope.jwe).not.toContain('fiche')
    expect(await openEnvelope(envelope.jwe, server.privateKey)).toBe('une.fiche.signee')
    await expect(openEnvelope(envelope.jwe, stranger.privateKey)).rejects.toEqual(refusal('cannotOpen'))
    await expect(openEnvelope(tampered(envelope.jwe, 3), server.privateKey)).rejects.toEqual(refusal('cannotOpen'))
  })
})

describe('a receipt', () => {
  it('is believed for its own envelope and from the pinned server only', async () => {
    const server = await generateSigningPair()
    const impostor = await generateSigningPair()
    const envelopeId = await sha256('pli')
    const receipt = {
      format: 'carnet-de-jury/receipt' as const,
      formatVersion: 1 as const,
      envelopeId,
      sheetHash: await sha256('fiche'),
      receivedAt: '2026-11-24T18:00:00Z',
      journalIndex: 3,
      journalHash: await sha256('journal'),
    }
    const jws = await signReceipt(receipt, server.privateKey, server.keyId)
    expect(await verifyReceipt(jws, server.publicJwk, envelopeId)).toEqual(receipt)
    await expect(verifyReceipt(jws, server.publicJwk, await sha256('autre'))).rejects.toEqual(refusal('unexpectedContent'))
    const forged = await signReceipt(receipt, impostor.privateKey, server.keyId)
    await expect(verifyReceipt(forged, server.publicJwk, envelopeId)).rejects.toEqual(refusal('badSignature'))
  })
})

describe('an enrolment code', () => {
  it('survives being copied, and any one slip is noticed before it is sent', async () => {
    const code = { secret: newEnrolmentSecret(), serverKeyId: await sha256('clé') }
    const text = await formatEnrolmentCode(code)
    expect(await parseEnrolmentCode(`  ${text}\n`)).toEqual(code)
    for (let i = 0; i < text.length; i += 1) {
      const slip = text.slice(0, i) + (text[i] === 'x' ? 'y' : 'x') + text.slice(i + 1)
      expect(await parseEnrolmentCode(slip)).not.toEqual(code)
    }
    expect(await parseEnrolmentCode(text.slice(0, -1))).toBe('garbled')
    expect(await parseEnrolmentCode(text.replace(/^1/, '2'))).toBe('unknownVersion')
    expect(await parseEnrolmentCode('')).toBe('garbled')
  })
})

describe('a document’s hash', () => {
  it('does not depend on the order of its keys (RFC 8785)', async () => {
    expect(await hashJson({ b: 1, a: { d: 2, c: 'é' } })).toBe(await hashJson({ a: { c: 'é', d: 2 }, b: 1 }))
    expect(await hashJson({ a: 1 })).not.toBe(await hashJson({ a: 2 }))
  })
})
