import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimerEvent } from '#domain/entry.ts'
import type { Instant } from '#domain/primitives.ts'
import { clockJumpMs, crossedWarnings, nextSecondInMs, readTimer, type TimedEvent, type TimerReading } from '#domain/timer.ts'
import { anInstant } from '#test/builders/a-log.ts'

const PLAN = {
  allottedMs: 30 * 60_000,
  phases: [
    { id: 'presentation', title: 'Présentation', minutes: 20, focus: [] },
    { id: 'questions', title: 'Questions', minutes: 10, focus: [] },
  ],
}
const at = (ms: number, event: TimerEvent, monoId = 'page-1'): TimedEvent => ({ at: anInstant(ms, monoId), event })

/** A world whose true time is known: pages open and die, the machine sleeps, people set the clock; each page records what it can see. */
type Happening =
  | { kind: 'work'; ms: number }
  | { kind: 'reload'; ms: number }
  | { kind: 'sleep'; ms: number }
  | { kind: 'setClock'; ms: number }
  | { kind: 'pauseResume'; ms: number }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('work' as const), ms: fc.integer({ min: 1, max: 900_000 }) }),
  fc.record({ kind: fc.constant('reload' as const), ms: fc.integer({ min: 0, max: 60_000 }) }),
  fc.record({ kind: fc.constant('sleep' as const), ms: fc.integer({ min: 3_000, max: 3_600_000 }) }),
  fc.record({ kind: fc.constant('setClock' as const), ms: fc.constantFrom(-3_600_000, 3_600_000, 86_400_000, -86_400_000) }),
  fc.record({ kind: fc.constant('pauseResume' as const), ms: fc.integer({ min: 1, max: 600_000 }) }),
)

function live(happenings: readonly Happening[]): { events: TimedEvent[]; now: Instant; trueMs: number } {
  let trueMs = 0
  let wallMs = 1_795_510_800_000
  let monoMs = 5
  let page = 0
  const events: TimedEvent[] = []
  const instant = (): Instant => ({ wallMs, monoMs, monoId: `page-${page}` })
  const record = (event: TimerEvent) => events.push({ at: instant(), event })
  const pass = (ms: number) => {
    wallMs += ms
    monoMs += ms
  }
  record({ type: 'start' })
  for (const { kind, ms } of happenings) {
    if (kind === 'work') {
      pass(ms)
      trueMs += ms
    } else if (kind === 'reload') {
      // The browser is gone for a while; the candidate goes on speaking.
      wallMs += ms
      trueMs += ms
      page += 1
      monoMs = 0
    } else if (kind === 'sleep') {
      const before = instant()
      wallMs += ms
      trueMs += ms
      record({ type: 'jump', ms: clockJumpMs(before, instant()), cause: 'sleep' })
    } else if (kind === 'setClock') {
      const before = instant()
      wallMs += ms
      record({ type: 'jump', ms: clockJumpMs(before, instant()), cause: 'clock' })
    } else {
      record({ type: 'pause', reason: 'Pause' })
      pass(ms)
      record({ type: 'resume' })
    }
  }
  return { events, now: instant(), trueMs }
}

