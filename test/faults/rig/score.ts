import { type SignedNote, someGestures } from '../oracle.ts'
import type { Random } from '../random.ts'
import type { JurorPage } from './juror-page.ts'

/** Scores an oral with gestures the oracle knows; the candidate is present. */
export async function score({ call, ledger }: JurorPage, oralId: string, random: Random, count: number): Promise<void> {
  const gestures = someGestures(random, await call.indicators(oralId), count, ledger(oralId).nextPage)
  ledger(oralId).give(gestures)
  await call.gestures(oralId, [{ kind: 'presence', presence: 'present' }, ...gestures])
}

/** Scores and signs; gives what the oracle remembers of it. */
export async function scoreAndSign(juror: JurorPage, oralId: string, random: Random, count: number): Promise<SignedNote> {
  await score(juror, oralId, random, count)
  return sign(juror, oralId)
}

export async function sign({ call, ledger }: JurorPage, oralId: string): Promise<SignedNote> {
  const signed = await call.sign(oralId)
  if (!('hash' in signed)) throw new Error(`not signed: ${signed.code}`)
  return { hash: signed.hash, ledger: ledger(oralId) }
}

/** Delivers until nothing waits; throws when that takes more than `tries`. */
export async function deliverAll({ call }: Pick<JurorPage, 'call'>, tries = 12): Promise<void> {
  const outcomes = new Set<string>()
  for (let tried = 0; tried < tries; tried += 1) {
    outcomes.add(await call.deliver())
    if ((await call.states()).every(({ state }) => state === 'delivered')) return
  }
  throw new Error(`still waiting after ${tries} tries: ${[...outcomes].join(', ')}`)
}
