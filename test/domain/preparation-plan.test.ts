import { describe, expect, it } from 'vitest'
import { importedSession } from '#domain/import-file.ts'
import { type OpeningHours, type Preparation, preparationOf, usualHours } from '#domain/preparation.ts'
import { checkPreparation, panelFindings, publicationGaps } from '#domain/preparation-check.ts'
import { openWindows, proposePlaces, scheduleClashes } from '#domain/preparation-plan.ts'
import { zonedClock, zonedInstant, zonedMs } from '#domain/zoned-time.ts'
import { GRIDS } from '../builders/a-table-file.ts'
import { anImportFile } from '../builders/an-import-file.ts'

const whole = (changes: Partial<Preparation> = {}): Preparation => ({
  ...preparationOf(importedSession(anImportFile(), 'unused'), null),
  ...changes,
})
const unplaced = (session: Preparation): Preparation => ({ ...session, orals: session.orals.map((oral) => ({ ...oral, place: null })) })

/** 200 candidates of three blocks, a twentieth with a third of the time more, before ten panels of three. */
function aLargeSession(): Preparation {
  const third = [{ effect: 'Temps majoré (1/3)', extraTime: { numerator: 1, denominator: 3 } }]
  const candidates = Array.from({ length: 200 }, (_, place) => ({
    id: `c${place}`,
    number: String(place),
    lastName: `Nom ${place}`,
    firstName: 'Prénom',
    accommodations: place % 20 === 0 ? third : [],
    blocks: ['B1', 'B2', 'B3'],
  }))
  const jurors = Array.from({ length: 30 }, (_, place) => ({
    id: `j${place}`,
    lastName: `Juré ${place}`,
    firstName: 'P',
    quality: 'q',
    external: true,
  }))
  const panels = Array.from({ length: 10 }, (_, place) => {
    const jurorIds = [0, 1, 2].map((seat) => `j${place * 3 + seat}`)
    return { id: `p${place}`, name: `Jury ${place}`, room: `Salle ${place}`, jurorIds, presidentId: `j${place * 3}` }
  })
  const session = { title: 't', centre: 'c', startsOn: '2026-11-23', endsOn: '2026-11-30' }
  const orals = candidates.flatMap(({ id }) =>
    ['b1', 'b2', 'b3'].map((part) => ({
      id: `${id}-${part}`,
      candidateId: id,
      gridId: `cdcm-${part}`,
      place: null,
      room: null,
      supportId: null,
      scenario: null,
    })),
  )
  return whole({ session, hours: usualHours(session.startsOn, session.endsOn), candidates, jurors, panels, orals })
}

describe('the clock of an exam centre', () => {
  it.each([
    ['2026-11-24', '09:00', 'Europe/Paris', '2026-11-24T09:00:00+01:00'],
    ['2026-06-24', '09:00', 'Europe/Paris', '2026-06-24T09:00:00+02:00'],
    ['2026-11-24', '09:00', 'Indian/Reunion', '2026-11-24T09:00:00+04:00'],
    ['2026-11-24', '23:30', 'America/Guadeloupe', '2026-11-24T23:30:00-04:00'],
    ['2026-10-25', '08:30', 'Europe/Paris', '2026-10-25T08:30:00+01:00'],
  ])('reads %s %s in %s as %s, and back', (date, time, zone, instant) => {
    expect(zonedInstant(zonedMs(date, time, zone), zone)).toBe(instant)
    expect(zonedClock(Date.parse(instant), zone)).toEqual({ date, time })
  })
})

describe('opening hours', () => {
  it('are two half-days around lunch, on the working days of the session', () => {
    const hours = usualHours('2026-11-27', '2026-11-30')
    expect(hours.days).toEqual(['2026-11-27', '2026-11-30'])
    expect(openWindows(hours).map(({ fromMs, toMs }) => [zonedInstant(fromMs, 'Europe/Paris'), (toMs - fromMs) / 3_600_000])).toEqual([
      ['2026-11-27T08:30:00+01:00', 4],
      ['2026-11-27T13:30:00+01:00', 4.5],
      ['2026-11-30T08:30:00+01:00', 4],
      ['2026-11-30T13:30:00+01:00', 4.5],
    ])
  })
})

