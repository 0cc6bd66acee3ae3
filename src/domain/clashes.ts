import { BusyTimes } from './busy-times.ts'
import type { Placement, PlanningRequest } from './planning-request.ts'
import { conflictKeys, type Slot, tooClose, toSlots } from './planning-slots.ts'

/** Why an oral cannot stay where it is. */
export interface Clash {
  code: 'panelBusy' | 'jurorInTwoPlaces' | 'candidateInTwoPlaces' | 'candidateRest' | 'conflictOfInterest' | 'outsideWindows'
  oralId: string
  /** The other oral, or the juror, it clashes with. */
  withId: string | null
}

/** Every clash of a schedule, each named; empty when it holds. Independent of how the schedule came to be. */
export function findClashes(request: PlanningRequest, placements: readonly Placement[]): Clash[] {
  const slots = toSlots(request, placements)
  const forbidden = conflictKeys(request)
  const clashes: Clash[] = []
  const earlier = new EarlierSlots(request)
  for (const slot of slots) {
    const add = (code: Clash['code'], withId: string | null) => clashes.push({ code, oralId: slot.oral.id, withId })
    if (!request.windows.some((w) => w.fromMs <= slot.startMs && slot.endMs <= w.toMs)) add('outsideWindows', null)
    for (const jurorId of slot.jurorIds) if (forbidden.has(`${jurorId}/${slot.oral.candidateId}`)) add('conflictOfInterest', jurorId)
    for (const other of earlier.near(slot)) {
      const overlap = slot.startMs < other.endMs && other.startMs < slot.endMs
      const sharedJuror = slot.jurorIds.some((id) => other.jurorIds.includes(id))
      if (slot.panelId === other.panelId && tooClose(slot, other, request.turnoverMs)) add('panelBusy', other.oral.id)
      else if (sharedJuror && overlap) add('jurorInTwoPlaces', other.oral.id)
      if (slot.oral.candidateId !== other.oral.candidateId) continue
      if (overlap) add('candidateInTwoPlaces', other.oral.id)
      else if (tooClose(slot, other, request.restMs)) add('candidateRest', other.oral.id)
    }
    earlier.add(slot)
  }
  return clashes
}

/** The slots seen so far, found by whom they could clash with. */
class EarlierSlots {
  readonly #busy = new BusyTimes<Slot>()
  readonly #places = new Map<Slot, number>()
  readonly #request: Pick<PlanningRequest, 'turnoverMs' | 'restMs'>

  constructor(request: Pick<PlanningRequest, 'turnoverMs' | 'restMs'>) {
    this.#request = request
  }

  add(slot: Slot): void {
    this.#places.set(slot, this.#places.size)
    for (const { who } of this.#concerned(slot)) this.#busy.add(who, slot.startMs, slot.endMs, slot)
  }

  /** Those of the same panel, juror or candidate that are near in time, in their order. */
  near(slot: Slot): Slot[] {
    const found = this.#concerned(slot).flatMap(({ who, gapMs }) => [...this.#busy.during(who, slot.startMs - gapMs, slot.endMs + gapMs)])
    const placeOf = (one: Slot) => this.#places.get(one) ?? 0
    return [...new Set(found)].sort((a, b) => placeOf(a) - placeOf(b))
  }

  #concerned({ panelId, jurorIds, oral }: Slot): { who: string; gapMs: number }[] {
    return [
      { who: `panel ${panelId}`, gapMs: this.#request.turnoverMs },
      ...jurorIds.map((jurorId) => ({ who: `juror ${jurorId}`, gapMs: 0 })),
      { who: `candidate ${oral.candidateId}`, gapMs: this.#request.restMs },
    ]
  }
}
