import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CandidateResult } from '#domain/results.ts'
import { anonymousSession, anonymousSessionSchema, hideSmall, SMALLEST_GROUP, type StatisticsSource } from '#domain/statistics.ts'
import { aCandidate, aHash } from '../builders/a-board.ts'
import { aGrid } from '../builders/a-grid.ts'
import { aMark } from '../builders/a-log.ts'
import { aStoredSheet } from '../builders/a-stored-sheet.ts'

const GRID = aGrid()
const [INDICATOR] = GRID.sections.flatMap(({ criteria }) => criteria.flatMap(({ indicators }) => indicators.map(({ id }) => id)))
const SECRETS = ['Zébulon', 'Quasimodo', 'N-7781', 'Salle secrète', 'Jurée Mystère', 'note très personnelle', 'tiers-temps', '09:41']

/** So many candidates of one oral each, each with a juror's sheet full of what must not be told. */
function aSource(count: number, changes: Partial<StatisticsSource> = {}): StatisticsSource {
  const candidates = Array.from({ length: count }, (_, place) =>
    aCandidate(`c${place}`, {
      number: 'N-7781',
      lastName: 'Zébulon',
      firstName: 'Quasimodo',
      accommodations: [{ effect: 'tiers-temps', extraTime: { numerator: 1, denominator: 3 } }],
    }),
  )
  const results = candidates.map(
    (candidate): CandidateResult => ({
      candidate,
      parts: [],
      title: { candidateId: candidate.id, outcome: 'partial', acquiredBlocks: [], missingParts: [], pendingParts: [], reason: null },
      retakes: [],
    }),
  )
  return {
    session: {
      id: 's1',
      title: 'Session',
      centre: 'Salle secrète',
      startsOn: '2026-11-24',
      endsOn: '2026-11-24',
      candidates,
      jurors: [],
      panels: [],
      supports: [],
      orals: candidates.map(({ id }) => ({
        id: `o-${id}`,
        candidateId: id,
        panelId: 'p1',
        gridId: GRID.id,
        startsAt: '2026-11-24T09:41:00+01:00',
        room: 'Salle secrète',
        supportId: null,
        scenario: null,
      })),
    },
    framework: { title: 'Certification', level: 6, rncpCode: null },
    grids: [{ hash: aHash('grid'), grid: GRID }],
    results,
    sheets: candidates.map(
      ({ id }) =>
        aStoredSheet(
          GRID,
          [
            { kind: 'presence', presence: 'present' },
            aMark(INDICATOR ?? '', 'partial'),
            { kind: 'note', noteId: 'n1', target: {}, text: 'note très personnelle', private: false },
            { kind: 'appreciation', text: 'note très personnelle' },
          ],
          {
            context: {
              oralId: `o-${id}`,
              juror: { id: 'j1', name: 'Jurée Mystère' },
              candidate: { id, number: 'N-7781', name: 'Quasimodo Zébulon' },
            },
          },
        ).sheet,
    ),
    leftOut: new Set(),
    ...changes,
  }
}

const asIs = <Item>(items: readonly Item[]) => [...items]
const reversed = <Item>(items: readonly Item[]) => [...items].reverse()

describe('a session without persons', () => {
  it('keeps marks, and no name, number, juror, place, text, accommodation or hour', () => {
    const made = anonymousSessionSchema.parse(anonymousSession(aSource(SMALLEST_GROUP), asIs))
    expect(made.parts[0]?.orals).toHaveLength(SMALLEST_GROUP)
    expect(made.parts[0]?.orals[0]?.sheets[0]?.marks).toEqual({ [INDICATOR ?? '']: 'partial' })
    const text = JSON.stringify(made)
    for (const secret of SECRETS) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/"c\d"|"o-c\d"|\d{4}-\d{2}-\d{2}|sheet-1/)
  })

  it('hides a part of fewer candidates than the smallest group, and says so', () => {
    const [part] = anonymousSession(aSource(SMALLEST_GROUP - 1), asIs).parts
    expect(part).toMatchObject({ hidden: true, orals: [], medianMinutes: null })
    expect(part?.presences.present).toBeNull()
  })

  it('leaves out who objected, and hides the group that becomes too small without them', () => {
    expect(anonymousSession(aSource(SMALLEST_GROUP + 1, { leftOut: new Set(['c0']) }), asIs).parts[0]?.orals).toHaveLength(SMALLEST_GROUP)
    expect(anonymousSession(aSource(SMALLEST_GROUP, { leftOut: new Set(['c0']) }), asIs).parts[0]?.hidden).toBe(true)
  })

  it('puts orals in the order drawn', () => {
    const source = aSource(SMALLEST_GROUP)
    const sheets = source.sheets.map((sheet, place) => ({
      ...sheet,
      part: { ...sheet.part, verdict: place === 0 ? ('notValidated' as const) : null },
    }))
    const verdicts = (shuffle: typeof asIs) =>
      anonymousSession({ ...source, sheets }, shuffle).parts[0]?.orals.map((oral) => oral.sheets[0]?.verdict ?? null)
    expect(verdicts(asIs)?.[0]).toBe('notValidated')
    expect(verdicts(reversed)?.at(-1)).toBe('notValidated')
  })
})

describe('counts of small groups', () => {
  it('are hidden, and never alone: the total would tell them', () => {
    expect(hideSmall({ a: 20, b: 3, c: 9, d: 0 })).toEqual({ a: 20, b: null, c: null, d: 0 })
    expect(hideSmall({ a: 20, b: 3 })).toEqual({ a: null, b: null })
    expect(hideSmall({ a: 3, b: 0 })).toEqual({ a: null, b: null })
    expect(hideSmall({ a: 3, b: 2, c: 40 })).toEqual({ a: null, b: null, c: 40 })
    expect(hideSmall({ a: 12, b: 0, c: 7 })).toEqual({ a: 12, b: 0, c: 7 })
  })

  it('leave no small count told and none to be found by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 5 }), (values) => {
        const told = Object.values(hideSmall(Object.fromEntries(values.map((value, place) => [`k${place}`, value]))))
        expect(told.every((count) => count === null || count === 0 || count >= SMALLEST_GROUP)).toBe(true)
        expect(told.filter((count) => count === null).length).not.toBe(1)
      }),
    )
  })
})