describe('the pauses of a day', () => {
  const stretches = (changes: Partial<OpeningHours>) =>
    openWindows({ ...usualHours('2026-11-27', '2026-11-27'), ...changes }).map(({ fromMs, toMs }) =>
      [fromMs, toMs].map((at) => zonedClock(at, 'Europe/Paris').time).join('–'),
    )

  it('cut it, whatever their order', () => {
    const breaks = [
      { from: '15:30', to: '15:45' },
      { from: '10:30', to: '10:45' },
    ]
    expect(stretches({ breaks })).toEqual(['08:30–10:30', '10:45–12:30', '13:30–15:30', '15:45–18:00'])
    expect(stretches({ breaks, lunch: null })).toEqual(['08:30–10:30', '10:45–15:30', '15:45–18:00'])
  })

  it('never open a day sooner, nor later, and count for nothing when they end before they begin', () => {
    expect(stretches({ lunch: { from: '07:00', to: '08:00' } })).toEqual(['08:30–18:00'])
    expect(stretches({ lunch: { from: '18:30', to: '19:00' } })).toEqual(['08:30–18:00'])
    expect(stretches({ lunch: { from: '13:30', to: '12:30' } })).toEqual(['08:30–18:00'])
    expect(stretches({ breaks: [{ from: '12:00', to: '13:00' }] })).toEqual(['08:30–12:00', '13:30–18:00'])
    expect(stretches({ lunch: { from: '12:00', to: '15:00' }, breaks: [{ from: '12:30', to: '13:00' }] })).toEqual([
      '08:30–12:00',
      '15:00–18:00',
    ])
  })

  it('are left free by a proposal, and an oral put in one is a clash', () => {
    const session = unplaced(whole())
    const hours = { ...usualHours('2026-11-24', '2026-11-24'), breaks: [{ from: '08:30', to: '10:00' }] }
    const { preparation } = proposePlaces({ ...session, hours }, GRIDS)
    expect(preparation.orals.every(({ place }) => place !== null && place.startsAt >= '2026-11-24T10:00')).toBe(true)
    expect(scheduleClashes(preparation, GRIDS)).toEqual([])
    expect(scheduleClashes({ ...whole(), hours }, GRIDS).map(({ code, oralId }) => `${oralId} ${code}`)).toContain('o1 outsideWindows')
  })
})

describe('proposed places', () => {
  it('place 600 orals of 200 candidates without a clash', () => {
    const session = aLargeSession()
    const startedMs = performance.now()
    const outcome = proposePlaces(session, GRIDS)
    console.info(`200 candidates, 600 orals planned in ${Math.round(performance.now() - startedMs)} ms`)
    expect(outcome.unplaced).toEqual([])
    expect(outcome.placed).toBe(600)
    expect(scheduleClashes(outcome.preparation, GRIDS)).toEqual([])
    expect(checkPreparation(outcome.preparation, GRIDS)).toEqual([])
    expect(publicationGaps(outcome.preparation)).toEqual([])
  })

  it('never move what is placed already', () => {
    const [first, ...others] = whole().orals
    if (!first) throw new Error('no oral')
    const session = whole({ orals: [first, ...others.map((oral) => ({ ...oral, place: null }))] })
    const { preparation, placed } = proposePlaces(session, GRIDS)
    expect(placed).toBe(2)
    expect(preparation.orals[0]).toBe(first)
    expect(scheduleClashes(preparation, GRIDS)).toEqual([])
  })

  it('name with its reason the oral whose every panel has declared a link', () => {
    const session = unplaced(whole({ interests: [{ jurorId: 'j2', candidateId: 'c2', note: '' }] }))
    const { unplaced: left } = proposePlaces(session, GRIDS)
    expect(left).toEqual([{ oralId: 'o2', reason: 'everyPanelConflicted' }])
  })
})

describe('a panel', () => {
  it('may not sit while one of its members has declared a link with a candidate it hears', () => {
    const session = whole({ interests: [{ jurorId: 'j2', candidateId: 'c2', note: '' }] })
    const [panel] = session.panels
    if (!panel) throw new Error('no panel')
    expect(panelFindings(session, panel)).toEqual([{ code: 'conflictOfInterest', severity: 'blocking', jurorIds: ['j2'] }])
    expect(publicationGaps(session)).toEqual([{ code: 'panelBlocked', ids: ['p1'] }])
    expect(panelFindings({ ...session, orals: session.orals.filter(({ candidateId }) => candidateId !== 'c2') }, panel)).toEqual([])
  })

  it('asks for a reason when fewer than half of its members are external, and no more once it is given', () => {
    const session = whole({ jurors: whole().jurors.map((juror) => ({ ...juror, external: juror.id === 'j1' })) })
    expect(publicationGaps(session)).toEqual([{ code: 'warningWithoutReason', ids: ['p1'] }])
    const explained = {
      ...session,
      compositionReasons: [{ panelId: 'p1', code: 'halfExternal' as const, reason: 'Empêchement de dernière minute' }],
    }
    expect(publicationGaps(explained)).toEqual([])
  })
})

describe('contradictions of a session', () => {
  it('are those of the import file, at the place of each oral', () => {
    const session = whole()
    const orals = session.orals.map((oral) => ({ ...oral, place: oral.place && { ...oral.place, startsAt: '2026-11-24T09:00:00+01:00' } }))
    const [first, second, third] = orals
    if (!first || !second || !third) throw new Error('no orals')
    const issues = checkPreparation({ ...session, orals: [{ ...first, place: null }, second, { ...third, candidateId: 'c9' }] }, GRIDS)
    expect(issues.map(({ part, index, code }) => [part, index, code])).toEqual([['orals', 2, 'unknownCandidate']])
  })
})
