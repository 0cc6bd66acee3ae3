import { type Fault, sumOf, type Tally } from '../fault.ts'
import { compareSheets, note, type SignedNote } from '../oracle.ts'
import type { Random } from '../random.ts'
import { aJurorPage, type JurorPage, sameJuror } from '../rig/juror-page.ts'
import type { Room } from '../rig/room.ts'
import { roomTrial } from '../rig/room-trial.ts'
import { deliverAll, score, scoreAndSign } from '../rig/score.ts'
import { readStoredSheets } from '../rig/stored-sheets.ts'

/** One bit of one stored row flips: in the log, a signed sheet, an envelope or a receipt. The row is named; everything else goes on. */
export const rowsCorrupted: Fault = {
  name: 'a bit flipped in a stored row',
  start: () =>
    roomTrial(async (room, nextContext, random, { index }) => {
      const context = await nextContext()
      const juror = await aJurorPage(context, room.network.origin, await room.code('j1'))
      const flip = CASES[index % CASES.length]
      if (!flip) throw new Error('no case')
      return flip(room, juror, random, async () => sameJuror(context, room.network.origin, juror))
    }),
}

type Case = (room: Room, juror: JurorPage, random: Random, again: () => Promise<JurorPage>) => Promise<Tally>

const CASES: Case[] = [flipEntry, flipSigned, flipEnvelope, flipReceipt]

async function flipEntry(_room: Room, juror: JurorPage, random: Random, again: () => Promise<JurorPage>): Promise<Tally> {
  await score(juror, 'o1', random, 8)
  await juror.call.letGo('o1')
  const seq = Number(await juror.call.flip('entries', random.between(0, 1_000_000)))
  const { call, ledger } = await again()
  const { bodies, damaged } = await call.log('o1')
  const tally = ledger('o1').compare(bodies, 'log')
  // The row before the marks is the presence: seq 1 is the first mark.
  return forgiveNamed(tally, damaged.includes(seq), seq > 0 ? 1 : 0, `entry ${seq}`)
}

async function flipSigned(_room: Room, juror: JurorPage, random: Random, again: () => Promise<JurorPage>): Promise<Tally> {
  const signed = [await scoreAndSign(juror, 'o1', random, 3), await scoreAndSign(juror, 'o2', random, 3)]
  const damaged = await juror.call.flip('signed', random.between(0, 1_000_000))
  const { call, ledger } = await again()
  const tally = compareSheets([], [])
  for (const [index, oralId] of ['o1', 'o2'].entries()) {
    const shown = await call.signed(oralId)
    const hash = signed[index]?.hash
    if (hash === damaged && shown.length > 0) note(tally, 'misread', `damaged sheet ${hash} still opens`)
    if (hash !== damaged && shown[0]?.hash !== hash) note(tally, 'lost', `sheet ${hash} no longer opens`)
    const { bodies } = await call.log(oralId)
    const log = ledger(oralId).compare(bodies, oralId)
    tally.lost += log.lost
  }
  // Its envelope is another copy of it: the sheet reaches the server all the same.
  await deliverAll({ call })
  return sumOf([tally, compareSheets(signed, readStoredSheets(_room.server.dataDir))])
}

async function flipEnvelope(room: Room, juror: JurorPage, random: Random): Promise<Tally> {
  const signed = [await scoreAndSign(juror, 'o1', random, 3), await scoreAndSign(juror, 'o2', random, 3)]
  const envelopeId = await juror.call.flip('envelopes', random.between(0, 1_000_000))
  await juror.call.deliver()
  const states = await juror.call.states()
  const damaged = states.find((row) => row.envelopeId === envelopeId)
  const stored = readStoredSheets(room.server.dataDir)
  const intact: SignedNote[] = signed.filter(({ hash }) => hash !== damaged?.hash)
  const tally = compareSheets(intact, stored)
  if (damaged?.state !== 'refused' || damaged.refusal !== 'envelope-unreadable') note(tally, 'misread', 'the damaged envelope is not named')
  // The juror still has the sheet, and can read it.
  for (const oralId of ['o1', 'o2']) if ((await juror.call.signed(oralId)).length !== 1) note(tally, 'lost', `${oralId}: signed sheet gone`)
  // Sealed anew from it, it reaches the server like the other.
  if ((await juror.call.resealDamaged()) !== 1) note(tally, 'misread', 'the damaged envelope is not sealed anew')
  await deliverAll(juror)
  return sumOf([tally, compareSheets(signed, readStoredSheets(room.server.dataDir))])
}

async function flipReceipt(room: Room, juror: JurorPage, random: Random): Promise<Tally> {
  const signed = [await scoreAndSign(juror, 'o1', random, 3), await scoreAndSign(juror, 'o2', random, 3)]
  await deliverAll(juror)
  const envelopeId = await juror.call.flip('receipts', random.between(0, 1_000_000))
  await juror.call.deliverAndAskAgain()
  const tally = compareSheets(signed, readStoredSheets(room.server.dataDir))
  if (!(await juror.call.receiptHolds(envelopeId))) note(tally, 'misread', `a receipt that proves nothing is kept for ${envelopeId}`)
  return tally
}

/** A damaged row that is named takes its own gesture with it, and no other. */
function forgiveNamed(tally: Tally, isNamed: boolean, gestures: number, what: string): Tally {
  if (!isNamed) note(tally, 'misread', `${what} is damaged and not named`)
  else if (tally.lost === gestures) return { ...tally, lost: 0, acknowledged: tally.acknowledged - gestures, findings: [] }
  return tally
}
