import { describe, expect, it } from 'vitest'
import { calibrationAgreement, calibrationSpread } from '#domain/calibration.ts'
import type { Observation } from '#domain/entry.ts'
import { aGrid } from '#test/builders/a-grid.ts'

/** One juror's marks of S1.K1's two indicators. */
function marked(first: Observation | null, second: Observation | null) {
  const mark = (value: Observation) => ({ value, oralMs: null, phaseId: null, page: null })
  return { marks: { ...(first ? { 'S1.K1.I1': mark(first) } : {}), ...(second ? { 'S1.K1.I2': mark(second) } : {}) } }
}

describe('the spread of a calibration', () => {
  it('counts each mark of each indicator, criterion by criterion', () => {
    const sheets = [marked('observed', 'partial'), marked('observed', 'notObserved'), marked('notEvaluated', null)]
    const criterion = calibrationSpread(aGrid(), sheets)?.[0]?.criteria[0]
    expect(criterion?.id).toBe('S1.K1')
    expect(criterion?.indicators.map(({ id, counts }) => [id, counts])).toEqual([
      ['S1.K1.I1', { observed: 2, partial: 0, notObserved: 0, notEvaluated: 1 }],
      ['S1.K1.I2', { observed: 0, partial: 1, notObserved: 1, notEvaluated: 0 }],
    ])
  })

  it('shows nothing with two sheets: one’s own mark would tell the other’s', () => {
    expect(calibrationSpread(aGrid(), [marked('observed', 'partial'), marked('observed', 'observed')])).toBeNull()
  })
})

describe('the agreement of a calibration', () => {
  const random = () => 0.5

  it('is told on the whole and by criterion, each indicator being one case', () => {
    const sheets = [marked('observed', 'notObserved'), marked('observed', 'notObserved'), marked('observed', 'notObserved')]
    const { whole, byCriterion } = calibrationAgreement(aGrid(), sheets, random)
    expect(whole).toMatchObject({ alpha: 1, units: 2, ratings: 6 })
    expect(byCriterion.find(({ criterionId }) => criterionId === 'S1.K1')?.agreement).toMatchObject({ alpha: 1, units: 2 })
    expect(byCriterion.find(({ criterionId }) => criterionId === 'S1.K2')?.agreement).toMatchObject({ alpha: null, units: 0 })
  })

  it('falls when jurors see opposite things, and takes « not evaluated » as no rating', () => {
    const sheets = [marked('observed', 'notObserved'), marked('notObserved', 'observed'), marked('notEvaluated', 'notEvaluated')]
    const { whole } = calibrationAgreement(aGrid(), sheets, random)
    expect(whole.ratings).toBe(4)
    expect(whole.alpha).toBeLessThan(0)
  })
})
