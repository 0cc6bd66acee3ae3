import { expect } from 'vitest'
import { readPdfStructure } from './a-pdf-structure.ts'

/**
 * Expects that a screen reader is told the whole PDF, from its title down, no level of title left out. Gives what it is told, line by line
 * (see `readPdfStructure`), and what is set aside.
 */
export async function expectReadablePdf(bytes: Uint8Array): Promise<{ outline: string; artifacts: string[] }> {
  const { outline, artifacts, ...faults } = await readPdfStructure(bytes)
  expect(faults).toEqual({ isMarked: true, stray: [], unmarked: 0, annotations: 0 })
  const levels = outline.flatMap((line) => /^H(\d) /.exec(line)?.[1] ?? []).map(Number)
  expect(levels[0]).toBe(1)
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  expect(outline.filter((line) => /^(H\d|P|LI|Figure)( undefined)?$/.test(line))).toEqual([])
  return { outline: outline.join('\n'), artifacts }
}
