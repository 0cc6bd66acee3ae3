import { noteEvent } from './diagnostics.ts'
import type { ReadinessCheck } from './readiness-checks.ts'

/**
 * One line of « Prêt pour l'épreuve ? ». `detail` holds the numbers its sentence needs: `freeMiB` (storageSpace), `offsetMs` (clockOffset,
 * positive when this device is ahead), `ageHours` (packageFresh), `stored` and `expected` (supportsStored,
 * heavyFiles).
 */
export interface ReadinessLine {
  check: ReadinessCheck
  state: 'ok' | 'warning' | 'failed' | 'unknown'
  detail?: Record<string, string | number>
}

/** Runs one check; one that breaks is `unknown` and noted, and does not hide the others. */
export async function readinessLineOf(check: ReadinessCheck, run: () => Promise<Omit<ReadinessLine, 'check'>>): Promise<ReadinessLine> {
  try {
    return { check, ...(await run()) }
  } catch (error) {
    noteEvent('checkBroken', { check, reason: error instanceof Error ? error.name : 'unknown' })
    return { check, state: 'unknown' }
  }
}
