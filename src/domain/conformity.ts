import type { WrittenSupport } from './exam-session.ts'
import type { Grid } from './grid.ts'

/** Whether a written support meets the grid's settings. Nothing here refuses a candidate: the certifier decides. */
export interface Conformity {
  pagesWithoutAnnexes: number
  maxPages: number | null
  pagesConform: boolean
  /** ISO date by which it had to be received, or null when the grid sets no deadline. */
  deadline: string | null
  receivedOn: string
  deadlineConform: boolean
}

/** Computes conformity from a support, its grid and the oral's start (ISO 8601). */
export function supportConformity(support: WrittenSupport, grid: Pick<Grid, 'support'>, startsAt: string): Conformity {
  const { maxPages, annexesExcluded, submissionWeeksBefore } = grid.support
  const withoutAnnexes = annexesExcluded && support.annexStartPage !== null ? support.annexStartPage - 1 : support.pages
  const deadline = submissionWeeksBefore === null ? null : weeksBefore(startsAt, submissionWeeksBefore)
  return {
    pagesWithoutAnnexes: withoutAnnexes,
    maxPages,
    pagesConform: maxPages === null || withoutAnnexes <= maxPages,
    deadline,
    receivedOn: support.receivedOn,
    deadlineConform: deadline === null || support.receivedOn <= deadline,
  }
}

/** The calendar date `weeks` before the oral's own local date. UTC arithmetic on a bare date, hence free of time zones. */
function weeksBefore(startsAt: string, weeks: number): string {
  const date = new Date(`${startsAt.slice(0, 10)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - weeks * 7)
  return date.toISOString().slice(0, 10)
}
