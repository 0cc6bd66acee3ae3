import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { FairnessFigures } from '#contract/fairness.ts'
import { currentSheets } from '#domain/comparison.ts'
import { oralsOfDay } from '#domain/compose-minutes.ts'
import { type Fairness, fairness, type GroupShare, type ScoredOral } from '#domain/fairness.ts'
import type { Grid } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import { readSheets } from '../minutes/panel-day.ts'
import type { Db } from '../storage/engine.ts'
import { findGrid } from '../storage/published.ts'
import type { StoredSession } from '../storage/sessions.ts'
import { partName } from './decision-rows.ts'

/** Any number will do: it is always the same, so that whoever computes the interval again finds the same one. */
const SEED = 20_260_101

/** A session's grids by their id. */
export async function sessionGrids(db: Db, { gridHashes }: StoredSession): Promise<Map<string, Grid>> {
  const grids = new Map<string, Grid>()
  for (const [id, hash] of Object.entries(gridHashes)) {
    const grid = await findGrid(db, hash)
    if (grid) grids.set(id, grid)
  }
  return grids
}

/** A session's orals that have sheets, with the current ones. */
export async function scoredOrals(db: Db, { session }: StoredSession, grids: ReadonlyMap<string, Grid>): Promise<ScoredOral[]> {
  const rows = await readSheets(
    db,
    session.orals.map(({ id }) => id),
    session.id,
  )
  const sheets = currentSheets(rows).map(({ sheet: { oralId, presence, juror, sections, marks } }) => ({
    oralId,
    scored: { presence, juror, sections, marks },
  }))
  return session.orals.flatMap((oral): ScoredOral[] => {
    const grid = grids.get(oral.gridId)
    const order = 1 + oralsOfDay(session, oral.panelId, oral.startsAt.slice(0, 10)).findIndex(({ id }) => id === oral.id)
    const own = sheets.filter(({ oralId }) => oralId === oral.id).map(({ scored }) => scored)
    const { panelId, room, startsAt } = oral
    const place = { panelId, room, startsAt, order, site: session.centre, sessionId: session.id }
    return grid && own.length > 0 ? [{ oralId: oral.id, grid, ...place, sheets: own }] : []
  })
}

/** Words for the ids the figures are about. */
export interface FigureNames {
  juror: (id: string) => string
  panel: (id: string) => string
}

/** Computes the figures, each group and person by their name. */
export function namedFigures(orals: readonly ScoredOral[], names: FigureNames): { figures: FairnessFigures; found: Fairness } {
  const generator = xoroshiro128plus(SEED)
  const found = fairness(orals, () => uniformFloat64(generator))
  const titles = new Map(orals.map(({ grid }) => [grid.id, grid.title]))
  const figures = {
    orals: orals.length,
    sheets: orals.reduce((sum, { sheets }) => sum + sheets.length, 0),
    agreement: found.agreement,
    severities: found.severities.map((one) => ({ ...one, name: names.juror(one.jurorId) })),
    flatIndicators: found.flatIndicators.map(({ gridId, ...one }) => ({ ...one, gridTitle: titles.get(gridId) ?? gridId })),
    byPart: named(found.byPart, partName),
    byRoom: named(found.byRoom, (room) => room),
    byPanel: named(found.byPanel, names.panel),
    byHour: named(found.byHour, (hour) => t('results:fairness.hour', { hour: Number(hour) })),
    byOrder: named(found.byOrder, (place) => t('results:fairness.place', { place })),
  }
  return { figures, found }
}

/** The same shares under their names. */
export function named(groups: readonly GroupShare[], nameOf: (group: string) => string): FairnessFigures['byPart'] {
  return groups.map(({ group, ...share }) => ({ name: nameOf(group), ...share }))
}
