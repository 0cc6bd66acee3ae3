import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { SessionFairness } from '#contract/fairness.ts'
import { currentSheets } from '#domain/comparison.ts'
import { oralsOfDay } from '#domain/compose-minutes.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import { fairness, type GroupShare, type ScoredOral } from '#domain/fairness.ts'
import type { Grid } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import { readSheets } from '../minutes/panel-day.ts'
import { findGrid } from '../storage/published.ts'
import { findSession } from '../storage/sessions.ts'
import { partName } from './decision-rows.ts'

/** Any number will do: it is always the same, so that whoever computes the interval again finds the same one. */
const SEED = 20_260_101

/** Computes a session's figures from the current sheets; null when there is no such session. */
export async function sessionFairness({ storage: { db } }: ServerContext, sessionId: string): Promise<SessionFairness | null> {
  const stored = await findSession(db, sessionId)
  if (!stored) return null
  const { session, gridHashes } = stored
  const grids = new Map<string, Grid>()
  for (const [id, hash] of Object.entries(gridHashes)) {
    const grid = await findGrid(db, hash)
    if (grid) grids.set(id, grid)
  }
  const rows = await readSheets(
    db,
    session.orals.map(({ id }) => id),
    sessionId,
  )
  const sheets = currentSheets(rows).map(({ sheet }) => sheet)
  const orals = session.orals.flatMap((oral): ScoredOral[] => {
    const grid = grids.get(oral.gridId)
    const order = 1 + oralsOfDay(session, oral.panelId, oral.startsAt.slice(0, 10)).findIndex(({ id }) => id === oral.id)
    const own = sheets.filter(({ oralId }) => oralId === oral.id)
    return grid && own.length > 0 ? [{ ...oral, oralId: oral.id, grid, order, sheets: own }] : []
  })
  const generator = xoroshiro128plus(SEED)
  const found = fairness(orals, () => uniformFloat64(generator))
  return {
    session: { id: session.id, title: session.title },
    orals: orals.length,
    sheets: sheets.length,
    agreement: found.agreement,
    severities: found.severities.map((one) => ({ ...one, name: jurorName(session, one.jurorId) })),
    flatIndicators: found.flatIndicators.map(({ gridId, ...one }) => ({ ...one, gridTitle: grids.get(gridId)?.title ?? gridId })),
    byPart: named(found.byPart, partName),
    byRoom: named(found.byRoom, (room) => room),
    byPanel: named(found.byPanel, (id) => session.panels.find((panel) => panel.id === id)?.name ?? id),
    byHour: named(found.byHour, (hour) => t('results:fairness.hour', { hour: Number(hour) })),
    byOrder: named(found.byOrder, (place) => t('results:fairness.place', { place })),
  }
}

function named(groups: readonly GroupShare[], nameOf: (group: string) => string): SessionFairness['byPart'] {
  return groups.map(({ group, ...share }) => ({ name: nameOf(group), ...share }))
}

function jurorName({ jurors }: ExamSession, id: string): string {
  const juror = jurors.find((one) => one.id === id)
  return juror ? `${juror.firstName} ${juror.lastName}` : id
}
