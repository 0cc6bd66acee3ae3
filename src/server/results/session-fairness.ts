import type { SessionFairness } from '#contract/fairness.ts'
import type { ServerContext } from '../context.ts'
import { findSession } from '../storage/sessions.ts'
import { namedFigures, scoredOrals, sessionGrids } from './scored-orals.ts'

/** Computes a session's figures from the current sheets; null when there is no such session. */
export async function sessionFairness({ storage: { db } }: ServerContext, sessionId: string): Promise<SessionFairness | null> {
  const stored = await findSession(db, sessionId)
  if (!stored) return null
  const { session } = stored
  const grids = await sessionGrids(db, stored)
  const { figures } = namedFigures(await scoredOrals(db, stored, grids), {
    juror: (id) => {
      const juror = session.jurors.find((one) => one.id === id)
      return juror ? `${juror.firstName} ${juror.lastName}` : id
    },
    panel: (id) => session.panels.find((panel) => panel.id === id)?.name ?? id,
  })
  const [grid] = grids.values()
  if (!grid) throw new Error('a session has no grid')
  const about = { id: session.id, title: session.title, frameworkId: grid.framework.id, year: session.startsOn.slice(0, 4) }
  return { session: about, ...figures }
}
