import type { Tx } from '../storage/transaction.ts'

/**
 * Erases what jurors noted: the sheets' signed texts, the envelopes they came in, the desk's decisions not yet in minutes. Hashes, receipts
 * and the chain stay, so that minutes, journal and devices still agree on what there was. Of the orals, or calibrations, that are
 * meant. Counts sheets.
 */
export async function eraseSheets(tx: Tx, sessionId: string, isMeantOral: (oralId: string) => boolean): Promise<number> {
  const isMeant = ({ oral_id }: { oral_id: string }) => isMeantOral(oral_id)
  const rows = await tx
    .selectFrom('sheets')
    .select(['hash', 'oral_id'])
    .where('session_id', '=', sessionId)
    .where((where) =>
      where.or([
        where('jws', '!=', ''),
        where.exists(where.selectFrom('envelopes').select('id').whereRef('sheet_hash', '=', 'sheets.hash').where('jwe', '!=', '')),
      ]),
    )
    .execute()
  const hashes = rows.filter(isMeant).map(({ hash }) => hash)
  for (let from = 0; from < hashes.length; from += ROWS_A_QUERY) {
    const some = hashes.slice(from, from + ROWS_A_QUERY)
    await tx
      .updateTable('sheets')
      .set({ jws: '', sections: '[]', part_verdict: null, part_proposal: null, transcribed: null })
      .where('hash', 'in', some)
      .execute()
    await tx.updateTable('envelopes').set({ jwe: '' }).where('sheet_hash', 'in', some).execute()
  }
  const drafts = await tx.selectFrom('decision_drafts').select('oral_id').where('session_id', '=', sessionId).execute()
  const draftIds = drafts.filter(isMeant).map(({ oral_id }) => oral_id)
  for (const oralId of draftIds)
    await tx.deleteFrom('decision_drafts').where('session_id', '=', sessionId).where('oral_id', '=', oralId).execute()
  return hashes.length + draftIds.length
}

/** Below the least number of values an engine takes in one query. */
const ROWS_A_QUERY = 500
