import { emptyTally, type Fault, sumOf, type Tally } from '../fault.ts'
import { compareSheets, note, someGestures } from '../oracle.ts'
import { aJurorPage, type JurorPage, sameJuror } from '../rig/juror-page.ts'
import { roomTrial } from '../rig/room-trial.ts'
import { deliverAll, score, scoreAndSign } from '../rig/score.ts'
import { readStoredSheets } from '../rig/stored-sheets.ts'

/**
 * The browser deletes the database under the open app. What left the device before (delivered, or kept by a co-juror as a witness) is safe;
 * what had not can be written back from the open tab's memory, and goes with the device when that tab is closed. From the deletion on the app
 * must not say of anything that it is recorded.
 */
export const databaseDeleted: Fault = {
  name: 'database deleted under the app',
  start: () =>
    roomTrial(async (room, nextContext, random) => {
      const juror = await aJurorPage(await nextContext(), room.network.origin, await room.code('j1'))
      const witness = await aJurorPage(await nextContext(), room.network.origin, await room.code('j2'))
      const signed = [await scoreAndSign(juror, 'o1', random, 3)]
      if (random.chance(0.5)) await deliverAll(juror)
      signed.push(await scoreAndSign(juror, 'o2', random, 3))
      await witness.call.carry(await juror.call.exportPli())
      await score(juror, 'o3', random, 4)

      await juror.call.deleteDatabase()
      const late = someGestures(random, await witness.call.indicators('o3'), random.between(1, 5), 1_000)
      juror.ledger('o3').give(late)
      const outcomes = await juror.call.gestures('o3', late)
      const signing = await juror.call.sign('o3')
      await deliverAll(witness)
      const isRescued = random.chance(0.5)
      const tallies = [isRescued ? await rescue(juror) : emptyTally(), compareSheets(signed, readStoredSheets(room.server.dataDir))]

      const tally = sumOf(tallies)
      for (const { ok, code } of outcomes) {
        if (ok) note(tally, 'lost', 'a gesture was said to be recorded in a database that is gone')
        else if (!code.startsWith('database')) note(tally, 'misread', `the deletion was called ${code}`)
      }
      if ('hash' in signing) note(tally, 'lost', 'a sheet was said to be signed in a database that is gone')
      return tally
    }),
}

/** The juror asks for what the open tab still has in memory: every gesture acknowledged before is recorded again, and the oral goes on. */
async function rescue(juror: JurorPage): Promise<Tally> {
  const { ok, code } = await juror.call.rescue('o3')
  if (!ok) throw new Error(`not written back: ${code}`)
  const { call, ledger } = await sameJuror(juror.page.context(), new URL(juror.page.url()).origin, juror)
  const { bodies, damaged } = await call.log('o3')
  const tally = ledger('o3').compare(bodies, 'rescued log')
  if (damaged.length > 0) note(tally, 'misread', 'rows written back do not open')
  await deliverAll({ call })
  return tally
}
