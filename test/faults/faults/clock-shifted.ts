import { type Fault, sumOf } from '../fault.ts'
import { compareSheets, note } from '../oracle.ts'
import { aJurorPage } from '../rig/juror-page.ts'
import { roomTrial } from '../rig/room-trial.ts'
import { score, sign } from '../rig/score.ts'
import { readStoredSheets } from '../rig/stored-sheets.ts'

const DAY_MS = 86_400_000
/** The longest a device waits by itself for a server that asked for patience (Retry-After), or between two tries of its own. */
const PATIENCE_MS = 31 * 60_000

/** Somebody sets the clock a day ahead or back, in the middle of scoring and of a failing delivery, and sets it right again. */
export const clockShifted: Fault = {
  name: 'clock off by a day',
  start: () =>
    roomTrial(async (room, nextContext, random) => {
      const juror = await aJurorPage(await nextContext(), room.network.origin, await room.code('j1'))
      const shift = () => juror.call.setClock(random.pick([-DAY_MS, 0, DAY_MS]))
      const signed = []
      for (const oralId of ['o1', 'o2', 'o3'].slice(0, random.between(1, 3))) {
        await shift()
        await score(juror, oralId, random, random.between(1, 5))
        await shift()
        await score(juror, oralId, random, random.between(1, 5))
        signed.push(await sign(juror, oralId))
        await shift()
        room.network.weather = () => random.pick([{ kind: 'cutAnswer', share: 0 }, TOO_MANY, BUSY])
        for (let tries = random.between(1, 3); tries > 0; tries -= 1) await juror.call.deliver(true)
      }
      room.network.weather = () => ({ kind: 'clear' })
      await juror.call.setClock(0)
      await juror.call.deliver(true, PATIENCE_MS)
      const tally = compareSheets(signed, readStoredSheets(room.server.dataDir))
      const waiting = (await juror.call.states()).filter(({ state }) => state !== 'delivered')
      for (const { hash } of waiting)
        note(tally, 'misread', `sheet ${hash} still waits, the clock right and the server's patience asked for over`)
      return sumOf([tally])
    }),
}

const BUSY = { kind: 'stranger', status: 503, headers: '', body: '' } as const
const TOO_MANY = { kind: 'stranger', status: 429, headers: 'Retry-After: 60\r\n', body: '' } as const
