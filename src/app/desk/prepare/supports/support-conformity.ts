import { type Conformity, supportConformity } from '#domain/conformity.ts'
import type { WrittenSupport } from '#domain/exam-session.ts'
import type { PreparedSession } from '../use-prepared-session.ts'

interface PlacedConformity extends Conformity {
  /** Whether its oral has no hour yet: the deadline is not known. */
  hasNoDeadlineYet: boolean
}

/** Whether a support meets its grid's settings; null when the session has no such grid. */
export function conformityIn({ now, grids }: Pick<PreparedSession, 'now' | 'grids'>, support: WrittenSupport): PlacedConformity | null {
  const grid = grids.find(({ id }) => id === support.gridId)
  if (!grid) return null
  const startsAt = now.orals.find(({ supportId }) => supportId === support.id)?.place?.startsAt
  // Without a place there is no deadline yet: the day of receipt stands for it, which is never late.
  const found = supportConformity(support, grid, startsAt ?? '9999-12-31T00:00:00Z')
  return { ...found, hasNoDeadlineYet: startsAt === undefined && grid.support.submissionWeeksBefore !== null }
}
