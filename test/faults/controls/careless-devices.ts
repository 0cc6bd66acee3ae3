import { setTimeout as delay } from 'node:timers/promises'
import { launchDevice } from '../../e2e/harness/browser.ts'
import type { Fault, Trial } from '../fault.ts'
import { compareSheets, GestureLedger, someGestures } from '../oracle.ts'
import { aJurorPage, listen } from '../rig/juror-page.ts'
import { openNetwork } from '../rig/network.ts'
import { roomTrial } from '../rig/room-trial.ts'
import { scoreAndSign } from '../rig/score.ts'
import { readStoredSheets } from '../rig/stored-sheets.ts'
import { callsOf, openDevicePage, openTablets, type Tablets } from '../rig/tablets.ts'

const INDICATORS = ['C1.K1.I1', 'C1.K1.I2', 'C2.K1.I1']
/** Nobody answers there: these devices keep to themselves. */
const NOBODY = { origin: 'http://localhost:1' }

/** The screen says « recorded » while the row is still in memory; the browser is killed. */
export const controlScreenFirst: Fault = {
  name: 'control: screen before disk, browser killed',
  isControl: true,
  start: async () => {
    const network = await openNetwork(NOBODY)
    return {
      run: async (random) => {
        const device = await launchDevice({ wholeBrowser: true })
        try {
          const ledger = new GestureLedger()
          await listen(device.context, () => ledger)
          // Eight seconds of them: a busy machine kills late, and must still kill in the middle.
          const gestures = someGestures(random, INDICATORS, 400)
          ledger.give(gestures)
          const page = await openDevicePage(device.context, network.origin)
          const cut = callsOf(page)
            .controlLazyGestures('o1', gestures)
            .catch(() => null)
          await delay(random.between(350, 600))
          await device.kill()
          await cut
          await device.relaunch()
          const again = await openDevicePage(device.context, network.origin)
          return ledger.compare(await callsOf(again).controlPlainLog(), 'plain log')
        } finally {
          await device.dispose()
        }
      },
      dispose: network.close,
    }
  },
}

/** Two tabs, and no key that makes the second writer of a place fail. */
export const controlUnguardedLog: Fault = {
  name: 'control: two tabs, places not unique',
  isControl: true,
  start: () =>
    aloneDevices(async (nextContext, origin, random) => {
      const context = await nextContext()
      const ledger = new GestureLedger()
      await listen(context, () => ledger)
      const pages = [await openDevicePage(context, origin), await openDevicePage(context, origin)]
      await Promise.all(
        pages.map((page, tab) => {
          const gestures = someGestures(random, INDICATORS, 20, 1 + tab * 1_000)
          ledger.give(gestures)
          return callsOf(page).controlUnguardedGestures('o1', gestures)
        }),
      )
      const [page] = pages
      if (!page) throw new Error('no page')
      return ledger.compare(await callsOf(page).controlPlainLog(), 'plain log')
    }),
}

/** Rows in clear, without a seal: a changed value looks like any other. */
export const controlClearRows: Fault = {
  name: 'control: rows in clear, one changed',
  isControl: true,
  start: () =>
    aloneDevices(async (nextContext, origin, random) => {
      const context = await nextContext()
      const ledger = new GestureLedger()
      await listen(context, () => ledger)
      const call = callsOf(await openDevicePage(context, origin))
      const gestures = someGestures(random, INDICATORS, 5)
      ledger.give(gestures)
      await call.controlUnguardedGestures('o1', gestures)
      await call.controlFlipPlain(random.between(0, 1_000_000))
      return ledger.compare(await call.controlPlainLog(), 'plain log')
    }),
}

/** Forgets an envelope as it sends it; the request never arrives. */
export const controlForgetfulDevice: Fault = {
  name: 'control: device forgets before the receipt',
  isControl: true,
  start: () =>
    roomTrial(async (room, nextContext, random) => {
      const juror = await aJurorPage(await nextContext(), room.network.origin, await room.code('j1'))
      const signed = [await scoreAndSign(juror, 'o1', random, 3)]
      room.network.weather = () => ({ kind: 'cutRequest', share: random.next() * 0.9 })
      await juror.call.controlForgetfulDelivery().catch(() => null)
      room.network.weather = () => ({ kind: 'clear' })
      await juror.call.deliver()
      return compareSheets(signed, readStoredSheets(room.server.dataDir))
    }),
}

async function aloneDevices(
  run: (nextContext: Tablets['next'], origin: string, random: Parameters<Trial['run']>[0]) => ReturnType<Trial['run']>,
): Promise<Trial> {
  const network = await openNetwork(NOBODY)
  const tablets = await openTablets()
  return {
    run: (random) => run(tablets.next, network.origin, random),
    dispose: async () => {
      await tablets.dispose()
      await network.close()
    },
  }
}
