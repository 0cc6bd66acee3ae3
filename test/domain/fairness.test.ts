import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VerdictLevel } from '#domain/entry.ts'
import { fairness, MIN_FLAT_CASES, type ScoredOral } from '#domain/fairness.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { aStoredSheet } from '#test/builders/a-stored-sheet.ts'

const [GRID] = defaultGrids(cdcm, { id: cdcm.id, version: cdcm.version, hash: 'A'.repeat(43) })
if (!GRID) throw new Error('no grid')
const grid = GRID
const INDICATORS = grid.sections.flatMap(({ criteria }) => criteria.flatMap(({ indicators }) => indicators))

function aSheetOf(jurorId: string, verdict: VerdictLevel, mark: 'observed' | 'notObserved' = 'observed') {
  return aStoredSheet(
    grid,
    [
      { kind: 'presence', presence: 'present' },
      { kind: 'mark', targets: [INDICATORS[0]?.id ?? ''], value: 'observed' },
      { kind: 'mark', targets: [INDICATORS[1]?.id ?? ''], value: mark },
      ...grid.sections.map(({ id }) => ({ kind: 'verdict' as const, sectionId: id, verdict, reason: '' })),
    ],
    { context: { juror: { id: jurorId, name: jurorId } } },
  ).sheet
}

function anOral(oralId: string, verdicts: Record<string, VerdictLevel>, changes: Partial<ScoredOral> = {}): ScoredOral {
  return {
    oralId,
    grid,
    panelId: 'p1',
    room: 'A12',
    startsAt: '2026-11-24T09:00:00+01:00',
    site: 'Angers',
    sessionId: 's1',
    order: 1,
    sheets: Object.entries(verdicts).map(([jurorId, verdict]) => aSheetOf(jurorId, verdict)),
    ...changes,
  }
}

/** Always the same numbers, one after the other. */
function sequence(): () => number {
  let step = 0
  return () => {
    step += 1
    return (step * 0.618_034) % 1
  }
}

describe('the fairness of a session', () => {
  it('finds full agreement, and disagreement below it, with the same interval each time', () => {
    const agreed = [anOral('o1', { j1: 'acquired', j2: 'acquired' }), anOral('o2', { j1: 'notAcquired', j2: 'notAcquired' })]
    expect(fairness(agreed, sequence()).agreement.alpha).toBe(1)
    const divided = [...agreed, anOral('o3', { j1: 'acquired', j2: 'notAcquired' })]
    const { agreement } = fairness(divided, sequence())
    expect(agreement.alpha).toBeLessThan(1)
    expect(agreement.units).toBe(3 * grid.sections.length)
    expect(fairness(divided, sequence()).agreement).toEqual(agreement)
  })

  it('compares each juror with those of the same orals only, and counts the cases', () => {
    const orals = [
      anOral('o1', { j1: 'acquired', j2: 'inProgress', j3: 'notAcquired' }),
      anOral('o2', { j1: 'inProgress', j2: 'inProgress' }),
      anOral('o3', { j4: 'notAcquired' }),
    ]
    const { severities } = fairness(orals, sequence())
    const of = (id: string) => severities.find(({ jurorId }) => jurorId === id)
    expect(of('j1')).toMatchObject({ meanDifference: 0.75, cases: 2 * grid.sections.length, orals: 2 })
    expect(of('j3')?.meanDifference).toBe(-1.5)
    expect(of('j4')).toEqual({ jurorId: 'j4', meanDifference: null, cases: 0, orals: 0 })
  })

  it('never finds all jurors of two generous at once', () => {
    const level = fc.constantFrom<VerdictLevel>('acquired', 'inProgress', 'notAcquired')
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 4 }), (pairs) => {
        const orals = pairs.map(([one, two], index) => anOral(`o${index}`, { j1: one, j2: two }))
        const [first, second] = fairness(orals, sequence()).severities
        return Math.abs((first?.meanDifference ?? 0) + (second?.meanDifference ?? 0)) < 1e-9
      }),
      { numRuns: 20 },
    )
  })

  it('tells an indicator that never varies only from enough sheets on', () => {
    const sheets = (count: number) =>
      Array.from({ length: count }, (_, place) => aSheetOf(`j${place}`, 'acquired', place === 0 ? 'notObserved' : 'observed'))
    const flat = (count: number) => fairness([anOral('o1', {}, { sheets: sheets(count) })], sequence()).flatIndicators
    expect(flat(MIN_FLAT_CASES - 1)).toEqual([])
    expect(flat(MIN_FLAT_CASES)).toEqual([
      { gridId: grid.id, indicatorId: INDICATORS[0]?.id, label: INDICATORS[0]?.label, value: 'observed', cases: MIN_FLAT_CASES },
    ])
  })

  it('counts shares by block, room, panel, hour of the centre’s clock and place in the day', () => {
    const orals = [
      anOral('o1', { j1: 'acquired', j2: 'acquired' }),
      anOral('o2', { j1: 'notAcquired' }, { room: 'B3', panelId: 'p2', order: 2, startsAt: '2026-11-24T14:30:00+01:00' }),
      anOral('o3', { j1: 'acquired' }, { sheets: [] }),
    ]
    const found = fairness(orals, sequence())
    const count = grid.sections.length
    expect(found.byPart).toEqual([{ group: 'B1', acquired: 2 * count, cases: 3 * count, orals: 2 }])
    expect(found.byHour.map(({ group, acquired }) => [group, acquired])).toEqual([
      ['09', 2 * count],
      ['14', 0],
    ])
    expect(found.byRoom.map(({ group }) => group)).toEqual(['A12', 'B3'])
    expect(found.byPanel.map(({ group }) => group)).toEqual(['p1', 'p2'])
    expect(found.byOrder.map(({ group }) => group)).toEqual(['1', '2'])
  })
})
