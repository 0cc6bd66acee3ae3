import { describe, expect, it } from 'vitest'
import { oralState, planDay } from '#app/room/day-plan.ts'
import { aDayOral, aDaySheet } from '#test/builders/a-day-oral.ts'

const at = (iso: string) => Date.parse(iso)

describe('the day’s plan', () => {
  it.each([
    ['nothing recorded', null, 'toCome'],
    ['support read beforehand', aDaySheet(), 'toCome'],
    ['candidate there, timer not started', aDaySheet({ presence: 'present' }), 'inProgress'],
    ['timer running', aDaySheet({ presence: 'present', timerStatus: 'running' }), 'inProgress'],
    ['timer paused', aDaySheet({ presence: 'present', timerStatus: 'paused' }), 'inProgress'],
    ['timer stopped', aDaySheet({ presence: 'present', timerStatus: 'stopped' }), 'toSign'],
    ['candidate absent', aDaySheet({ presence: 'absent' }), 'toSign'],
    ['being corrected', aDaySheet({ revision: 2, presence: 'present' }), 'toSign'],
    ['signed, waiting', aDaySheet({ state: 'signed', delivery: 'waiting' }), 'onDevice'],
    ['signed, delivery not known', aDaySheet({ state: 'signed', delivery: null }), 'onDevice'],
    ['signed, receipt verified', aDaySheet({ state: 'signed', delivery: 'delivered' }), 'delivered'],
    ['signed, refused', aDaySheet({ state: 'signed', delivery: 'refused' }), 'refused'],
  ] as const)('%s: %s', (_case, sheet, state) => {
    expect(oralState(sheet)).toBe(state)
  })

  it('turns to the oral under way before the next one, and to a sheet to sign when nothing is left to come', () => {
    const stopped = aDayOral({ id: 'o1', sheet: { presence: 'present', timerStatus: 'stopped' } })
    const running = aDayOral({ id: 'o3', startsAt: '2026-11-24T11:00:00+01:00', sheet: { presence: 'present', timerStatus: 'running' } })
    const toCome = aDayOral({ id: 'o2', startsAt: '2026-11-24T10:00:00+01:00' })
    const nowMs = at('2026-11-24T10:05:00+01:00')
    expect(planDay([stopped, toCome, running], nowMs).next?.day.oral.id).toBe('o3')
    expect(planDay([stopped, toCome], nowMs).next?.day.oral.id).toBe('o2')
    expect(planDay([stopped], nowMs).next?.day.oral.id).toBe('o1')
  })

  it('counts lateness from the clock, and none once the oral has begun', () => {
    const nowMs = at('2026-11-24T09:12:00+01:00')
    expect(planDay([aDayOral()], nowMs).startsInMs).toBe(-12 * 60_000)
    expect(planDay([aDayOral({ sheet: { presence: 'present' } })], nowMs).startsInMs).toBeNull()
  })

  it('tells today by the exam room’s offset, wherever the device’s own clock stands', () => {
    // 23:30 on the 23rd in Universal Time is already the 24th where the oral takes place.
    const nowMs = at('2026-11-23T23:30:00Z')
    expect(planDay([aDayOral()], nowMs).today).toHaveLength(1)
  })

  it('keeps a sheet forgotten yesterday among those to sign, and names the next day ahead', () => {
    const forgotten = aDayOral({ id: 'o1', startsAt: '2026-11-23T09:00:00+01:00', sheet: { presence: 'present', timerStatus: 'stopped' } })
    const tomorrow = aDayOral({ id: 'o2', startsAt: '2026-11-25T09:00:00+01:00' })
    const plan = planDay([forgotten, tomorrow], at('2026-11-24T08:00:00+01:00'))
    expect(plan.toSign).toBe(1)
    expect(plan.today).toEqual([])
    expect(plan.otherDays.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-25'])
    expect(plan.nextDate).toBe('2026-11-25')
  })
})
