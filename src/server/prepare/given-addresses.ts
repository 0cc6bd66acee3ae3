import { type GivenAddress, withLaterAddresses } from '#domain/juror-address.ts'
import { keepAddressesOf, saveAddress, sessionAddresses } from '../storage/juror-addresses.ts'
import { addressesAside, setAsideAddresses } from '../storage/preparations.ts'
import type { Tx } from '../storage/transaction.ts'

/**
 * Writes the addresses that came with a session, beside it until it is published, where links are sent from afterwards; nobody else than its
 * jurors keeps one. Gives whose address is another one now. One that is the same is left alone, with when a link was sent to it.
 */
export async function keepGivenAddresses(
  tx: Tx,
  sessionId: string,
  { published, jurors, addresses }: { published: boolean; jurors: readonly { id: string }[]; addresses: readonly GivenAddress[] },
): Promise<string[]> {
  const ids = new Set(jurors.map(({ id }) => id))
  const known = published ? await sessionAddresses(tx, sessionId) : await addressesAside(tx, sessionId)
  const emailOf = new Map(known.map(({ jurorId, email }) => [jurorId, email]))
  const changed = withLaterAddresses([], addresses).filter(({ jurorId, email }) => ids.has(jurorId) && emailOf.get(jurorId) !== email)
  if (published) {
    for (const { jurorId, email } of changed) await saveAddress(tx, sessionId, jurorId, email)
    await keepAddressesOf(tx, sessionId, jurors)
  } else {
    const kept = withLaterAddresses(known, changed).filter(({ jurorId }) => ids.has(jurorId))
    await setAsideAddresses(tx, sessionId, kept)
  }
  return changed.map(({ jurorId }) => jurorId)
}

/** Moves the addresses set aside to where links are sent from. The session must be stored as published. */
export async function publishAddresses(tx: Tx, sessionId: string): Promise<void> {
  for (const { jurorId, email } of await addressesAside(tx, sessionId)) await saveAddress(tx, sessionId, jurorId, email)
  await setAsideAddresses(tx, sessionId, [])
}
