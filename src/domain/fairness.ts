import { type Agreement, agreement, severity } from './agreement.ts'
import type { Observation, VerdictLevel } from './entry.ts'
import { type Grid, gridIndicators, partKey } from './grid.ts'
import type { ScoreSheet } from './sheet.ts'

/*
 * What the sheets of a session, or of a year, say of the equality of treatment. Figures about few cases are kept and counted: whoever shows them says how
 * few. Nothing here ranks candidates.
 */

/** What of a sheet the figures rest on. */
export type ScoredSheet = Pick<ScoreSheet, 'presence' | 'juror' | 'sections' | 'marks'>

/** One oral with the current sheet of each juror, and its place in the day. */
export interface ScoredOral {
  oralId: string
  grid: Grid
  panelId: string
  room: string
  /** ISO 8601. */
  startsAt: string
  /** Place among the panel's orals of that day, from 1. */
  order: number
  /** Where the session is held. */
  site: string
  sessionId: string
  sheets: readonly ScoredSheet[]
}

/** Shares of section verdicts `acquired` among the cases of one group. */
export interface GroupShare {
  /** What the group is called: a block, a room, a panel, a site, a session, an hour, a place in the day. */
  group: string
  acquired: number
  /** Verdicts counted. */
  cases: number
  orals: number
}

export interface JurorSeverity {
  jurorId: string
  /** In levels of verdict (0 to 2): positive is more generous than co-jurors on the same competences. Null without a co-juror. */
  meanDifference: number | null
  /** Competences judged together with somebody. */
  cases: number
  orals: number
}

/** An indicator that everybody marked alike: it tells candidates apart no better than silence does. */
export interface FlatIndicator {
  gridId: string
  indicatorId: string
  label: string
  value: Observation
  cases: number
}

export interface Fairness {
  agreement: Agreement
  severities: JurorSeverity[]
  /** Told from `MIN_FLAT_CASES` cases on. */
  flatIndicators: FlatIndicator[]
  byPart: GroupShare[]
  byRoom: GroupShare[]
  byPanel: GroupShare[]
  bySite: GroupShare[]
  bySession: GroupShare[]
  byHour: GroupShare[]
  byOrder: GroupShare[]
}

/** Fewer marks than this, and an indicator that never varies says nothing. */
export const MIN_FLAT_CASES = 6

const RANK: Record<VerdictLevel, number> = { notAcquired: 0, inProgress: 1, acquired: 2 }

/** At most so many competences are drawn for the interval, all resamples together: it takes a second or two. */
const MOST_DRAWN = 2_000_000
const MOST_RESAMPLES = 1_000
const FEWEST_RESAMPLES = 200

/** Everything at once. `random` gives numbers in [0, 1): a seeded one, so that the same sheets always give the same interval. */
export function fairness(orals: readonly ScoredOral[], random: () => number): Fairness {
  const held = orals.map((oral) => ({ ...oral, sheets: oral.sheets.filter(({ presence }) => presence === 'present') }))
  const units = held.flatMap(unitsOf)
  return {
    agreement: agreement(
      units.map(({ ratings }) => ratings.map(({ rank }) => rank)),
      'ordinal',
      random,
      Math.max(FEWEST_RESAMPLES, Math.min(MOST_RESAMPLES, Math.floor(MOST_DRAWN / (units.length || 1)))),
    ),
    severities: severities(units),
    flatIndicators: flatIndicators(held),
    byPart: shares(held, ({ grid }) => partKey(grid.part)),
    byRoom: shares(held, ({ room }) => room),
    byPanel: shares(held, ({ panelId }) => panelId),
    bySite: shares(held, ({ site }) => site),
    bySession: shares(held, ({ sessionId }) => sessionId),
    // The hour of the centre's own clock, as the instant states it.
    byHour: shares(held, ({ startsAt }) => startsAt.slice(11, 13)),
    byOrder: shares(held, ({ order }) => String(order)),
  }
}

interface RatedUnit {
  oralId: string
  ratings: { jurorId: string; rank: number }[]
}

/** One unit for each section of an oral: the verdicts its jurors gave. */
function unitsOf({ oralId, grid, sheets }: ScoredOral): RatedUnit[] {
  return grid.sections.map((section) => ({
    oralId,
    ratings: sheets.flatMap((sheet) => {
      const verdict = sheet.sections.find(({ id }) => id === section.id)?.verdict
      return verdict ? [{ jurorId: sheet.juror.id, rank: RANK[verdict] }] : []
    }),
  }))
}

function severities(units: readonly RatedUnit[]): JurorSeverity[] {
  const jurorIds = [...new Set(units.flatMap(({ ratings }) => ratings.map(({ jurorId }) => jurorId)))].sort()
  return jurorIds.map((jurorId) => {
    const together = units.flatMap(({ oralId, ratings }) => {
      const own = ratings.find((rating) => rating.jurorId === jurorId)
      const others = ratings.filter((rating) => rating.jurorId !== jurorId).map(({ rank }) => rank)
      return own && others.length > 0 ? [{ oralId, own: own.rank, others }] : []
    })
    const { meanDifference, units: cases } = severity(together)
    return { jurorId, meanDifference, cases, orals: new Set(together.map(({ oralId }) => oralId)).size }
  })
}

function flatIndicators(orals: readonly ScoredOral[]): FlatIndicator[] {
  const grids = new Map(orals.map(({ grid }) => [grid.id, grid]))
  return [...grids.values()].flatMap((grid) => {
    const sheets = orals.filter((oral) => oral.grid.id === grid.id).flatMap((oral) => oral.sheets)
    return gridIndicators(grid).flatMap(({ id, label }): FlatIndicator[] => {
      const values = sheets.flatMap(({ marks }) => marks[id]?.value ?? [])
      const [first] = values
      const isFlat = first !== undefined && values.length >= MIN_FLAT_CASES && values.every((value) => value === first)
      return isFlat ? [{ gridId: grid.id, indicatorId: id, label, value: first, cases: values.length }] : []
    })
  })
}

function shares(orals: readonly ScoredOral[], groupOf: (oral: ScoredOral) => string): GroupShare[] {
  const groups = new Map<string, GroupShare>()
  for (const oral of orals) {
    const verdicts = unitsOf(oral).flatMap(({ ratings }) => ratings)
    if (verdicts.length === 0) continue
    const group = groupOf(oral)
    const known = groups.get(group) ?? { group, acquired: 0, cases: 0, orals: 0 }
    groups.set(group, {
      group,
      acquired: known.acquired + verdicts.filter(({ rank }) => rank === RANK.acquired).length,
      cases: known.cases + verdicts.length,
      orals: known.orals + 1,
    })
  }
  return [...groups.values()].sort((a, b) => a.group.localeCompare(b.group, 'fr', { numeric: true }))
}
