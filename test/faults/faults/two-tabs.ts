import { type Fault, sumOf } from '../fault.ts'
import { note, someGestures } from '../oracle.ts'
import { aJurorPage, sameJuror } from '../rig/juror-page.ts'
import { roomTrial } from '../rig/room-trial.ts'

/** Two tabs write one sheet at once, taking the pen from each other at random. */
export const twoTabs: Fault = {
  name: 'two tabs on one sheet',
  start: () =>
    roomTrial(async (room, nextContext, random) => {
      const context = await nextContext()
      const first = await aJurorPage(context, room.network.origin, await room.code('j1'))
      const second = await sameJuror(context, room.network.origin, first)
      const ledger = first.ledger('o1')
      const indicators = await first.call.indicators('o1')
      await second.call.indicators('o1')
      const tabs = [first, second]
      await Promise.all(
        tabs.map(async ({ call }, tab) => {
          for (let turn = 0; turn < 4; turn += 1) {
            const gestures = someGestures(random, indicators, random.between(1, 6), (tab + 1) * 1_000 + turn * 100)
            ledger.give(gestures)
            if (random.chance(0.6)) await call.takePen('o1')
            await call.gestures('o1', gestures)
          }
        }),
      )
      const logs = await Promise.all(tabs.map(({ call }) => call.log('o1')))
      const tallies = logs.map(({ bodies }, tab) => ledger.compare(bodies, `tab ${tab + 1}`))
      const total = sumOf(tallies)
      if (JSON.stringify(logs[0]?.bodies) !== JSON.stringify(logs[1]?.bodies)) note(total, 'misread', 'the two tabs show different logs')
      return total
    }),
}
