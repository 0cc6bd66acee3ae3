import { inject } from 'vitest'
import type { Fault, LaneReport } from './faults.ts'

/** One case's own way to the real server, whose network fails as it is told. */
export interface TestLane {
  /** What device functions take as the server's origin. */
  origin: string
  /** The next requests meet these faults, one each, in order. */
  fail(...faults: Fault[]): Promise<void>
  requests(): Promise<LaneReport['requests']>
  /** A new enrolment code for a juror of the imported session. */
  code(jurorId?: string): Promise<string>
}

export function aLane(): TestLane {
  const network = inject('deviceServer')
  const id = crypto.randomUUID()
  return {
    origin: `${network}/lane/${id}`,
    fail: async (...faults) => {
      await fetch(`${network}/faults/${id}`, { method: 'POST', body: JSON.stringify(faults) })
    },
    requests: async () => ((await (await fetch(`${network}/report/${id}`)).json()) as LaneReport).requests,
    code: async (jurorId = 'j1') => ((await (await fetch(`${network}/enrolment/${jurorId}`)).json()) as { code: string }).code,
  }
}
