import type { Observable } from 'dexie'
import type { NotebookSummary } from './db.ts'

export type { NotebookSummary } from './db.ts'
export { type EnrolmentFailure, type EnrolOutcome, enrol } from './enrolment.ts'

import type { Notebook } from './notebook.ts'

export type UnlockOutcome =
  | { ok: true; notebook: Notebook }
  | { ok: false; code: 'wrongPassphrase'; retryInMs: number }
  | { ok: false; code: 'damaged' }

export type PassphraseChange = { ok: true } | { ok: false; code: 'wrongPassphrase'; retryInMs: number }

export function watchNotebooks(): Observable<NotebookSummary[]> {
  throw new Error('not yet')
}
export async function unlock(_vaultId: string, _passphrase: string): Promise<UnlockOutcome> {
  throw new Error('not yet')
}
export async function changeNotebookPassphrase(
  _vaultId: string,
  _oldPassphrase: string,
  _newPassphrase: string,
): Promise<PassphraseChange> {
  throw new Error('not yet')
}
