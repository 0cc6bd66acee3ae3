import type { Problem, ProblemCode } from '#contract/problems.ts'
import type { ApiFailureCode } from './api.ts'
import type { DeviceErrorCode } from './device-error.ts'
import type { Notebook } from './notebook.ts'

/**
 * Why an enrolment did not happen; nothing was stored. `garbled`: the code is cut or mistyped. `wrongServer`: this server's key is not the
 * one the link pins. `packageInvalid`: what the server sent does not verify. `quota`, `databaseClosed`…: the device cannot store.
 */
export type EnrolmentFailure =
  | 'garbled'
  | 'unknownVersion'
  | 'wrongServer'
  | 'packageInvalid'
  | Exclude<ApiFailureCode, 'problem'>
  | DeviceErrorCode
  | ProblemCode

export type EnrolOutcome = { ok: true; notebook: Notebook } | { ok: false; code: EnrolmentFailure; problem?: Problem }

export async function enrol(_code: string, _options: { passphrase: string; label: string; deviceName: string }): Promise<EnrolOutcome> {
  throw new Error('not yet')
}
