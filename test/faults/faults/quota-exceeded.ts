import { setTimeout as delay } from 'node:timers/promises'
import type { CDPSession } from 'playwright'
import { type Fault, sumOf } from '../fault.ts'
import { compareSheets, note, type SignedNote, someGestures } from '../oracle.ts'
import type { Random } from '../random.ts'
import { aJurorPage, type JurorPage } from '../rig/juror-page.ts'
import { roomTrial } from '../rig/room-trial.ts'
import { deliverAll, score } from '../rig/score.ts'
import { readStoredSheets } from '../rig/stored-sheets.ts'

const ROOMY_BYTES = 500_000_000

/** The disk fills up in the middle of an oral: what does not fit is refused in so many words, what was recorded stays, and room lets it go on. */
export const quotaExceeded: Fault = {
  name: 'quota exceeded',
  start: () =>
    roomTrial(
      async (room, nextContext, random) => {
        const context = await nextContext()
        let devtools: CDPSession | null = null
        const setQuota = async (quotaSize: number) =>
          devtools?.send('Storage.overrideQuotaForOrigin', { origin: room.network.origin, quotaSize })
        const juror = await aJurorPage(context, room.network.origin, await room.code('j1'), async (page) => {
          devtools = await context.newCDPSession(page)
          await setQuota(random.between(3_000_000, 5_000_000))
        })
        await score(juror, 'o1', random, random.between(1, 8))
        await juror.call.fillDisk()
        const refusals = await scoreUntilFull(juror, random)
        const whenFull = await juror.call.sign('o1')
        const full = await juror.call.log('o1')
        await setQuota(ROOMY_BYTES)
        const signed = [await signOnceThereIsRoom(juror)]
        await deliverAll(juror)
        const { bodies } = await juror.call.log('o1')
        const tally = sumOf([juror.ledger('o1').compare(bodies, 'log'), compareSheets(signed, readStoredSheets(room.server.dataDir))])
        if (refusals.length === 0) note(tally, 'misread', 'nothing was refused on a full disk')
        for (const code of refusals) if (code !== 'quota') note(tally, 'misread', `a full disk was called ${code}`)
        if (full.pending > 0) note(tally, 'misread', 'refused gestures are shown as still being written')
        if ('hash' in whenFull) note(tally, 'misread', 'a sheet was said to be signed on a full disk')
        return tally
      },
      { ownBrowsers: true },
    ),
}

/** Fast fingers until the disk refuses; gives the codes of what was refused. */
async function scoreUntilFull({ call, ledger }: JurorPage, random: Random): Promise<string[]> {
  const indicators = await call.indicators('o1')
  for (let tries = 0; tries < 40; tries += 1) {
    const gestures = someGestures(random, indicators, 20, ledger('o1').nextPage)
    ledger('o1').give(gestures)
    const refused = (await call.gestures('o1', gestures)).filter(({ ok }) => !ok)
    if (refused.length > 0) return refused.map(({ code }) => code)
  }
  return []
}

/** Chromium goes on believing for half a minute what it last measured. */
const ROOM_LIMIT_MS = 60_000

async function signOnceThereIsRoom(juror: JurorPage): Promise<SignedNote> {
  const deadline = Date.now() + ROOM_LIMIT_MS
  while (Date.now() < deadline) {
    const signed = await juror.call.sign('o1')
    if ('hash' in signed) return { hash: signed.hash, ledger: juror.ledger('o1') }
    if (signed.code !== 'quota') throw new Error(`not signed: ${signed.code}`)
    await delay(1_000)
  }
  throw new Error('the disk stayed full')
}
