import { redoTarget, undoTarget } from '#domain/draft.ts'
import type { Entry, EntryBody } from '#domain/entry.ts'
import type { Instant } from '#domain/primitives.ts'
import { readTimer, type TimerPlan, timerEvents } from '#domain/timer.ts'
import { anInstant } from './a-log.ts'

/** A sheet's log without a disk: it commits at once, unless held back or told to refuse. Its clock moves only when told to. */
export class LogInMemory {
  entries: readonly Entry[] = []
  pendingCount = 0
  /** Grows with each change, to be followed. */
  version = 0
  writable = true
  isGone = false
  #nowMs = 0
  #listeners = new Set<() => void>()
  #held: (() => void)[] | null = null
  #refusal: string | null = null
  #queue: Promise<unknown> = Promise.resolve()
  #nextId = 0
  readonly #plan: TimerPlan

  constructor(plan: TimerPlan, bodies: readonly EntryBody[] = []) {
    this.#plan = plan
    for (const body of bodies) this.#commit(body)
  }

  now = (): Instant => anInstant(this.#nowMs)

  pass(ms: number): void {
    this.#nowMs += ms
    this.changed()
  }

  /** From now on nothing reaches the disk until `release`. */
  hold(): void {
    this.#held = []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const go of held) go()
  }

  /** From now on every gesture is refused with this device code; null accepts again. */
  refuse(code: string | null): void {
    this.#refusal = code
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  append = (body: EntryBody): Promise<Entry> => this.#enqueue(() => this.#commit(body))

  undo = (): Promise<boolean> => this.#enqueue(() => this.#revert('undo', undoTarget(this.entries)))

  redo = (): Promise<boolean> => this.#enqueue(() => this.#revert('redo', redoTarget(this.entries)))

  rescue = async (): Promise<void> => {
    if (this.#refusal !== null) throw new Error(this.#refusal)
    this.isGone = false
    this.changed()
  }

  bodies(): EntryBody[] {
    return this.entries.map((entry) => entry.body)
  }

  changed(): void {
    this.version += 1
    for (const listener of this.#listeners) listener()
  }

  #revert(kind: 'undo' | 'redo', entry: Entry | null): boolean {
    if (entry === null) return false
    this.#commit({ kind, entryId: entry.id })
    return true
  }

  #enqueue<Result>(write: () => Result): Promise<Result> {
    this.pendingCount += 1
    const result = this.#queue
      .then(() => new Promise<void>((resolve) => (this.#held ? this.#held.push(resolve) : resolve())))
      .then(() => {
        if (this.#refusal !== null) throw Object.assign(new Error(this.#refusal), { code: this.#refusal })
        return write()
      })
      .finally(() => {
        this.pendingCount -= 1
        this.changed()
      })
    this.#queue = result.catch(() => undefined)
    this.changed()
    return result
  }

  #commit(body: EntryBody): Entry {
    const reading = readTimer(timerEvents(this.entries), this.#plan, this.now())
    const outside = reading.status === 'ready' || reading.status === 'stopped'
    const entry: Entry = {
      id: `e${this.#nextId++}`,
      seq: this.entries.length,
      at: this.now(),
      oralMs: outside ? null : reading.elapsedMs,
      phaseId: reading.phaseId,
      body,
    }
    this.entries = [...this.entries, entry]
    return entry
  }
}
