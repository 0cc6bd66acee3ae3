import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findClashes } from '#domain/clashes.ts'
import { proposePlanning } from '#domain/planning.ts'
import type { PlanningRequest } from '#domain/planning-request.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Two half-days a day, from a fixed Monday. */
const days = (count: number) =>
  Array.from({ length: count }, (_, day) => day * 24 * HOUR).flatMap((from) => [
    { fromMs: from + 8.5 * HOUR, toMs: from + 12.5 * HOUR },
    { fromMs: from + 13.5 * HOUR, toMs: from + 18 * HOUR },
  ])

const request = (changes: Partial<PlanningRequest> = {}): PlanningRequest => ({
  orals: [],
  panels: [{ id: 'p1', jurorIds: ['j1', 'j2', 'j3'] }],
  windows: days(1),
  turnoverMs: 10 * MINUTE,
  restMs: HOUR,
  conflicts: [],
  ...changes,
})
const oral = (id: string, candidateId: string, minutes = 30) => ({ id, candidateId, durationMs: minutes * MINUTE })

const anyRequest: fc.Arbitrary<PlanningRequest> = fc
  .record({
    candidates: fc.array(fc.record({ orals: fc.integer({ min: 1, max: 4 }), minutes: fc.constantFrom(20, 30, 40) }), {
      minLength: 1,
      maxLength: 25,
    }),
    panels: fc.integer({ min: 1, max: 4 }),
    sharedJuror: fc.boolean(),
    dayCount: fc.integer({ min: 1, max: 3 }),
    conflicts: fc.array(fc.record({ juror: fc.integer({ min: 0, max: 11 }), candidate: fc.integer({ min: 0, max: 24 }) }), {
      maxLength: 12,
    }),
  })
  .map(({ candidates, panels, sharedJuror, dayCount, conflicts }) =>
    request({
      orals: candidates.flatMap((c, i) => Array.from({ length: c.orals }, (_, k) => oral(`o${i}-${k}`, `c${i}`, c.minutes))),
      panels: Array.from({ length: panels }, (_, p) => ({
        id: `p${p}`,
        jurorIds: sharedJuror ? ['j0', `j${p * 3 + 1}`, `j${p * 3 + 2}`] : [`j${p * 3}`, `j${p * 3 + 1}`, `j${p * 3 + 2}`],
      })),
      windows: days(dayCount),
      conflicts: conflicts.map(({ juror, candidate }) => ({ jurorId: `j${juror}`, candidateId: `c${candidate}` })),
    }),
  )

