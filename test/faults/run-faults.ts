import { emptyTally, type Fault, sumOf, type Tally } from './fault.ts'
import { aRandom, runSeed } from './random.ts'

/** One line of the table. `seed` gives the same runs again. */
export interface FaultRow extends Tally {
  fault: string
  isControl: boolean
  runs: number
  seed: number
  seconds: number
}

/** A run is stuck after this: a broken harness must not look like a long one. */
const RUN_LIMIT_MS = 180_000

/** Runs one fault as often as asked. A run that breaks counts as a misread one, with what broke it. */
export async function runFault(fault: Fault, { runs, seed }: { runs: number; seed: number }): Promise<FaultRow> {
  const startedMs = performance.now()
  const trial = await fault.start()
  const tallies: Tally[] = []
  try {
    for (let index = 0; index < runs; index += 1) {
      const random = aRandom(runSeed(seed, fault.name, index))
      const tally = await limited(trial.run(random, { index, count: runs })).catch((error: unknown) => brokenRun(error))
      tallies.push({ ...tally, findings: tally.findings.map((finding) => `run ${index}: ${finding}`) })
    }
  } finally {
    await trial.dispose()
  }
  const seconds = Math.round((performance.now() - startedMs) / 1_000)
  return { fault: fault.name, isControl: fault.isControl === true, runs, seed, seconds, ...sumOf(tallies) }
}

function brokenRun(error: unknown): Tally {
  const text = stackOf(error) + (error instanceof Error && error.cause !== undefined ? `\n  because ${stackOf(error.cause)}` : '')
  return { ...emptyTally(), misread: 1, findings: [`broken: ${text}`] }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function limited(work: Promise<Tally>): Promise<Tally> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`a run took more than ${RUN_LIMIT_MS / 1_000} s`)), RUN_LIMIT_MS)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

/** A fault must find nothing; a control must find something, and not only because it broke. */
export function isAsExpected(row: FaultRow): boolean {
  const isBroken = row.findings.some((finding) => finding.includes(': broken: '))
  const found = row.lost + row.duplicated + row.misread
  return !isBroken && (row.isControl ? found > 0 : found === 0 && row.acknowledged > 0)
}