describe('the oral’s timer', () => {
  it('shows the true time of the oral through any order of reloads, crashes, sleeps, pauses and changed clocks', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 25 }), (happenings) => {
        const { events, now, trueMs } = live(happenings)
        const reading = readTimer(events, PLAN, now)
        expect(Math.abs(reading.elapsedMs - trueMs)).toBeLessThan(1_000)
        expect(reading.remainingMs).toBe(reading.allottedMs - reading.elapsedMs)
        expect(reading.overtimeMs).toBe(Math.max(0, -reading.remainingMs))
      }),
      { numRuns: 1_000 },
    )
  })

  it('never runs backwards, whatever the log and the clocks say', () => {
    const instant = fc.record({
      wallMs: fc.integer({ min: 0, max: 2e12 }),
      monoMs: fc.double({ min: 0, max: 1e9, noNaN: true }),
      monoId: fc.constantFrom('a', 'b', 'c'),
    })
    const event: fc.Arbitrary<TimerEvent> = fc.oneof(
      fc.constantFrom<TimerEvent>({ type: 'start' }, { type: 'resume' }, { type: 'stop' }, { type: 'pause', reason: 'x' }),
      fc.record({ type: fc.constant('jump' as const), ms: fc.integer(), cause: fc.constantFrom('sleep' as const, 'clock' as const) }),
      fc.record({ type: fc.constant('extend' as const), ms: fc.integer({ min: 1, max: 1e7 }), reason: fc.constant('x') }),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ at: instant, event })), instant, (events, now) => {
        const reading = readTimer(events, PLAN, now)
        expect(reading.elapsedMs).toBeGreaterThanOrEqual(0)
        expect(reading.pausedMs).toBeGreaterThanOrEqual(0)
        expect(reading.allottedMs).toBeGreaterThanOrEqual(PLAN.allottedMs)
      }),
    )
  })

  it('stays at zero until it is started', () => {
    expect(readTimer([], PLAN, anInstant(99_000))).toMatchObject({
      status: 'ready',
      elapsedMs: 0,
      remainingMs: PLAN.allottedMs,
      phaseId: null,
    })
  })

  it('keeps pauses apart from the oral’s time', () => {
    const events = [at(0, { type: 'start' }), at(60_000, { type: 'pause', reason: 'Alarme' }), at(160_000, { type: 'resume' })]
    expect(readTimer(events, PLAN, anInstant(200_000))).toMatchObject({ elapsedMs: 100_000, pausedMs: 100_000, status: 'running' })
  })

  it('counts overtime instead of hiding it', () => {
    const reading = readTimer([at(0, { type: 'start' })], PLAN, anInstant(31 * 60_000))
    expect(reading).toMatchObject({ remainingMs: -60_000, overtimeMs: 60_000, status: 'running' })
  })

  it('adds an extension to what is allotted, not to what has passed', () => {
    const events = [at(0, { type: 'start' }), at(1_000, { type: 'extend', ms: 300_000, reason: 'Panne du projecteur' })]
    expect(readTimer(events, PLAN, anInstant(10_000))).toMatchObject({ allottedMs: 35 * 60_000, elapsedMs: 10_000 })
  })

  it('lengthens the phases like the whole when the candidate has a third more', () => {
    const reading = readTimer([at(0, { type: 'start' })], { ...PLAN, allottedMs: 40 * 60_000 }, anInstant(0))
    expect(reading.phaseId).toBe('presentation')
    expect(reading.phaseAllottedMs).toBeCloseTo((20 * 60_000 * 4) / 3)
  })

  it('can be resumed when it was stopped by mistake, without counting the time in between', () => {
    const events = [at(0, { type: 'start' }), at(10_000, { type: 'stop' }), at(70_000, { type: 'resume' })]
    expect(readTimer(events, PLAN, anInstant(80_000)).elapsedMs).toBe(20_000)
  })

  it('believes the monotonic clock when somebody sets the wall clock back by an hour', () => {
    const now: Instant = { wallMs: anInstant(0).wallMs - 3_600_000, monoMs: 120_000, monoId: 'page-1' }
    expect(readTimer([at(0, { type: 'start' })], PLAN, now).elapsedMs).toBe(120_000)
  })

  it('takes a leap off again when the juror says that the clock was set, on the same page and after a reload', () => {
    const slept = [at(0, { type: 'start' }), at(1_000, { type: 'jump', ms: 720_000, cause: 'sleep' })]
    expect(readTimer(slept, PLAN, anInstant(2_000)).elapsedMs).toBe(722_000)
    const correction: TimerEvent = { type: 'jump', ms: -720_000, cause: 'sleep' }
    expect(readTimer([...slept, at(3_000, correction)], PLAN, anInstant(4_000)).elapsedMs).toBe(4_000)
    expect(readTimer([...slept, at(3_000, correction, 'page-2')], PLAN, anInstant(4_000, 'page-2')).elapsedMs).toBe(4_000)
  })

  it('says when a second that it shows changes: not before, and then indeed', () => {
    const seconds = ({ elapsedMs, remainingMs, phaseElapsedMs, pausedMs }: TimerReading) => [
      ...[elapsedMs, phaseElapsedMs, pausedMs].map((ms) => Math.floor(ms / 1_000)),
      Math.ceil(remainingMs / 1_000),
    ]
    const phaseOrPause = fc.constantFrom<TimerEvent[]>(
      [],
      [{ type: 'phase', phaseId: 'questions' }],
      [{ type: 'pause', reason: 'Pause' }],
      [{ type: 'extend', ms: 90_500, reason: 'Panne' }],
    )
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 10 }), phaseOrPause, fc.nat(2_000_000), fc.nat(999), (happenings, more, ms, within) => {
        const { events, now } = live(happenings)
        const all = [...events, ...more.map((event) => ({ at: now, event }))]
        const readAfter = (passedMs: number) =>
          readTimer(all, PLAN, { ...now, wallMs: now.wallMs + passedMs, monoMs: now.monoMs + passedMs })
        const reading = readAfter(ms)
        const waitMs = nextSecondInMs(reading)
        if (waitMs === null) throw new Error('a timer that moves')
        expect(seconds(readAfter(ms + Math.min(within, waitMs - 1)))).toEqual(seconds(reading))
        expect(seconds(readAfter(ms + waitMs))).not.toEqual(seconds(reading))
      }),
    )
  })

  it('has no next second before it is started and once it is stopped', () => {
    expect(nextSecondInMs(readTimer([], PLAN, anInstant(5_000)))).toBeNull()
    const stopped = [at(0, { type: 'start' }), at(1_500, { type: 'stop' })]
    expect(nextSecondInMs(readTimer(stopped, PLAN, anInstant(9_000)))).toBeNull()
  })

  it('tells each warning once, when it is crossed', () => {
    const marks = [10, 5, 1, 0]
    expect(crossedWarnings(10 * 60_000 + 1, 10 * 60_000, marks)).toEqual([10])
    expect(crossedWarnings(10 * 60_000, 10 * 60_000 - 1, marks)).toEqual([])
    expect(crossedWarnings(11 * 60_000, -1, marks)).toEqual([10, 5, 1, 0])
  })
})
