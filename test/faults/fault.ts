import type { Random } from './random.ts'

/** What the oracle found after a fault and what mends it. Counts are of gestures, sheets or envelopes, as the fault says. */
export interface Tally {
  /** Said to be safe: shown as recorded, or proved by a receipt, before the fault. Only these may not be lost. */
  acknowledged: number
  lost: number
  duplicated: number
  /** There, but not what was given; or claimed to be where it is not; or damaged without being named. */
  misread: number
  /** One line for each of the above. */
  findings: string[]
}

/** Which run of how many: a fault that goes through every byte shares them out. */
export interface RunPlace {
  index: number
  count: number
}

/** A fault made ready: servers and browsers started, shared by its runs. */
export interface Trial {
  run(random: Random, place: RunPlace): Promise<Tally>
  dispose(): Promise<void>
}

export interface Fault {
  name: string
  /** A control has its protection taken away: it must lose, double or misread something, or else the oracle is blind. */
  isControl?: true
  start(): Promise<Trial>
}

export function emptyTally(): Tally {
  return { acknowledged: 0, lost: 0, duplicated: 0, misread: 0, findings: [] }
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const total = emptyTally()
  for (const tally of tallies) {
    total.acknowledged += tally.acknowledged
    total.lost += tally.lost
    total.duplicated += tally.duplicated
    total.misread += tally.misread
    total.findings.push(...tally.findings)
  }
  return total
}

/** A trial that needs nothing started beforehand. */
export function aloneTrial(run: Trial['run']): Trial {
  return { run, dispose: async () => undefined }
}
