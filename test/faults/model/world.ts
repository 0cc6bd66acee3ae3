import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstBrokenRow } from '#domain/journal.ts'
import { hashJson } from '#seal/hash.ts'
import type { ServerContext } from '#server/context.ts'
import { deliver } from '#server/delivery/deliver.ts'
import { receivedSheets } from '#server/desk/board.ts'
import { openStorage } from '#server/storage/engine.ts'
import { readJournal } from '#server/storage/journal.ts'
import { sessionSheets, unknownEnvelopes } from '#server/storage/sheets.ts'
import { aServer } from '../../builders/a-server.ts'
import { aSessionDay } from '../../builders/a-session-day.ts'
import type { EnrolledDevice } from '../../builders/an-enrolled-device.ts'

/** A server's database with a session and enrolled devices, copied for each schedule. */
export interface Template {
  devices: EnrolledDevice[]
  open(): Promise<ModelServer>
  dispose(): Promise<void>
}

/** The real delivery on a real SQLite file, without HTTP in between; it can be taken back to an earlier backup. */
export interface ModelServer {
  deliver(envelopes: readonly string[]): ReturnType<typeof deliver>
  missing(envelopeIds: readonly string[]): Promise<string[]>
  backUp(): Promise<void>
  /** Back to the last backup, or to the beginning. */
  restore(): Promise<void>
  /** What the desk lists. */
  sheets(): Promise<Awaited<ReturnType<typeof sessionSheets>>>
  shown(): Promise<ReturnType<typeof receivedSheets>>
  journalBrokenAt(): Promise<number | null>
  close(): Promise<void>
}

/** One juror on two devices, and a second juror. */
const JURORS = ['j1', 'j1', 'j2'] as const

export async function aTemplate(): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-model-'))
  const template = join(folder, 'template.sqlite')
  const server = await aServer()
  const day = await aSessionDay(server)
  const devices: EnrolledDevice[] = []
  for (const jurorId of JURORS) devices.push(await day.device(jurorId))
  const { secrets, config } = server.running().context
  await server.restart(async () => copyFile(join(server.dataDir, 'carnet.sqlite'), template))
  await server.dispose()
  let opened = 0
  return {
    devices,
    open: async () => {
      opened += 1
      return openModelServer(join(folder, `${opened}`), template, day.sessionId, { secrets, config })
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  }
}

async function openModelServer(
  path: string,
  template: string,
  sessionId: string,
  { secrets, config }: Pick<ServerContext, 'secrets' | 'config'>,
): Promise<ModelServer> {
  const file = `${path}.sqlite`
  const backup = `${path}.backup.sqlite`
  await copyFile(template, file)
  await copyFile(template, backup)
  let context = await contextOn(file, config, secrets)
  return {
    deliver: (envelopes) => deliver(context, envelopes),
    missing: (ids) => unknownEnvelopes(context.storage.db, ids),
    backUp: async () => {
      // Closing moves the log into the file: a copy of it is whole.
      await context.storage.close()
      await copyFile(file, backup)
      context = await contextOn(file, config, secrets)
    },
    restore: async () => {
      await context.storage.close()
      await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(file + suffix, { force: true })))
      await copyFile(backup, file)
      context = await contextOn(file, config, secrets)
    },
    sheets: () => sessionSheets(context.storage.db, sessionId),
    shown: async () => receivedSheets(await sessionSheets(context.storage.db, sessionId)),
    journalBrokenAt: async () => firstBrokenRow(await readJournal(context.storage.db), hashJson),
    close: async () => {
      await context.storage.close()
      await Promise.all([file, backup].map((each) => rm(each, { force: true })))
    },
  }
}

async function contextOn(file: string, config: ServerContext['config'], secrets: ServerContext['secrets']): Promise<ServerContext> {
  const storage = await openStorage({ engine: 'sqlite', file }, () => undefined)
  return { config, storage, secrets, mailer: null, now: () => new Date() }
}
