import type { PanelDecision } from './deliberation.ts'
import type { Observation, VerdictLevel } from './entry.ts'
import { type Grid, sectionIndicators } from './grid.ts'
import type { ScoreSheet } from './sheet.ts'

/** What a candidate is told of one competence: the panel's verdict, what most jurors saw and did not see, never who said what. */
export interface SectionFeedback {
  id: string
  title: string
  /** Null when the panel gave none (an interrupted oral). */
  verdict: VerdictLevel | null
  reason: string
  /** Labels of indicators most jurors who evaluated them observed. */
  seen: string[]
  /** Labels of the others that were evaluated. */
  toImprove: string[]
  /** Empty unless comments are released. */
  comments: string[]
}

export interface PartFeedback {
  sections: SectionFeedback[]
  /** On the oral as a whole: appreciations and notes without a target. Empty unless comments are released. */
  comments: string[]
}

/** A candidate's feedback on one oral, from the sheets the panel had before it. */
export function partFeedback(grid: Grid, decision: PanelDecision, sheets: readonly ScoreSheet[], includeComments: boolean): PartFeedback {
  const sections = grid.sections.map((section): SectionFeedback => {
    const decided = decision.sections.find(({ id }) => id === section.id)
    const indicators = sectionIndicators(section)
    const targets = new Set([section.id, ...indicators.map(({ id }) => id)])
    const judged = indicators.map(({ id, label }) => ({ label, state: mostSaid(sheets.map((sheet) => sheet.marks[id]?.value)) }))
    return {
      id: section.id,
      title: section.title,
      verdict: decided?.verdict ?? null,
      reason: decided?.reason ?? '',
      seen: judged.filter(({ state }) => state === 'seen').map(({ label }) => label),
      toImprove: judged.filter(({ state }) => state === 'toImprove').map(({ label }) => label),
      comments: includeComments ? notesOn(sheets, (target) => target !== null && targets.has(target)) : [],
    }
  })
  const general = includeComments
    ? [...sheets.map(({ appreciation }) => appreciation), ...notesOn(sheets, (target) => target === null)]
    : []
  return { sections, comments: general.filter((text) => text.trim() !== '') }
}

/** Seen when more than half of those who evaluated it observed it. */
function mostSaid(values: readonly (Observation | undefined)[]): 'seen' | 'toImprove' | 'notEvaluated' {
  const evaluated = values.filter((value) => value !== undefined && value !== 'notEvaluated')
  if (evaluated.length === 0) return 'notEvaluated'
  return evaluated.filter((value) => value === 'observed').length * 2 > evaluated.length ? 'seen' : 'toImprove'
}

function notesOn(sheets: readonly ScoreSheet[], concerns: (targetId: string | null) => boolean): string[] {
  return sheets.flatMap(({ notes }) =>
    notes.filter(({ targetId, text }) => concerns(targetId) && text.trim() !== '').map(({ text }) => text),
  )
}
