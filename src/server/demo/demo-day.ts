import type { DemoDay } from './demo-session.ts'

/** Exams are French: their local time is that of Paris, wherever the server stands. */
const TIME_ZONE = 'Europe/Paris'

/** Today in Paris, and its clock's offset. */
export function demoDay(now: Date): DemoDay {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: TIME_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return { date: `${part('year')}-${part('month')}-${part('day')}`, offset: part('timeZoneName').replace('GMT', '') || '+00:00' }
}
