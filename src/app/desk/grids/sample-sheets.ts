import type { DraftState } from '#domain/draft.ts'
import type { Observation, VerdictLevel } from '#domain/entry.ts'
import { type Grid, type GridSection, gridIndicators, sectionIndicators } from '#domain/grid.ts'
import { type PartProposal, proposePart, proposeSection, type SectionProposal } from '#domain/proposal.ts'

/** Sheets a juror could hand in, to see what a grid makes of them. */
export const SAMPLES = ['allObserved', 'essentialMissing', 'allPartial', 'oneFails', 'halfObserved', 'nothingObserved'] as const
export type Sample = (typeof SAMPLES)[number]

/** What the person changed in a sample. */
export interface SampleChanges {
  marks: Record<string, Observation>
  verdicts: Record<string, VerdictLevel>
  points: Record<string, number>
}

export const NO_CHANGES: SampleChanges = { marks: {}, verdicts: {}, points: {} }

export interface SampleSection {
  section: GridSection
  marks: Record<string, Observation>
  proposal: SectionProposal
  verdict: VerdictLevel | null
  points: number | null
}

/** What the grid decides on one sample sheet: its sections' proposals, and the part's from the verdicts kept. */
export function decideSample(grid: Grid, sample: Sample, changes: SampleChanges): { sections: SampleSection[]; part: PartProposal } {
  const marks = { ...sampleMarks(grid, sample), ...changes.marks }
  const states = markStates(marks)
  const sections = grid.sections.map((section): SampleSection => {
    const proposal = proposeSection(grid, section, states)
    return {
      section,
      marks: Object.fromEntries(sectionIndicators(section).flatMap(({ id }) => (marks[id] === undefined ? [] : [[id, marks[id]]]))),
      proposal,
      verdict: changes.verdicts[section.id] ?? proposal.verdict,
      points: grid.scale.kind === 'points' ? (changes.points[section.id] ?? pointsFrom(grid.scale, proposal.percent)) : null,
    }
  })
  const verdicts = Object.fromEntries(
    sections.flatMap(({ section, verdict, points }) => (verdict === null ? [] : [[section.id, { verdict, points, reason: '' }]])),
  )
  return { sections, part: proposePart(grid, verdicts) }
}

function sampleMarks(grid: Grid, sample: Sample): Record<string, Observation> {
  const indicators = gridIndicators(grid)
  const all = (value: Observation) => Object.fromEntries(indicators.map(({ id }) => [id, value]))
  switch (sample) {
    case 'allObserved':
      return all('observed')
    case 'allPartial':
      return all('partial')
    case 'nothingObserved':
      return all('notObserved')
    case 'halfObserved':
      return Object.fromEntries(indicators.map(({ id }, place) => [id, place % 2 === 0 ? 'observed' : 'notObserved']))
    case 'essentialMissing': {
      const missed = indicators.find(({ essential }) => essential) ?? indicators[0]
      return { ...all('observed'), ...(missed ? { [missed.id]: 'notObserved' as const } : {}) }
    }
    case 'oneFails': {
      const failed = grid.sections.find(({ eliminatory }) => eliminatory) ?? grid.sections[0]
      return {
        ...all('observed'),
        ...Object.fromEntries((failed ? sectionIndicators(failed) : []).map(({ id }) => [id, 'notObserved' as const])),
      }
    }
  }
}

function markStates(marks: Record<string, Observation>): DraftState['marks'] {
  return Object.fromEntries(Object.entries(marks).map(([id, value]) => [id, { value, oralMs: null, phaseId: null, page: null }]))
}

/** A juror's points follow what they saw; on the scale's own steps. */
function pointsFrom({ max, step }: { max: number; step: number }, percent: number | null): number {
  return Number((Math.round((((percent ?? 0) / 100) * max) / step) * step).toFixed(4))
}
