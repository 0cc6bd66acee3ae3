import { findClashes } from './clashes.ts'
import { allottedMs } from './exam-session.ts'
import type { KnownGrid } from './import-file.ts'
import { proposePlanning, type Unplaced } from './planning.ts'
import type { Placement, PlanningRequest } from './planning-request.ts'
import { type OpeningHours, type Pause, type Preparation, pausesOf } from './preparation.ts'
import { zonedInstant, zonedMs } from './zoned-time.ts'

/** When orals may take place, day by day, pauses left out; epoch milliseconds. */
export function openWindows(hours: OpeningHours): PlanningRequest['windows'] {
  const stretches = openStretches(hours)
  return hours.days.flatMap((day) => {
    const at = (time: string) => zonedMs(day, time, hours.timeZone)
    return stretches.map(({ from, to }) => ({ fromMs: at(from), toMs: at(to) }))
  })
}

/** A day from its opening to its closing, cut at each pause. Times of a clock compare as texts. */
function openStretches(hours: OpeningHours): Pause[] {
  const stretches: Pause[] = []
  let open = hours.from
  for (const { from, to } of pausesOf(hours).filter((pause) => pause.from < pause.to && pause.from < hours.to)) {
    stretches.push({ from: open, to: from })
    if (to > open) open = to
  }
  return [...stretches, { from: open, to: hours.to }].filter(({ from, to }) => from < to)
}

/** The planner's question for a session. An oral whose candidate or grid is unknown is left out: checking names it. */
export function planningRequest(preparation: Preparation, grids: readonly KnownGrid[]): PlanningRequest {
  const { hours, panels, interests } = preparation
  const candidates = new Map(preparation.candidates.map((candidate) => [candidate.id, candidate]))
  const durations = new Map(grids.map((grid) => [grid.id, grid.durationMinutes]))
  return {
    orals: preparation.orals.flatMap(({ id, candidateId, gridId }) => {
      const candidate = candidates.get(candidateId)
      const minutes = durations.get(gridId)
      return candidate && minutes !== undefined ? [{ id, candidateId, durationMs: allottedMs(minutes, candidate.accommodations) }] : []
    }),
    panels: panels.filter((panel) => panel.jurorIds.length > 0),
    windows: openWindows(hours),
    turnoverMs: hours.turnoverMinutes * 60_000,
    restMs: hours.restMinutes * 60_000,
    conflicts: interests,
  }
}

/** Where the orals are now. */
export function placementsOf(preparation: Preparation): Placement[] {
  return preparation.orals.flatMap(({ id, place }) =>
    place ? [{ oralId: id, panelId: place.panelId, startMs: Date.parse(place.startsAt) }] : [],
  )
}

/** The session with its orals placed so; those the list does not name have no place. */
export function withPlacements(preparation: Preparation, placements: readonly Placement[]): Preparation {
  const { timeZone } = preparation.hours
  const byOral = new Map(placements.map((placement) => [placement.oralId, placement]))
  return {
    ...preparation,
    orals: preparation.orals.map((oral) => {
      const placement = byOral.get(oral.id)
      if (!placement) return { ...oral, place: null }
      const { panelId, startMs } = placement
      const isUnmoved = oral.place?.panelId === panelId && Date.parse(oral.place.startsAt) === startMs
      return isUnmoved ? oral : { ...oral, place: { panelId, startsAt: zonedInstant(startMs, timeZone) }, room: null }
    }),
  }
}

/** Proposes a place for every oral that has none; what is placed already stays. */
export function proposePlaces(
  preparation: Preparation,
  grids: readonly KnownGrid[],
): { preparation: Preparation; placed: number; unplaced: Unplaced[] } {
  const kept = placementsOf(preparation)
  const { placements, unplaced } = proposePlanning(planningRequest(preparation, grids), kept)
  return { preparation: withPlacements(preparation, placements), placed: placements.length - kept.length, unplaced }
}

/** Every clash of the session's schedule. A juror who stood aside for a candidate meets them no more, though their panel hears them. */
export function scheduleClashes(preparation: Preparation, grids: readonly KnownGrid[]): ReturnType<typeof findClashes> {
  const { orals, recusals } = preparation
  const isAside = (oralId: string, jurorId: string | null) => {
    const oral = orals.find(({ id }) => id === oralId)
    return recusals.some((one) => one.jurorId === jurorId && one.candidateId === oral?.candidateId && one.panelId === oral.place?.panelId)
  }
  return findClashes(planningRequest(preparation, grids), placementsOf(preparation)).filter(
    ({ code, oralId, withId }) => code !== 'conflictOfInterest' || !isAside(oralId, withId),
  )
}
