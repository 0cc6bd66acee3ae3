import { formatDate } from '../shared/formatters.ts'

/** A session's dates: one, or the first and the last. */
export function sessionDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  return startsOn === endsOn ? formatDate(startsOn) : `${formatDate(startsOn)} – ${formatDate(endsOn)}`
}
