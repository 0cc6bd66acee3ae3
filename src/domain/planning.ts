import { seatedAt } from './panel-seats.ts'
import type { Placement, PlannedOral, PlanningRequest } from './planning-request.ts'
import { conflictKeys, type Slot, tooClose, toSlots } from './planning-slots.ts'

/*
 * A schedule proposed by a plain rule a coordinator can follow: candidates take turns, so that each rests between two orals; whoever has
 * the fewest possible panels goes first; each oral takes the earliest moment that breaks nothing, on the least busy panel.
 */

export interface Unplaced {
  oralId: string
  /** `everyPanelConflicted`: no panel without a conflict; `longerThanAnyWindow`; `noTimeLeft`: every permitted moment is taken. */
  reason: 'everyPanelConflicted' | 'longerThanAnyWindow' | 'noTimeLeft'
}

export interface Proposal {
  placements: Placement[]
  unplaced: Unplaced[]
}

/** Proposes a place for every oral that `kept` does not place already. Never moves what is kept. */
export function proposePlanning(request: PlanningRequest, kept: readonly Placement[] = []): Proposal {
  const slots = toSlots(request, kept)
  const placed = new Set(kept.map((placement) => placement.oralId))
  const placements: Placement[] = [...kept]
  const unplaced: Unplaced[] = []
  const diary = new Diary(slots)
  for (const oral of inTurns(request, placed)) {
    const found = earliest(request, oral, diary)
    if (typeof found === 'string') unplaced.push({ oralId: oral.id, reason: found })
    else {
      diary.add(found)
      placements.push({ oralId: oral.id, panelId: found.panelId, startMs: found.startMs })
    }
  }
  return { placements, unplaced }
}

function permittedPanels(request: PlanningRequest, candidateId: string, forbidden: ReadonlySet<string>): PlanningRequest['panels'] {
  return request.panels.filter((panel) => panel.jurorIds.every((jurorId) => !forbidden.has(`${jurorId}/${candidateId}`)))
}

/** First orals of all candidates, then their second ones…; in each turn the most constrained first, then the longest. */
function inTurns(request: PlanningRequest, placed: ReadonlySet<string>): PlannedOral[] {
  const forbidden = conflictKeys(request)
  const turnOf = new Map<string, number>()
  const turns = request.orals
    .filter((oral) => !placed.has(oral.id))
    .map((oral) => {
      const turn = turnOf.get(oral.candidateId) ?? 0
      turnOf.set(oral.candidateId, turn + 1)
      return { oral, turn, choices: permittedPanels(request, oral.candidateId, forbidden).length }
    })
  turns.sort((a, b) => a.turn - b.turn || a.choices - b.choices || b.oral.durationMs - a.oral.durationMs)
  return turns.map(({ oral }) => oral)
}

/** What is already taken, by panel, juror and candidate, so that one question is one look-up. */
class Diary {
  readonly #byPanel = new Map<string, Slot[]>()
  readonly #byJuror = new Map<string, Slot[]>()
  readonly #byCandidate = new Map<string, Slot[]>()

  constructor(slots: readonly Slot[]) {
    for (const slot of slots) this.add(slot)
  }

  add(slot: Slot): void {
    push(this.#byPanel, slot.panelId, slot)
    push(this.#byCandidate, slot.oral.candidateId, slot)
    for (const jurorId of slot.jurorIds) push(this.#byJuror, jurorId, slot)
  }

  ofPanel(panelId: string): readonly Slot[] {
    return this.#byPanel.get(panelId) ?? []
  }

  /** Each busy stretch of a panel's members or of the candidate, with the gap it asks for. */
  busy(panel: PlanningRequest['panels'][number], oral: PlannedOral, request: PlanningRequest): { slot: Slot; gapMs: number }[] {
    const elsewhere = panel.jurorIds.flatMap((jurorId) => (this.#byJuror.get(jurorId) ?? []).filter((slot) => slot.panelId !== panel.id))
    return [
      ...this.ofPanel(panel.id).map((slot) => ({ slot, gapMs: request.turnoverMs })),
      ...elsewhere.map((slot) => ({ slot, gapMs: 0 })),
      ...(this.#byCandidate.get(oral.candidateId) ?? []).map((slot) => ({ slot, gapMs: request.restMs })),
    ]
  }
}

function push(map: Map<string, Slot[]>, key: string, slot: Slot): void {
  const list = map.get(key)
  if (list) list.push(slot)
  else map.set(key, [slot])
}

function earliest(request: PlanningRequest, oral: PlannedOral, diary: Diary): Slot | Unplaced['reason'] {
  const panels = permittedPanels(request, oral.candidateId, conflictKeys(request))
  if (panels.length === 0) return 'everyPanelConflicted'
  if (!request.windows.some((window) => window.toMs - window.fromMs >= oral.durationMs)) return 'longerThanAnyWindow'
  let best: Slot | null = null
  for (const panel of panels) {
    const startMs = earliestOn(request, panel, oral, diary)
    if (startMs === null) continue
    const isBetter = best === null || startMs < best.startMs || (startMs === best.startMs && isLessBusy(diary, panel.id, best.panelId))
    if (isBetter) best = { oral, panelId: panel.id, jurorIds: seatedAt(panel, startMs), startMs, endMs: startMs + oral.durationMs }
  }
  return best ?? 'noTimeLeft'
}

function isLessBusy(diary: Diary, a: string, b: string): boolean {
  return diary.ofPanel(a).length < diary.ofPanel(b).length
}

/** The only moments worth trying are a window's opening and the end of each gap after something taken. */
function earliestOn(request: PlanningRequest, panel: PlanningRequest['panels'][number], oral: PlannedOral, diary: Diary): number | null {
  const busy = diary.busy(panel, oral, request)
  const moments = [...request.windows.map((window) => window.fromMs), ...busy.map(({ slot, gapMs }) => slot.endMs + gapMs)]
  moments.sort((a, b) => a - b)
  for (const startMs of moments) {
    const endMs = startMs + oral.durationMs
    const isOpen = request.windows.some((window) => window.fromMs <= startMs && endMs <= window.toMs)
    if (isOpen && busy.every(({ slot, gapMs }) => !tooClose({ startMs, endMs }, slot, gapMs))) return startMs
  }
  return null
}
