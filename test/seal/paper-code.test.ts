import { describe, expect, it } from 'vitest'
import { formatPaperCode, readPaperCode } from '#seal/paper-code.ts'

const PAPER = {
  sessionId: '0a9f4b0e-7d9c-4f66-9a55-53d6f0a3a001',
  oralId: '0a9f4b0e-7d9c-4f66-9a55-53d6f0a3a002',
  jurorId: '0a9f4b0e-7d9c-4f66-9a55-53d6f0a3a003',
  grid: { id: 'cdcm-b1', version: '2026.1', hash: 'G'.repeat(43) },
}

describe('the code printed on a sheet', () => {
  it('says which sheet of which oral, on which grid, in a code any camera reads', async () => {
    const code = await formatPaperCode(PAPER)
    expect(await readPaperCode(code)).toEqual({ paper: PAPER, hash: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) })
    expect(code.length).toBeLessThan(300)
  })

  it('is told from a garbled one, a newer one, and the code of something else', async () => {
    const code = await formatPaperCode(PAPER)
    expect(await readPaperCode(code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBe('garbled')
    expect(await readPaperCode(code.slice(0, -9))).toBe('garbled')
    expect(await readPaperCode(code.replace('.1.', '.2.'))).toBe('unknownVersion')
    expect(await readPaperCode('cdj-secours.1.e30.abcdef')).toBe('garbled')
  })
})
