import fc from 'fast-check'
import { emptyTally, type Fault, type Tally } from '../fault.ts'
import { runSchedule } from '../model/run-schedule.ts'
import { anySchedule } from '../model/schedule.ts'
import { aTemplate } from '../model/world.ts'
import type { Random } from '../random.ts'

/** Schedules a run: the full command's 50 runs make 1,000. */
export const SCHEDULES_A_RUN = 20

/** Devices, network and server through schedules made at random: mark, sign, correct, cut, restore, crash, duplicate, reorder, witness, update. */
export const schedules: Fault = scheduled('schedules of everything at once', {})

/** The same with devices that forget what they send. */
export const controlSchedules: Fault = {
  ...scheduled('control: schedules with a forgetful device', { isForgetful: true }),
  isControl: true,
}

function scheduled(name: string, options: { isForgetful?: boolean }): Fault {
  return {
    name,
    start: async () => {
      const template = await aTemplate()
      return {
        run: async (random) => checkSchedules(random, (steps) => runSchedule(template, steps, options)),
        dispose: template.dispose,
      }
    },
  }
}

async function checkSchedules(random: Random, run: (steps: Parameters<typeof runSchedule>[1]) => Promise<Tally>): Promise<Tally> {
  let acknowledged = 0
  let worst: Tally | null = null
  const outcome = await fc.check(
    fc.asyncProperty(anySchedule, async (steps) => {
      const tally = await run(steps)
      acknowledged += tally.acknowledged
      if (tally.lost + tally.duplicated + tally.misread === 0) return true
      worst = tally
      return false
    }),
    { numRuns: SCHEDULES_A_RUN, seed: random.between(0, 0x7fffffff) },
  )
  if (!outcome.failed) return { ...emptyTally(), acknowledged }
  if (worst === null) throw new Error('a schedule broke', { cause: outcome.errorInstance })
  // After shrinking: the shortest schedule that still fails.
  const { findings, lost, duplicated, misread } = worst as Tally
  return { acknowledged, lost, duplicated, misread, findings: [...findings, `schedule: ${JSON.stringify(outcome.counterexample)}`] }
}
