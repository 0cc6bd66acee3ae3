import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openPreparationSchema } from '#contract/prepare.ts'
import type { RouteId } from '#contract/routes.ts'
import type { ImportFile } from '#domain/import-file.ts'
import type { Preparation } from '#domain/preparation.ts'
import { aServer } from '../../builders/a-server.ts'
import { aSessionDay } from '../../builders/a-session-day.ts'
import { anImportFile } from '../../builders/an-import-file.ts'

/** The day of everybody's tests, and a second panel, without orals, whose jurors can be borrowed. */
function withAnotherPanel(): ImportFile {
  const file = anImportFile()
  const borrowed = { lastName: 'Hamel', quality: 'Professionnel·le', external: true }
  return {
    ...file,
    jurors: [...file.jurors, { ...borrowed, id: 'j4', firstName: 'Noé' }, { ...borrowed, id: 'j5', firstName: 'Rose' }],
    panels: [...file.panels, { id: 'p2', name: 'Jury B', room: 'Salle 14', jurorIds: ['j4', 'j5'], presidentId: 'j4' }],
  }
}

/** A real server for one case alone, whose session it may change, and which it can take back to an earlier day as after a disk was replaced. */
export async function anOwnServer() {
  const server = await aServer()
  const day = await aSessionDay(server, withAnotherPanel())
  const live = join(server.dataDir, 'carnet.sqlite')
  const copy = join(server.dataDir, 'copie.sqlite')
  return {
    server,
    link: day.link,
    askDesk: async (routeId: string, body: string, params: Record<string, string>): Promise<unknown> =>
      (await day.coordinator.post(routeId as RouteId, body, { ...params, sessionId: day.sessionId })).json(),
    /** The desk notes who stands aside, in place of what it had noted. */
    noteRecusals: async (recusals: Preparation['recusals']): Promise<void> => {
      const place = { sessionId: day.sessionId }
      const { revision, preparation } = openPreparationSchema.parse(await (await day.coordinator.get('preparation', place)).json())
      const answer = await day.coordinator.post('savePreparation', { revision, preparation: { ...preparation, recusals } }, place)
      if (!answer.ok) throw new Error(`recusals refused: ${await answer.text()}`)
    },
    backUp: async () => {
      await rm(copy, { force: true })
      await sql`VACUUM INTO ${sql.lit(copy)}`.execute(server.running().context.storage.db)
    },
    restore: () =>
      server.restart(async () => {
        await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(live + suffix, { force: true })))
        await copyFile(copy, live)
      }),
    storedSheets: async () => {
      const { db } = server.running().context.storage
      const rows = await db.selectFrom('sheets').select('hash').orderBy('hash').execute()
      return rows.map(({ hash }) => hash)
    },
  }
}
