import { currentSheets } from '#domain/comparison.ts'
import type { HashedSheet } from '#domain/compose-minutes.ts'
import type { ScoreSheet, Signature } from '#domain/sheet.ts'

/** What a panel's sheets of one day tell of who was there. */
export interface AttendanceSignatures {
  /** By oral: what its candidate gave, drawn rather than on paper where both were said. */
  candidates: ReadonlyMap<string, NonNullable<ScoreSheet['presenceSignature']>>
  /** By juror: their gesture under the day's first sheet, drawn rather than typed, and how many sheets they signed. */
  jurors: ReadonlyMap<string, { signature: Signature; signedAt: string; sheets: number }>
}

/** Reads the latest revision of each sheet. */
export function attendanceSignatures(sheets: readonly HashedSheet[]): AttendanceSignatures {
  const current = currentSheets(sheets).map(({ sheet }) => sheet)
  const candidates = new Map<string, NonNullable<ScoreSheet['presenceSignature']>>()
  for (const { oralId, presenceSignature: given } of current) {
    const known = candidates.get(oralId)
    if (given && (!known || before(place(given.gesture.kind, given.at), place(known.gesture.kind, known.at)))) candidates.set(oralId, given)
  }
  const jurors = new Map<string, { signature: Signature; signedAt: string; sheets: number }>()
  for (const { juror, signature, signedAt } of current) {
    const known = jurors.get(juror.id)
    const isFirst = !known || before(place(signature.kind, signedAt), place(known.signature.kind, known.signedAt))
    jurors.set(juror.id, { ...(isFirst ? { signature, signedAt } : known), sheets: (known?.sheets ?? 0) + 1 })
  }
  return { candidates, jurors }
}

type Place = readonly [rank: number, atMs: number]

/** What was drawn comes first, then what was given first. */
function place(kind: 'drawn' | 'paper' | 'typed', at: string): Place {
  return [kind === 'drawn' ? 0 : 1, Date.parse(at)]
}

function before([rank, atMs]: Place, [otherRank, otherMs]: Place): boolean {
  return rank < otherRank || (rank === otherRank && atMs < otherMs)
}
