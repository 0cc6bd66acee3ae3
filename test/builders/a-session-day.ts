import { enrolmentLinkSchema, importedSchema } from '#contract/desk.ts'
import { offlineEnrolmentSchema } from '#contract/enrolment.ts'
import type { ImportFile } from '#domain/import-file.ts'
import { aCoordinator, type NewServer, type TestClient, type TestServer } from './a-server.ts'
import { anEnrolledDevice, type EnrolledDevice } from './an-enrolled-device.ts'
import { anImportFile } from './an-import-file.ts'

/** A server with a coordinator and an imported session. */
export interface SessionDay<Server extends NewServer = TestServer> {
  server: Server
  coordinator: TestClient
  sessionId: string
  /** A new enrolment link for a juror. */
  link: (jurorId: string) => Promise<string>
  /** A file that enrols a juror's device without a network, and its code. */
  offline: (jurorId: string) => Promise<{ file: string; code: string }>
  /** A new device enrolled for a juror. */
  device: (jurorId: string) => Promise<EnrolledDevice>
}

/** Creates the first account and imports a session through the API. */
export async function aSessionDay<Server extends NewServer>(
  server: Server,
  file: ImportFile = anImportFile(),
): Promise<SessionDay<Server>> {
  return anImportedSession(server, await aCoordinator(server), file)
}

/** The same for a coordinator who is signed in already. */
export async function anImportedSession<Server extends NewServer>(
  server: Server,
  coordinator: TestClient,
  file: ImportFile,
): Promise<SessionDay<Server>> {
  const imported = await coordinator.post('importSession', JSON.stringify(file))
  if (!imported.ok) throw new Error(`import refused: ${await imported.text()}`)
  const { sessionId } = importedSchema.parse(await imported.json())
  return aDayOf(server, coordinator, sessionId)
}

/** The same for a session that is there already. */
export function aDayOf<Server extends NewServer>(server: Server, coordinator: TestClient, sessionId: string): SessionDay<Server> {
  const link = async (jurorId: string) => {
    const answer = await coordinator.post('enrolmentLink', '', { sessionId, jurorId })
    return enrolmentLinkSchema.parse(await answer.json()).link
  }
  const offline = async (jurorId: string) =>
    offlineEnrolmentSchema.parse(await (await coordinator.post('offlineEnrolment', '', { sessionId, jurorId })).json())
  return { server, coordinator, sessionId, link, offline, device: async (jurorId) => anEnrolledDevice(server.origin, await link(jurorId)) }
}
