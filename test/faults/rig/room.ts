import type { ImportFile } from '#domain/import-file.ts'
import type { NewServer } from '../../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../../builders/a-session-day.ts'
import { anImportFile } from '../../builders/an-import-file.ts'
import { type ServerProcess, startServer } from '../../e2e/harness/server.ts'
import { type Network, openNetwork } from './network.ts'

/** A server process that can be killed, a session day on it, and the network devices reach it by. */
export interface Room {
  server: ServerProcess
  network: Network
  day: SessionDay<NewServer>
  /** A new enrolment code for a juror. */
  code(jurorId: string): Promise<string>
  dispose(): Promise<void>
}

export const ORAL_IDS = Array.from({ length: 24 }, (_, index) => `o${index + 1}`)

/** Twenty-four orals of block 1 before one panel of three, six a day. */
export function aFullDay(): ImportFile {
  const [model] = anImportFile().candidates
  if (!model) throw new Error('no candidate to copy')
  return anImportFile({
    session: { title: 'Session d’essai', centre: 'Centre d’Angers', startsOn: '2026-11-24', endsOn: '2026-11-27' },
    candidates: ORAL_IDS.map((_, index) => ({
      ...model,
      id: `c${index + 1}`,
      number: String(index + 1).padStart(4, '0'),
      accommodations: [],
    })),
    orals: ORAL_IDS.map((id, index) => ({
      id,
      candidateId: `c${index + 1}`,
      panelId: 'p1',
      gridId: 'cdcm-b1',
      startsAt: `2026-11-${24 + Math.floor(index / 6)}T${10 + (index % 6)}:00:00+01:00`,
    })),
  })
}

/** Starts all three. */
export async function aRoom(file: ImportFile = aFullDay()): Promise<Room> {
  const server = await startServer()
  try {
    const [setupLink] = await server.printed(/http\S+\/coordination\/premiere-connexion#\S+/)
    const day = await aSessionDay({ origin: server.origin, running: () => ({ setupLink }) }, file)
    const network = await openNetwork(server)
    return {
      server,
      network,
      day,
      code: async (jurorId) => new URL(await day.link(jurorId)).hash.slice(1),
      dispose: async () => {
        await network.close()
        await server.dispose()
      },
    }
  } catch (error) {
    await server.dispose()
    throw error
  }
}
