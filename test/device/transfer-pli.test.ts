import { describe, expect, it } from 'vitest'
import { packEnvelopes, unpackEnvelopes } from '#device/transfer/container.ts'
import { pliFileName, readPli, writePli } from '#device/transfer/pli-file.ts'
import { someEnvelopes } from '../builders/an-envelope.ts'

describe('a .pli file', () => {
  it('brings back every envelope', async () => {
    const envelopes = await someEnvelopes(3)
    expect(await readPli(new Blob([writePli(envelopes)]))).toEqual({ ok: true, envelopes, damaged: [] })
  })

  it('keeps an envelope once, however often the file holds it', async () => {
    const envelopes = await someEnvelopes(1)
    expect(await readPli(new Blob([writePli([...envelopes, ...envelopes])]))).toEqual({ ok: true, envelopes, damaged: [] })
  })

  it('names the damaged envelope and keeps the others', async () => {
    const [first, second, third] = await someEnvelopes(3)
    if (!first || !second || !third) throw new Error('no envelopes')
    const text = writePli([first, { ...second, jwe: second.jwe.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }, third])
    expect(await readPli(new Blob([text]))).toEqual({ ok: true, envelopes: [first, third], damaged: [{ position: 2, id: second.id }] })
  })

  it('saves what a file cut short still holds whole', async () => {
    const envelopes = await someEnvelopes(3)
    const text = writePli(envelopes)
    const reading = await readPli(new Blob([text.slice(0, text.length - 2_000)]))
    expect(reading).toEqual({ ok: true, envelopes: envelopes.slice(0, 2), damaged: [{ position: 3, id: envelopes[2]?.id }] })
  })

  it('tells another kind of file from one of a newer version', async () => {
    expect(await readPli(new Blob(['%PDF-1.7']))).toEqual({ ok: false, code: 'notPli' })
    expect(await readPli(new Blob(['{"format":"carnet-de-jury/session"}']))).toEqual({ ok: false, code: 'notPli' })
    expect(await readPli(new Blob(['{"format":"carnet-de-jury/pli","formatVersion":2}']))).toEqual({ ok: false, code: 'unknownVersion' })
  })

  it('has a name that says when and nothing else', () => {
    expect(pliFileName(new Date(2026, 10, 24, 9, 5))).toBe('plis-2026-11-24-0905.pli')
  })
})

describe('envelopes as bytes', () => {
  it('are a quarter smaller and come back to the very same text', async () => {
    const envelopes = await someEnvelopes(12)
    const packed = packEnvelopes(envelopes)
    const chars = envelopes.reduce((total, { jwe }) => total + jwe.length, 0)
    expect(packed.length / chars).toBeLessThan(0.77)
    expect(unpackEnvelopes(packed)).toEqual(envelopes)
  })

  it('keep a JWE whose base64url is not the shortest form as it is', async () => {
    const [envelope] = await someEnvelopes(1)
    if (!envelope) throw new Error('no envelope')
    const odd = { id: envelope.id, jwe: 'QR.QQ.QQ.QQ.QQ' }
    expect(unpackEnvelopes(packEnvelopes([odd, envelope]))).toEqual([odd, envelope])
  })

  it('are refused when cut short', async () => {
    const packed = packEnvelopes(await someEnvelopes(1, 1_000))
    for (const length of [0, 2, 20, packed.length - 1]) expect(() => unpackEnvelopes(packed.slice(0, length))).toThrow(RangeError)
  })
})
