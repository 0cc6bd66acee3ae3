import type { DraftState } from '#domain/draft.ts'
import { type Grid, type GridIndicator, gridIndicators, sectionIndicators } from '#domain/grid.ts'
import { i18n, t } from '#texts/i18n.ts'

type PhraseGroup = 'general' | 'delivery' | 'rolePlay'

/** Ready phrases for what a note is about: first those its own criteria and marks suggest, then those of its kind. */
export function suggestPhrases(grid: Grid, targetId: string | null, marks: DraftState['marks']): string[] {
  const section = grid.sections.find((candidate) => candidate.id === targetId)
  const indicators = section ? sectionIndicators(section) : gridIndicators(grid).filter((indicator) => indicator.id === targetId)
  const topics = section?.criteria ?? indicators.map((indicator) => ({ title: indicator.label, indicators: [indicator] }))
  const own = topics.map(({ title, indicators: within }) => t(`oral:notes.suggested.${leaning(within, marks)}`, { what: asTopic(title) }))
  const tags = new Set(indicators.flatMap((indicator) => indicator.tags))
  const groups: PhraseGroup[] = ['general']
  if ([...tags].some((tag) => tag.startsWith('oral'))) groups.unshift('delivery')
  if (tags.has('jeu-de-role')) groups.unshift('rolePlay')
  return [...new Set([...own, ...groups.flatMap(phrasesOf)])]
}

/** What the marks say so far: all observed, some not, or nothing marked yet. */
function leaning(indicators: readonly GridIndicator[], marks: DraftState['marks']): 'strong' | 'weak' | 'ask' {
  const values = indicators.flatMap((indicator) => marks[indicator.id]?.value ?? [])
  if (values.some((value) => value === 'partial' || value === 'notObserved')) return 'weak'
  return values.includes('observed') ? 'strong' : 'ask'
}

/** A title as the end of a sentence: « Étude de marché. » → « étude de marché ». */
function asTopic(title: string): string {
  const bare = title.replace(/[.;:,\s]+$/, '')
  // « FALC » and « C12 » keep their capitals.
  return /^\p{Lu}\p{Ll}/u.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare
}

function phrasesOf(group: PhraseGroup): string[] {
  const phrases: Record<string, string> = i18n.getResource('fr', 'oral', `phrases.${group}`)
  return Object.values(phrases)
}
