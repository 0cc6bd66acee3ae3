import type { EntryBody } from '#domain/entry.ts'
import { emptyTally, type Tally } from './fault.ts'
import type { Random } from './random.ts'
import type { StoredSheet } from './rig/stored-sheets.ts'

/*
 * What stands outside the app and remembers: each gesture it gave, each the app said was recorded, each sheet said to be signed. Its gestures
 * carry their number as the page of the support, so that one gesture is never taken for another.
 */

export type Gesture = Extract<EntryBody, { kind: 'mark' }> & { page: number }

const VALUES = ['observed', 'partial', 'notObserved', 'notEvaluated'] as const

/** Marks numbered from `first`, on indicators chosen at random. */
export function someGestures(random: Random, indicators: readonly string[], count: number, first = 1): Gesture[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'mark',
    targets: [random.pick(indicators)],
    value: random.pick(VALUES),
    page: first + index,
  }))
}

/** What was given to one sheet, and which of it was acknowledged. */
export class GestureLedger {
  readonly #given = new Map<number, Gesture>()
  readonly #acknowledged: number[] = []

  give(gestures: readonly Gesture[]): void {
    for (const gesture of gestures) this.#given.set(gesture.page, gesture)
  }

  acknowledge(page: number): void {
    this.#acknowledged.push(page)
  }

  get acknowledgedCount(): number {
    return this.#acknowledged.length
  }

  get nextPage(): number {
    return Math.max(0, ...this.#given.keys()) + 1
  }

  /** Compares with the log as it is shown, opened or stored. Given and not acknowledged may be there or not. */
  compare(shown: readonly EntryBody[], where: string): Tally {
    const marks = shown.filter((body): body is Gesture => body.kind === 'mark' && body.page !== undefined)
    const tally = { ...emptyTally(), acknowledged: this.#acknowledged.length }
    const counts = new Map<number, number>()
    for (const mark of marks) {
      counts.set(mark.page, (counts.get(mark.page) ?? 0) + 1)
      if (!isSame(mark, this.#given.get(mark.page))) note(tally, 'misread', `${where}: gesture ${mark.page} is not what was given`)
    }
    for (const page of this.#acknowledged)
      if (!counts.has(page)) note(tally, 'lost', `${where}: gesture ${page} was acknowledged and is gone`)
    for (const [page, count] of counts) if (count > 1) note(tally, 'duplicated', `${where}: gesture ${page} is there ${count} times`)
    return tally
  }
}

function isSame(shown: Gesture, given: Gesture | undefined): boolean {
  return given !== undefined && shown.value === given.value && JSON.stringify(shown.targets) === JSON.stringify(given.targets)
}

/** A sheet the app said was signed. */
export interface SignedNote {
  hash: string
  ledger: GestureLedger
}

/** Compares the sheets said to be safe with what the server stores: each there, once, saying what its juror gave. */
export function compareSheets(signed: readonly SignedNote[], stored: readonly StoredSheet[]): Tally {
  const tally = { ...emptyTally(), acknowledged: signed.length }
  const places = new Map<string, number>()
  for (const { deviceId, sheetId, revision } of stored) {
    const place = `${deviceId}/${sheetId}/${revision}`
    places.set(place, (places.get(place) ?? 0) + 1)
  }
  for (const [place, count] of places) if (count > 1) note(tally, 'duplicated', `${place} is stored ${count} times`)
  for (const { hash, ledger } of signed) {
    const found = stored.find((sheet) => sheet.hash === hash)
    if (!found) {
      note(tally, 'lost', `sheet ${hash} was acknowledged and the server does not have it`)
      continue
    }
    const { lost, duplicated, misread, findings } = ledger.compare(found.log, `sheet ${hash}`)
    tally.misread += lost + duplicated + misread
    tally.findings.push(...findings)
  }
  return tally
}

/** Counts one finding. */
export function note(tally: Tally, kind: 'lost' | 'duplicated' | 'misread', finding: string): void {
  tally[kind] += 1
  tally.findings.push(`${kind}: ${finding}`)
}
