import { seatedAt } from './panel-seats.ts'
import type { Placement, PlannedOral, PlanningRequest } from './planning-request.ts'

/** An oral in its place, with who sits there. */
export interface Slot {
  oral: PlannedOral
  panelId: string
  jurorIds: readonly string[]
  startMs: number
  endMs: number
}

/** The placements of orals and panels the request knows. */
export function toSlots(request: PlanningRequest, placements: readonly Placement[]): Slot[] {
  const orals = new Map(request.orals.map((oral) => [oral.id, oral]))
  const panels = new Map(request.panels.map((panel) => [panel.id, panel]))
  return placements.flatMap(({ oralId, panelId, startMs }) => {
    const oral = orals.get(oralId)
    const panel = panels.get(panelId)
    return oral && panel ? [{ oral, panelId, jurorIds: seatedAt(panel, startMs), startMs, endMs: startMs + oral.durationMs }] : []
  })
}

/** Whether less than a gap is left between two of them. */
export function tooClose(a: { startMs: number; endMs: number }, b: { startMs: number; endMs: number }, gapMs: number): boolean {
  return a.startMs < b.endMs + gapMs && b.startMs < a.endMs + gapMs
}

/** The pairs that may not meet, as `juror/candidate`. */
export function conflictKeys(request: PlanningRequest): Set<string> {
  return new Set(request.conflicts.map(({ jurorId, candidateId }) => `${jurorId}/${candidateId}`))
}
