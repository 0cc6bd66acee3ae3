import { describe, expect, it } from 'vitest'
import { guessDeviceName } from '#app/room/device-name.ts'
import { formatBytes, formatDuration, formatLongDate, formatTime, localDate, offsetMinutes } from '#app/shared/formatters.ts'

describe('French formats', () => {
  it.each([
    ['2026-11-24T09:30:00+01:00', '09:30'],
    ['2026-11-24T09:30:00-04:00', '09:30'],
    ['2026-07-14T23:05:00+11:00', '23:05'],
    ['2026-11-24T09:30:00Z', '09:30'],
  ])('tells %s as the exam room’s clock does', (instant, time) => {
    expect(formatTime(instant)).toBe(time)
  })

  it('knows the offset an instant states', () => {
    expect(offsetMinutes('2026-11-24T09:30:00+05:30')).toBe(330)
    expect(offsetMinutes('2026-11-24T09:30:00-03:00')).toBe(-180)
  })

  it('changes day when the exam room does', () => {
    expect(localDate(Date.parse('2026-11-24T23:30:00Z'), '2026-11-24T09:00:00+01:00')).toBe('2026-11-25')
  })

  it('writes dates, durations and sizes as people do', () => {
    expect(formatLongDate('2026-11-24')).toBe('mardi 24 novembre')
    expect(formatDuration(65 * 60_000)).toBe('1\u00a0h\u00a005\u00a0min')
    expect(formatDuration(59_999)).toBe('0\u00a0min')
    expect(formatBytes(12_400_000)).toMatch(/^12,4.Mo$/)
    expect(formatBytes(1_200_000_000)).toMatch(/^1,2.Go$/)
  })
})

describe('a device’s first name', () => {
  it.each([
    ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)', 5, 'iPad'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5, 'iPad'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0, 'Mac'],
    ['Mozilla/5.0 (Linux; Android 14; Pixel 8) Mobile', 5, 'Téléphone Android'],
    ['Mozilla/5.0 (Linux; Android 14; SM-X200)', 5, 'Tablette Android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 0, 'Ordinateur Windows'],
    ['something else', 0, 'Ordinateur'],
  ])('%s with %i touch points: %s', (userAgent, touchPoints, name) => {
    expect(guessDeviceName(userAgent, touchPoints)).toBe(name)
  })
})
