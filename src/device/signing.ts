import type { Signature } from '#domain/sheet.ts'
import type { SignedSheet } from '#seal/envelope.ts'
import type { DraftLog } from './draft-log.ts'
import type { Notebook } from './notebook.ts'

export async function signDraft(
  _notebook: Notebook,
  _draft: DraftLog,
  _gesture: { signature: Signature; signedDespite: string },
): Promise<{ hash: string }> {
  throw new Error('not yet')
}
/** All signed revisions of an oral's sheet, newest first, each verified. */
export async function readSignedSheets(_notebook: Notebook, _oralId: string): Promise<SignedSheet[]> {
  throw new Error('not yet')
}
/** Reopens a signed sheet as its next revision. */
export async function reopenSheet(_notebook: Notebook, _oralId: string, _reason: string): Promise<DraftLog> {
  throw new Error('not yet')
}
