import type { KnownGrid } from '../import-file.ts'
import { plainWords } from './table.ts'

/** A published grid as tables may name it. */
export interface NamedGrid extends KnownGrid {
  title: string
}

/** Every way a table may name a part: `B1`, `bloc 1`, `1`, the grid's id or title; `entretien final` for the interview. */
export function namesOfPart(grid: NamedGrid): string[] {
  const own = [plainWords(grid.id), plainWords(grid.title)]
  if (grid.blockId === null) return [...own, 'entretien final', 'entretien', 'final', 'oral final', 'ef']
  const block = plainWords(grid.blockId)
  const digits = block.replace(/\D/g, '')
  const numbered =
    digits === ''
      ? []
      : [digits, `b${digits}`, `b ${digits}`, `bloc ${digits}`, `bloc${digits}`, `bc${digits}`, `bloc 0${digits}`, `oral ${digits}`]
  return [...own, block, `bloc ${block}`, ...numbered]
}

/** The grid a cell names, or null. */
export function gridNamed(text: string, grids: readonly NamedGrid[]): NamedGrid | null {
  const word = plainWords(text)
  return grids.find((grid) => namesOfPart(grid).includes(word)) ?? null
}

/** The blocks a cell lists: `B1, B2`, `1;2;3`, `1 et 2`, `tous`. Names that are no block come apart. */
export function blocksNamed(text: string, grids: readonly NamedGrid[]): { blocks: string[]; unknown: string[] } {
  const all = grids.flatMap(({ blockId }) => blockId ?? [])
  if (/^(tous|toutes|tout|tous les blocs|titre complet|titre|complet|totalite)$/.test(plainWords(text))) return { blocks: all, unknown: [] }
  const named = text
    .split(/[,;/+&|\n]| et /)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => ({ piece, grid: gridNamed(piece, grids) }))
  const blocks = new Set(named.flatMap(({ grid }) => grid?.blockId ?? []))
  return { blocks: all.filter((id) => blocks.has(id)), unknown: named.filter(({ grid }) => !grid?.blockId).map(({ piece }) => piece) }
}
