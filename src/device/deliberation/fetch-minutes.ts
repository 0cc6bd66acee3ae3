import { awaitingResponseSchema } from '#contract/minutes.ts'
import { routePath } from '#contract/routes.ts'
import { awaitingMinutesSchema } from '#seal/awaiting-minutes.ts'
import { readMinutes } from '#seal/minutes.ts'
import { SealError } from '#seal/seal-error.ts'
import { verifyJson } from '#seal/signed.ts'
import type { SignedMinutes } from '#seal/signed-minutes.ts'
import { type ApiFailureCode, callApi, ownServer } from '../api.ts'
import { deviceAuthorization } from '../device-request.ts'
import { noteEvent } from '../diagnostics.ts'
import type { Notebook } from '../notebook.ts'
import { secretsOf } from '../open-notebook.ts'
import { keepUnsigned, mergeKept, readKeptMinutes } from './kept-minutes.ts'

export type MinutesFetch =
  /** `fresh`: how many sets of minutes are new on this device. */
  { ok: true; fresh: number } | { ok: false; code: ApiFailureCode | 'wrongServer' }

/**
 * Asks the server for the minutes that await this juror's signature (frozen at the desk, or brought there by another member's device) and
 * keeps them, to be read and signed with or without a network. Believed only when signed by the pinned server.
 */
export async function fetchMinutes(notebook: Notebook, origin: string = ownServer()): Promise<MinutesFetch> {
  const path = routePath('awaitingMinutes')
  const headers = await deviceAuthorization(notebook, 'GET', path)
  const answer = await callApi(origin, { method: 'GET', path, headers }, awaitingResponseSchema)
  if (!answer.ok) return { ok: false, code: answer.code }
  try {
    const key = secretsOf(notebook).serverKeys.signing
    const awaiting = await verifyJson('cdj-awaiting+jws', answer.data.awaiting, key, awaitingMinutesSchema)
    const { session, jurorId } = notebook.package
    if (awaiting.jurorId !== jurorId || awaiting.sessionId !== session.id) return { ok: false, code: 'wrongServer' }
    let fresh = 0
    for (const minutes of awaiting.minutes) if (await keepFetched(notebook, minutes)) fresh += 1
    return { ok: true, fresh }
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    noteEvent('minutesRefused', { reason: error.code })
    return { ok: false, code: 'wrongServer' }
  }
}

/** True when these minutes were not here yet. Signatures of devices this notebook does not know are left out: they are the server's to show. */
async function keepFetched(notebook: Notebook, minutes: SignedMinutes): Promise<boolean> {
  const { hash } = await readMinutes(minutes.text)
  const isNew = (await readKeptMinutes(notebook, hash)) === null
  if (isNew) await keepUnsigned(notebook, minutes)
  await mergeKept(notebook, minutes)
  return isNew
}
