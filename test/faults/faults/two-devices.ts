import { sessionBoardSchema } from '#contract/desk.ts'
import { type Fault, sumOf } from '../fault.ts'
import { compareSheets, note } from '../oracle.ts'
import { aJurorPage } from '../rig/juror-page.ts'
import { roomTrial } from '../rig/room-trial.ts'
import { deliverAll, scoreAndSign } from '../rig/score.ts'
import { readStoredSheets } from '../rig/stored-sheets.ts'

/** One juror scores and signs the same oral on two devices, through a network that loses answers: both sheets are kept, neither mixed nor hidden. */
export const twoDevices: Fault = {
  name: 'one juror on two devices',
  start: () =>
    roomTrial(async (room, nextContext, random) => {
      const before = new Set(readStoredSheets(room.server.dataDir).map(({ hash }) => hash))
      const devices = [
        await aJurorPage(await nextContext(), room.network.origin, await room.code('j2')),
        await aJurorPage(await nextContext(), room.network.origin, await room.code('j2')),
      ]
      room.network.weather = () => (random.chance(0.4) ? { kind: 'cutAnswer', share: 0 } : { kind: 'clear' })
      const signed = await Promise.all(
        devices.map(async (device) => {
          const sheet = await scoreAndSign(device, 'o1', random, random.between(1, 8))
          await deliverAll(device, 30)
          return sheet
        }),
      )
      const stored = readStoredSheets(room.server.dataDir).filter(({ hash }) => !before.has(hash))
      const tally = compareSheets(signed, stored)
      if (stored.length !== signed.length) note(tally, 'misread', `${stored.length} sheets stored for ${signed.length} signed`)
      const answer = await room.day.coordinator.get('board', { sessionId: room.day.sessionId })
      const { sheets } = sessionBoardSchema.parse(await answer.json())
      for (const { hash } of signed) {
        const shown = sheets.find((sheet) => sheet.hash === hash)
        if (!shown || shown.superseded) note(tally, 'misread', `sheet ${hash} is ${shown ? 'shown as superseded' : 'not shown'}`)
      }
      return sumOf([tally])
    }),
}
