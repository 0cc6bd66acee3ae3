import { inject } from 'vitest'
import type { Preparation } from '#domain/preparation.ts'
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
  /** A file that enrols a device of this juror without a network, and its code. */
  offline(jurorId: string): Promise<{ file: string; code: string }>
  /** The coordinator accepts a device that came second with such a file. */
  acceptSecond(deviceId: string): Promise<void>
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
    offline: async (jurorId) => (await (await fetch(`${network}/offline/${jurorId}`)).json()) as { file: string; code: string },
    acceptSecond: async (deviceId) => {
      await fetch(`${network}/accept/${deviceId}`, { method: 'POST' })
    },
  }
}

/** What the coordinator's desk answers to a route of the session. */
export async function askDesk(routeId: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${inject('deviceServer')}/desk/${routeId}`, { method: 'POST', body: JSON.stringify(body) })
  return answer.json()
}

/** A server for this case alone: its session may be changed, and it can be taken back to an earlier backup. */
export function anOwnServer() {
  const origin = `${inject('deviceServer')}/own/${crypto.randomUUID()}`
  const ask = async (act: string, body?: unknown): Promise<unknown> =>
    (await fetch(`${origin}/${act}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })).json()
  return {
    origin,
    code: async () => ((await ask('link')) as { code: string }).code,
    askDesk: (routeId: string, body: unknown, params: Record<string, string> = {}) =>
      ask(`desk/${routeId}?${new URLSearchParams(params)}`, body),
    noteRecusals: (recusals: Preparation['recusals']) => ask('recusals', recusals),
    backUp: () => ask('backup'),
    restore: () => ask('restore'),
    storedSheets: async () => (await ask('sheets')) as string[],
  }
}
