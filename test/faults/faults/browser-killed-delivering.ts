import { setTimeout as delay } from 'node:timers/promises'
import { type Device, launchDevice } from '../../e2e/harness/browser.ts'
import { type Fault, sumOf, type Tally } from '../fault.ts'
import { compareSheets, type SignedNote } from '../oracle.ts'
import type { Random } from '../random.ts'
import { aJurorPage, type JurorPage, listen, sameJuror } from '../rig/juror-page.ts'
import { aRoom, type Room } from '../rig/room.ts'
import { deliverAll, score, scoreAndSign } from '../rig/score.ts'
import { readStoredSheets } from '../rig/stored-sheets.ts'

/** SIGKILL of the browser while it signs one sheet and delivers others; it is opened again and delivers the rest. */
export const browserKilledDelivering: Fault = {
  name: 'browser killed while signing and delivering',
  start: async () => {
    const room = await aRoom()
    const tablet = await launchDevice({ wholeBrowser: true }).catch(async (error: unknown) => {
      await room.dispose()
      throw error
    })
    return {
      run: (random) => killOnce(room, tablet, random),
      dispose: async () => {
        await tablet.dispose()
        await room.dispose()
      },
    }
  },
}

async function killOnce(room: Room, tablet: Device, random: Random): Promise<Tally> {
  const juror = await aJurorPage(tablet.context, room.network.origin, await room.code('j1'))
  const orals = random.shuffle(['o1', 'o2', 'o3', 'o4', 'o5'])
  const signed: SignedNote[] = []
  for (const oralId of orals.slice(0, random.between(1, 4))) signed.push(await scoreAndSign(juror, oralId, random, random.between(1, 6)))
  const last = orals[4] ?? 'o5'
  await score(juror, last, random, random.between(1, 12))
  const cut = [juror.call.deliver(), juror.call.sign(last)].map((call) => call.catch(() => null))
  await delay(random.between(0, 250))
  await tablet.kill()
  const [, lastSigned] = await Promise.all(cut)
  if (lastSigned !== null && typeof lastSigned === 'object' && 'hash' in lastSigned) {
    signed.push({ hash: lastSigned.hash, ledger: juror.ledger(last) })
  }
  await tablet.relaunch()
  return mend(room, tablet, juror, signed, last)
}

async function mend(room: Room, tablet: Device, juror: JurorPage, signed: SignedNote[], last: string): Promise<Tally> {
  await listen(tablet.context, juror.ledger)
  const again = await sameJuror(tablet.context, room.network.origin, juror)
  const { bodies } = await again.call.log(last)
  const kept = juror.ledger(last).compare(bodies, `log of ${last}`)
  await deliverAll(again)
  await again.page.close()
  return sumOf([kept, compareSheets(signed, readStoredSheets(room.server.dataDir))])
}
