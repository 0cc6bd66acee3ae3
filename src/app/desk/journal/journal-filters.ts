import type { JournalFilter } from '#contract/journal.ts'

/** What of the journal to show, as a person fills it in; empty texts ask for everything. */
export interface JournalFilters {
  act: string
  /** A row's actor as written, or `device:` for all devices. */
  actor: string
  sessionId: string
  /** Days of the reader's own calendar, `YYYY-MM-DD`, both included. */
  from: string
  to: string
  text: string
}

export const NO_FILTERS: JournalFilters = { act: '', actor: '', sessionId: '', from: '', to: '', text: '' }

/** The filter as the server takes it: days become the instants at which they begin and end where the reader is. */
export function askedFilter({ act, actor, sessionId, from, to, text }: JournalFilters): JournalFilter {
  return {
    act: act || null,
    actor: actor || null,
    sessionId: sessionId || null,
    from: from === '' ? null : startOfDay(from, 0),
    until: to === '' ? null : startOfDay(to, 1),
    text: text.trim(),
  }
}

/** When a local day begins, or the one so many days later, as an instant: a day is not always 24 hours long. */
function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}
