import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type Fault, sumOf } from '../fault.ts'
import { compareSheets } from '../oracle.ts'
import { aJurorPage } from '../rig/juror-page.ts'
import { roomTrial } from '../rig/room-trial.ts'
import { deliverAll, scoreAndSign } from '../rig/score.ts'
import { readStoredSheets } from '../rig/stored-sheets.ts'

/** The server's disk is replaced by an older backup; the devices give back what it has lost. */
export const serverRestored: Fault = {
  name: 'server restored from an old backup',
  start: () =>
    roomTrial(async ({ server, network, code }, nextContext, random) => {
      const devices = [
        await aJurorPage(await nextContext(), network.origin, await code('j1')),
        await aJurorPage(await nextContext(), network.origin, await code('j3')),
      ]
      const signed = []
      const backupAfter = random.between(0, 3)
      for (const [turn, oralId] of ['o1', 'o2', 'o3', 'o4'].entries()) {
        if (turn === backupAfter) backUp(server.dataDir)
        for (const device of devices.filter(() => random.chance(0.8))) {
          signed.push(await scoreAndSign(device, oralId, random, random.between(1, 4)))
          await deliverAll(device)
        }
      }
      await server.kill()
      await restore(server.dataDir)
      await server.start()
      for (const { call } of devices) await call.deliverAndAskAgain()
      for (const device of devices) await deliverAll(device)
      return sumOf([compareSheets(signed, readStoredSheets(server.dataDir))])
    }),
}

const copyOf = (dataDir: string) => join(dataDir, 'copie.sqlite')

function backUp(dataDir: string): void {
  const database = new SqliteDatabase(join(dataDir, 'carnet.sqlite'), { readonly: true })
  try {
    database.prepare('vacuum into ?').run(copyOf(dataDir))
  } finally {
    database.close()
  }
}

async function restore(dataDir: string): Promise<void> {
  const live = join(dataDir, 'carnet.sqlite')
  await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(live + suffix, { force: true })))
  await copyFile(copyOf(dataDir), live)
  await rm(copyOf(dataDir))
}
