import { type Grid, sectionIndicators } from '#domain/grid.ts'

/** A section, or an indicator in it. */
export interface GridHit {
  sectionId: string
  indicatorId: string | null
  label: string
}

const MAX_HITS = 12

/** A bare number is a section's number (« 12 » → C12); words are looked for in titles, labels and details, accents and case aside. */
export function findInGrid(grid: Grid, query: string): GridHit[] {
  const wanted = plain(query)
  if (wanted === '') return []
  const sectionHit = (section: Grid['sections'][number]): GridHit => ({ sectionId: section.id, indicatorId: null, label: section.title })
  const numbered = grid.sections.filter((section) => plain(section.id) === wanted || section.id.replace(/^\D+/, '') === wanted)
  if (numbered.length > 0) return numbered.map(sectionHit)
  const words = wanted.split(/\s+/)
  const holds = (...texts: string[]) => words.every((word) => plain(texts.join(' ')).includes(word))
  const hits = grid.sections.flatMap((section) => [
    ...(holds(section.title) ? [sectionHit(section)] : []),
    ...sectionIndicators(section)
      .filter((indicator) => holds(indicator.label, ...indicator.details))
      .map((indicator) => ({ sectionId: section.id, indicatorId: indicator.id, label: indicator.label })),
  ])
  return hits.slice(0, MAX_HITS)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim()
}
