import { describe, expect, it } from 'vitest'
import { draftOf, formOf, freeId, nextVersion, readForm } from '#app/desk/grids/grid-form.ts'
import { decideSample, NO_CHANGES } from '#app/desk/grids/sample-sheets.ts'
import { aGrid, theRealGrids } from '../../../builders/a-grid.ts'

describe('the editor’s fields', () => {
  it('give back the very grid they were filled from', async () => {
    for (const grid of await theRealGrids()) {
      const sorted = { ...grid, certifierSettings: [...grid.certifierSettings].sort() }
      const read = readForm(formOf(grid, grid.version), []).grid
      expect(read && { ...read, certifierSettings: [...read.certifierSettings].sort() }).toEqual(sorted)
    }
  })

  it('keep only the numbers of the chosen rule and scale', () => {
    const form = formOf(aGrid(), '2')
    form.scale.kind = 'points'
    form.decisionRule.part.kind = 'average'
    expect(draftOf(form)).toMatchObject({ scale: { kind: 'points', max: 20, step: 0.5 } })
    expect(draftOf(form).decisionRule.part).toEqual({ kind: 'average', threshold: 10, floor: 7 })
  })

  it('complain of everything at once: empty fields, contradictions, a version already taken', () => {
    const form = formOf(aGrid(), '1')
    form.title = ' '
    form.durationMinutes = Number.NaN
    form.warningMinutes = '40, dix'
    form.phases = [{ id: 'oral', title: 'Oral', minutes: 20, focus: ['S9'] }]
    const { grid, complaints } = readForm(form, ['1'])
    expect(grid).toBeNull()
    expect(complaints.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'title textMissing',
      'durationMinutes number',
      'warningMinutes.1 number',
      'phases.0.focus focus-unknown',
      'version version-taken',
    ])
  })

  it('propose a next version that is free, and ids that are free', () => {
    expect(nextVersion('1.0.0', ['1.0.0'])).toBe('1.0.0-2')
    expect(nextVersion('1.0.0-2', ['1.0.0', '1.0.0-2', '1.0.0-3'])).toBe('1.0.0-4')
    expect(freeId('C1.K1.', 'I', ['C1.K1.I1', 'C1.K1.I3'])).toBe('C1.K1.I4')
  })
})

describe('a sample sheet', () => {
  it('is decided by the grid’s own rule, and anew after each change', () => {
    const grid = aGrid()
    expect(decideSample(grid, 'allObserved', NO_CHANGES).part.verdict).toBe('validated')
    const missing = decideSample(grid, 'essentialMissing', NO_CHANGES)
    expect(missing.sections[0]?.proposal.missingEssentials).toEqual(['S1.K2.I1'])
    expect(missing.part).toMatchObject({ verdict: 'notValidated', reason: 'ruleNotMet' })
    expect(decideSample(grid, 'essentialMissing', { ...NO_CHANGES, verdicts: { S1: 'acquired' } }).part.verdict).toBe('validated')
  })

  it('follows an average with a floor: one low mark is enough to fail', () => {
    const grid = aGrid({
      scale: { kind: 'points', max: 20, step: 0.5 },
      decisionRule: { section: { acquiredFromPercent: 70, inProgressFromPercent: 40 }, part: { kind: 'average', threshold: 10, floor: 7 } },
    })
    expect(decideSample(grid, 'halfObserved', NO_CHANGES).part).toMatchObject({ average: 10, verdict: 'validated' })
    expect(decideSample(grid, 'allObserved', { ...NO_CHANGES, points: { S2: 6.5 } }).part).toMatchObject({
      average: 13.25,
      verdict: 'notValidated',
    })
  })
})
