import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftState, MarkState } from '#domain/draft.ts'
import type { Observation } from '#domain/entry.ts'
import { type Grid, gridIndicators } from '#domain/grid.ts'
import { proposePart, proposeSection } from '#domain/proposal.ts'
import { aGrid } from '#test/builders/a-grid.ts'

const observation = fc.constantFrom<Observation>('observed', 'partial', 'notObserved', 'notEvaluated')
const mark = (value: Observation): MarkState => ({ value, oralMs: null, phaseId: null, page: null })
const marksOf = (values: Record<string, Observation>) => Object.fromEntries(Object.entries(values).map(([id, value]) => [id, mark(value)]))
const someMarks = (grid: Grid) =>
  fc
    .record(Object.fromEntries(gridIndicators(grid).map((i) => [i.id, observation])), { requiredKeys: [] })
    .map((v) => marksOf(v as Record<string, Observation>))
const ORDER = { notAcquired: 0, inProgress: 1, acquired: 2 } as const
const RANK: Record<Observation, number> = { notEvaluated: -1, notObserved: 0, partial: 1, observed: 2 }

function section(grid: Grid, index = 0) {
  const found = grid.sections[index]
  if (!found) throw new Error('no such section')
  return found
}

describe('a section’s proposal', () => {
  const grid = aGrid()

  it('never falls when a juror marks an evaluated indicator better', () => {
    fc.assert(
      fc.property(someMarks(grid), fc.constantFrom('S1.K1.I1', 'S1.K1.I2', 'S1.K2.I1', 'S1.K2.I2'), observation, (marks, id, better) => {
        const current = marks[id]?.value
        fc.pre(current !== undefined && current !== 'notEvaluated' && RANK[better] >= RANK[current])
        const before = proposeSection(grid, section(grid), marks).verdict
        const after = proposeSection(grid, section(grid), { ...marks, [id]: mark(better) }).verdict
        expect(before !== null && after !== null && ORDER[after] >= ORDER[before]).toBe(true)
      }),
    )
  })

  it('counts every indicator exactly once', () => {
    fc.assert(
      fc.property(someMarks(grid), (marks) => {
        const p = proposeSection(grid, section(grid), marks)
        expect(p.observed + p.partial + p.notObserved + p.notEvaluated + p.unmarked).toBe(4)
      }),
    )
  })

  it('proposes nothing when nothing was evaluated: not evaluated is not failure', () => {
    expect(proposeSection(grid, section(grid), marksOf({ 'S1.K1.I1': 'notEvaluated' })).verdict).toBeNull()
  })

  it.each([
    [{ 'S1.K1.I1': 'observed', 'S1.K1.I2': 'observed', 'S1.K2.I1': 'observed', 'S1.K2.I2': 'notObserved' }, 'acquired', 75],
    [{ 'S1.K1.I1': 'partial', 'S1.K1.I2': 'partial', 'S1.K2.I1': 'partial', 'S1.K2.I2': 'partial' }, 'inProgress', 50],
    [{ 'S1.K1.I1': 'notObserved', 'S1.K2.I1': 'partial' }, 'notAcquired', 25],
  ] as const)('proposes %o as %s (%i %%)', (values, verdict, percent) => {
    expect(proposeSection(grid, section(grid), marksOf(values))).toMatchObject({ verdict, percent })
  })

  it('keeps a section from being acquired while an essential indicator is not observed, and names it', () => {
    const values = { 'S1.K1.I1': 'observed', 'S1.K1.I2': 'observed', 'S1.K2.I1': 'notObserved', 'S1.K2.I2': 'observed' } as const
    expect(proposeSection(grid, section(grid), marksOf(values))).toMatchObject({ verdict: 'inProgress', missingEssentials: ['S1.K2.I1'] })
  })

  it('lets an example of the text help without counting', () => {
    const first = section(grid)
    const example = {
      ...first,
      criteria: first.criteria.map((c) => ({ ...c, indicators: c.indicators.map((i) => (i.id === 'S1.K1.I2' ? { ...i, weight: 0 } : i)) })),
    }
    expect(proposeSection(grid, example, marksOf({ 'S1.K1.I1': 'observed', 'S1.K1.I2': 'notObserved' })).percent).toBe(100)
  })
})

describe('a part’s proposal', () => {
  type Verdicts = DraftState['verdicts']
  const given = (verdict: 'acquired' | 'inProgress' | 'notAcquired', points: number | null = null) => ({ verdict, points, reason: '' })

  it('proposes nothing until every section has a verdict', () => {
    expect(proposePart(aGrid(), { S1: given('acquired') })).toMatchObject({ verdict: null, reason: 'incomplete', pending: ['S2'] })
  })

  it('validates by the default rule when every competence is acquired, and only then', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('acquired' as const, 'inProgress' as const, 'notAcquired' as const),
        fc.constantFrom('acquired' as const, 'inProgress' as const),
        (a, b) => {
          const verdicts: Verdicts = { S1: given(a), S2: given(b) }
          expect(proposePart(aGrid(), verdicts).verdict).toBe(a === 'acquired' && b === 'acquired' ? 'validated' : 'notValidated')
        },
      ),
    )
  })

  it('refuses an eliminatory competence whatever the rest', () => {
    const grid = aGrid()
    const sections = grid.sections.map((s, i) => ({ ...s, eliminatory: i === 0 }))
    const lenient = aGrid({ sections, decisionRule: { ...grid.decisionRule, part: { kind: 'atLeast', count: 1 } } })
    expect(proposePart(lenient, { S1: given('inProgress'), S2: given('acquired') })).toMatchObject({
      verdict: 'notValidated',
      reason: 'eliminatory',
    })
    expect(proposePart(lenient, { S1: given('acquired'), S2: given('notAcquired') }).verdict).toBe('validated')
  })

  it('validates on a weighted average only above the threshold and with no mark under the floor', () => {
    const grid = aGrid()
    const sections = grid.sections.map((s, i) => ({ ...s, weight: i === 0 ? 3 : 1 }))
    const marks = aGrid({
      sections,
      scale: { kind: 'points', max: 20, step: 0.5 },
      decisionRule: { ...grid.decisionRule, part: { kind: 'average', threshold: 10, floor: 7 } },
    })
    expect(proposePart(marks, { S1: given('acquired', 11), S2: given('inProgress', 7) })).toMatchObject({
      verdict: 'validated',
      average: 10,
    })
    expect(proposePart(marks, { S1: given('acquired', 18), S2: given('notAcquired', 6.5) }).verdict).toBe('notValidated')
    expect(proposePart(marks, { S1: given('acquired', 10), S2: given('inProgress', 8) }).verdict).toBe('notValidated')
  })
})
