import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueDate, erasureScope } from '#domain/data-request.ts'
import { addMonths, countedFrom, DEFAULT_RETENTION, isOver, retentionSettingsSchema } from '#domain/data-retention.ts'

const dates = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a time counted in months', () => {
  it.each([
    ['2026-11-24', 12, '2027-11-24'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', -1, '2026-11-30'],
    ['2026-03-31', -13, '2025-02-28'],
  ])('from %s by %i is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected)
  })

  it('never runs over into another month, and more months never end sooner', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1_200 }), (from, months) => {
        const end = addMonths(from, months)
        const monthsApart = (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7))
        expect(monthsApart).toBe(months)
        expect(addMonths(from, months + 1) > end).toBe(true)
      }),
    )
  })

  it('still runs on its last day, and counts from the day an old session was put here', () => {
    const from = countedFrom({ endsOn: '2020-06-01', storedOn: '2026-11-24' })
    expect(from).toBe('2026-11-24')
    expect(countedFrom({ endsOn: '2026-12-01', storedOn: '2026-11-24' })).toBe('2026-12-01')
    expect([isOver(from, 12, '2027-11-24'), isOver(from, 12, '2027-11-25')]).toEqual([false, true])
  })
})

describe('the settings', () => {
  it('are as proposed: sheets open a year and kept five, devices thirty days', () => {
    expect(retentionSettingsSchema.parse(DEFAULT_RETENTION)).toMatchObject({
      notebookDays: 30,
      sheetsActiveMonths: 12,
      months: { sheets: 60, candidates: 60 },
    })
  })

  it('saved before calibrations had a length of their own take the proposed one', () => {
    const { calibrations: _later, ...months } = { ...DEFAULT_RETENTION.months, sheets: 72 }
    expect(retentionSettingsSchema.parse({ ...DEFAULT_RETENTION, months }).months).toMatchObject({ sheets: 72, calibrations: 12 })
  })

  it('never leave sheets open longer than they are kept', () => {
    const read = retentionSettingsSchema.safeParse({ ...DEFAULT_RETENTION, sheetsActiveMonths: 61 })
    expect(read.error?.issues.map(({ path }) => path)).toEqual([['sheetsActiveMonths']])
  })
})

describe('a candidate’s request', () => {
  it('is due a month after it came', () => {
    expect(dueDate('2026-11-24')).toBe('2026-12-24')
    expect(dueDate('2027-01-31')).toBe('2027-02-28')
  })

  it.each([
    [{ inMinutes: false, isHolder: false, today: '2026-11-24' }, { allowed: true }],
    [
      { inMinutes: true, isHolder: false, today: '2031-11-24' },
      { allowed: false, because: 'minutes', until: '2031-11-24' },
    ],
    [
      { inMinutes: true, isHolder: true, today: '2026-11-25' },
      { allowed: false, because: 'minutes', until: '2031-11-24' },
    ],
    [{ inMinutes: true, isHolder: false, today: '2031-11-25' }, { allowed: true }],
    [
      { inMinutes: true, isHolder: true, today: '2031-11-25' },
      { allowed: false, because: 'holder' },
    ],
  ])('to be erased, %o: %o', (facts, scope) => {
    expect(erasureScope({ ...facts, keptUntil: '2031-11-24' })).toEqual(scope)
  })
})
