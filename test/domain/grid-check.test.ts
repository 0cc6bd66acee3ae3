import { describe, expect, it } from 'vitest'
import type { Grid } from '#domain/grid.ts'
import { checkGrid } from '#domain/grid-check.ts'
import { aGrid, theRealGrids } from '../builders/a-grid.ts'

const codes = (changes: Partial<Grid>) => checkGrid({ ...aGrid(), ...changes }).map(({ path, code }) => `${path.join('.')} ${code}`)
const rule = (part: Grid['decisionRule']['part']): Grid['decisionRule'] => ({
  section: { acquiredFromPercent: 70, inProgressFromPercent: 40 },
  part,
})

describe('checkGrid', () => {
  it('has nothing to say of the bundled grids', async () => {
    for (const grid of await theRealGrids()) expect(checkGrid(grid)).toEqual([])
  })

  it('refuses a sum of phases that is not the duration, and a warning before the start', () => {
    expect(codes({ durationMinutes: 20, warningMinutes: [20, 5] })).toEqual([
      'phases phases-duration',
      'warningMinutes warning-before-start',
    ])
  })

  it('refuses a rule that can never be met', () => {
    expect(codes({ decisionRule: rule({ kind: 'atLeast', count: 3 }) })).toEqual(['decisionRule.part.count count-above-sections'])
    expect(codes({ decisionRule: rule({ kind: 'average', threshold: 10, floor: 7 }) })).toEqual([
      'decisionRule.part.kind average-needs-points',
    ])
    const scale = { kind: 'points' as const, max: 10, step: 20 }
    expect(codes({ scale, decisionRule: rule({ kind: 'average', threshold: 12, floor: 11 }) })).toEqual([
      'scale.step step-above-max',
      'decisionRule.part.threshold threshold-above-max',
      'decisionRule.part.floor floor-above-max',
    ])
  })

  it('refuses a section where nothing counts, the same id twice, and a phase about a section that is gone', () => {
    const [first] = aGrid().sections
    if (!first) throw new Error('the builder makes sections')
    const weightless = {
      ...first,
      criteria: first.criteria.map((c) => ({ ...c, indicators: c.indicators.map((i) => ({ ...i, weight: 0 })) })),
    }
    expect(codes({ sections: [weightless] })).toEqual(['sections.0 section-weightless'])
    expect(codes({ sections: [first, first] })).toContain('sections.1 duplicate-id')
    expect(codes({ phases: [{ id: 'oral', title: 'Oral', minutes: 30, focus: ['S9'] }] })).toEqual(['phases.0.focus focus-unknown'])
  })
})
