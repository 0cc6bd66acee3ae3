import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_CODES_LENGTH, splitText, TextAssembler, type TextReading } from '#device/transfer/text-parts.ts'

/** What base64url and dots are made of, as the texts carried by hand are. */
const carriedText = (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.'), minLength, maxLength })

async function readAll(codes: readonly string[]): Promise<TextReading | undefined> {
  const assembler = new TextAssembler()
  let last: TextReading | undefined
  for (const code of codes) last = await assembler.add(code)
  return last
}

describe('a text carried by codes', () => {
  it('is one code, itself, when it is short', async () => {
    expect(await splitText('cdj-mandat.1.abc')).toEqual(['cdj-mandat.1.abc'])
    expect(await readAll(['cdj-mandat.1.abc'])).toEqual({ kind: 'whole', text: 'cdj-mandat.1.abc' })
  })

  it('comes whole from its codes in any order, some of them read twice, each small enough for a cheap camera', async () => {
    await fc.assert(
      fc.asyncProperty(carriedText(261, 6_000), fc.nat(), async (text, seed) => {
        const codes = await splitText(text)
        const order = codes.map((code, at) => ({ code, rank: (at * 7_919 + seed) % 1_009 })).sort((a, b) => a.rank - b.rank)
        const [first] = order
        expect(Math.max(...codes.map(({ length }) => length))).toBeLessThanOrEqual(290)
        expect(await readAll([...(first ? [first.code] : []), ...order.map(({ code }) => code)])).toEqual({ kind: 'whole', text })
      }),
      { numRuns: 50 },
    )
  })

  it('says how many codes were read', async () => {
    const codes = await splitText('a'.repeat(1_000))
    expect(await readAll(codes.slice(0, 2))).toEqual({ kind: 'parts', read: 2, count: 4 })
  })

  it('starts again with the codes of another text', async () => {
    const [one = ''] = await splitText('a'.repeat(1_000))
    const other = 'b'.repeat(900)
    expect(await readAll([one, ...(await splitText(other))])).toEqual({ kind: 'whole', text: other })
  })

  it('is never given with a part that is another’s', async () => {
    const codes = await splitText('a'.repeat(1_000))
    const changed = codes.map((code, at) => (at === 1 ? code.replace(/a$/, 'b') : code))
    expect(await readAll(changed)).toEqual({ kind: 'parts', read: 0, count: 4 })
  })

  it('is refused when it is too long for codes', async () => {
    await expect(splitText('a'.repeat(MAX_CODES_LENGTH + 1))).rejects.toThrow(RangeError)
  })
})
