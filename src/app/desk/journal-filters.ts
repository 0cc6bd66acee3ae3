import type { JournalRow } from '#domain/journal.ts'

/** What of the journal to show; empty texts ask for everything. */
export interface JournalFilters {
  act: string
  /** A row's actor as written, or `device:` for all devices. */
  actor: string
  /** Days of the reader's own calendar, `YYYY-MM-DD`, both included. */
  from: string
  to: string
}

export const NO_FILTERS: JournalFilters = { act: '', actor: '', from: '', to: '' }

/** The rows that fit, newest first. */
export function filteredRows(rows: readonly JournalRow[], { act, actor, from, to }: JournalFilters): JournalRow[] {
  return rows
    .filter((row) => act === '' || row.act === act)
    .filter((row) => actor === '' || (actor === 'device:' ? row.actor.startsWith(actor) : row.actor === actor))
    .filter((row) => {
      const day = localDay(row.at)
      return (from === '' || day >= from) && (to === '' || day <= to)
    })
    .sort((a, b) => b.index - a.index)
}

/** Who has written rows, devices as one. */
export function actorsOf(rows: readonly JournalRow[]): string[] {
  return [...new Set(rows.map(({ actor }) => (actor.startsWith('device:') ? 'device:' : actor)))]
}

/** The calendar day of an instant where the reader is. */
function localDay(isoInstant: string): string {
  const date = new Date(isoInstant)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