describe('a proposed schedule', () => {
  it('never clashes, and places every oral or names why not', () => {
    fc.assert(
      fc.property(anyRequest, (wanted) => {
        const { placements, unplaced } = proposePlanning(wanted)
        expect(findClashes(wanted, placements)).toEqual([])
        const told = [...placements.map((p) => p.oralId), ...unplaced.map((u) => u.oralId)].sort()
        expect(told).toEqual(wanted.orals.map((o) => o.id).sort())
      }),
      { numRuns: 300 },
    )
  })

  it('keeps what a coordinator has placed and fills in the rest around it', () => {
    fc.assert(
      fc.property(anyRequest, fc.nat(), (wanted, cut) => {
        const first = proposePlanning(wanted).placements
        const kept = first.slice(0, cut % (first.length + 1))
        const again = proposePlanning(wanted, kept)
        expect(again.placements.slice(0, kept.length)).toEqual(kept)
        expect(findClashes(wanted, again.placements)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('gives a candidate an hour’s rest between two orals of a day', () => {
    const { placements } = proposePlanning(request({ orals: [oral('o1', 'c1'), oral('o2', 'c1')] }))
    expect((placements[1]?.startMs ?? 0) - (placements[0]?.startMs ?? 0)).toBeGreaterThanOrEqual(90 * MINUTE)
  })

  it('does not put a candidate before their own trainer, and says so when no panel is left', () => {
    const conflicts = [{ jurorId: 'j1', candidateId: 'c1' }]
    expect(proposePlanning(request({ orals: [oral('o1', 'c1')], conflicts })).unplaced).toEqual([
      { oralId: 'o1', reason: 'everyPanelConflicted' },
    ])
    const two = request({
      orals: [oral('o1', 'c1')],
      conflicts,
      panels: [
        { id: 'p1', jurorIds: ['j1', 'j2'] },
        { id: 'p2', jurorIds: ['j3', 'j4'] },
      ],
    })
    expect(proposePlanning(two).placements[0]?.panelId).toBe('p2')
  })

  it('says when the days are full, or an oral is longer than any half-day', () => {
    const many = Array.from({ length: 15 }, (_, i) => oral(`o${i}`, `c${i}`))
    expect(proposePlanning(request({ orals: many })).unplaced.every((u) => u.reason === 'noTimeLeft')).toBe(true)
    expect(proposePlanning(request({ orals: [oral('o1', 'c1', 600)] })).unplaced).toEqual([{ oralId: 'o1', reason: 'longerThanAnyWindow' }])
  })

  it('places 600 orals of 200 candidates before 10 panels in five days', () => {
    const orals = Array.from({ length: 200 }, (_, c) => [0, 1, 2].map((k) => oral(`o${c}-${k}`, `c${c}`, c % 20 === 0 ? 40 : 30))).flat()
    const panels = Array.from({ length: 10 }, (_, p) => ({ id: `p${p}`, jurorIds: [`j${p * 3}`, `j${p * 3 + 1}`, `j${p * 3 + 2}`] }))
    const wanted = request({ orals, panels, windows: days(6), conflicts: [{ jurorId: 'j4', candidateId: 'c7' }] })
    const { placements, unplaced } = proposePlanning(wanted)
    expect(unplaced).toEqual([])
    expect(findClashes(wanted, placements)).toEqual([])
  })
})

describe('clashes', () => {
  const wanted = request({
    orals: [oral('o1', 'c1'), oral('o2', 'c1'), oral('o3', 'c2')],
    panels: [
      { id: 'p1', jurorIds: ['j1', 'j2'] },
      { id: 'p2', jurorIds: ['j2', 'j3'] },
    ],
    conflicts: [{ jurorId: 'j3', candidateId: 'c2' }],
  })
  const at = (hours: number) => hours * HOUR

  it.each([
    [
      'a panel with two candidates',
      [
        ['o1', 'p1', 9],
        ['o3', 'p1', 9.25],
      ],
      ['panelBusy'],
    ],
    [
      'a juror in two rooms',
      [
        ['o1', 'p1', 9],
        ['o3', 'p2', 9],
      ],
      ['conflictOfInterest', 'jurorInTwoPlaces'],
    ],
    [
      'a candidate in two places',
      [
        ['o1', 'p1', 9],
        ['o2', 'p2', 9.25],
      ],
      ['jurorInTwoPlaces', 'candidateInTwoPlaces'],
    ],
    [
      'a candidate without rest',
      [
        ['o1', 'p1', 9],
        ['o2', 'p2', 10],
      ],
      ['candidateRest'],
    ],
    ['an oral over lunch', [['o1', 'p1', 12.25]], ['outsideWindows']],
  ] as const)('name %s', (_what, places, codes) => {
    const placements = places.map(([oralId, panelId, hour]) => ({ oralId, panelId, startMs: at(hour) }))
    expect(findClashes(wanted, placements).map((clash) => clash.code)).toEqual(codes)
  })

  it('are those of every two orals, wherever the others are', () => {
    const places = fc.array(fc.record({ panel: fc.nat(3), quarter: fc.integer({ min: 0, max: 3 * 96 }) }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(anyRequest, places, (any, drawn) => {
        const placements = any.orals.flatMap(({ id }, index) => {
          const place = drawn[index]
          return place ? [{ oralId: id, panelId: `p${place.panel}`, startMs: place.quarter * 15 * MINUTE }] : []
        })
        const byPairs = placements.flatMap((one, index) => [
          ...findClashes(any, [one]),
          ...placements.slice(0, index).flatMap((other) => findClashes(any, [other, one]).filter(({ withId }) => withId === other.oralId)),
        ])
        expect(findClashes(any, placements)).toEqual(byPairs)
      }),
      { numRuns: 100 },
    )
  })
})
