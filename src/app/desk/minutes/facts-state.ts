import type { MinutesFacts } from '#domain/compose-minutes.ts'
import { type Minutes, uniteRecusals } from '#domain/minutes.ts'

/** The panel's words on its day while they are written. Times are local to the centre: `YYYY-MM-DDTHH:mm`, empty until given. */
export interface FactFields {
  startedAt: string
  endedAt: string
  /** Reason by absent juror. */
  absences: Record<string, string>
  recusals: { key: number; jurorId: string; candidateId: string; candidateName: string | undefined; reason: string }[]
  /** How many, empty while nobody said. */
  women: string
  men: string
  compositionNotes: string
  appeal: string
  amendsReason: string
}

/** What is known before anybody writes: the certifier's ways of appeal, who stood aside; or as the minutes to correct say. */
export function startingFacts(
  day: string,
  known: { appeal: string; recusals: MinutesFacts['recusals'] },
  corrected: Minutes | null,
): FactFields {
  if (corrected === null) {
    return {
      startedAt: `${day}T`,
      endedAt: `${day}T`,
      absences: {},
      recusals: known.recusals.map(withKey),
      women: '',
      men: '',
      compositionNotes: '',
      appeal: known.appeal,
      amendsReason: '',
    }
  }
  return {
    startedAt: corrected.startedAt.slice(0, 16),
    endedAt: corrected.endedAt.slice(0, 16),
    absences: Object.fromEntries(corrected.members.filter(({ present }) => !present).map((m) => [m.jurorId, m.absenceReason])),
    recusals: uniteRecusals(corrected.recusals, known.recusals).map(withKey),
    women: corrected.parity ? String(corrected.parity.women) : '',
    men: corrected.parity ? String(corrected.parity.men) : '',
    compositionNotes: corrected.compositionNotes.join('\n'),
    appeal: corrected.appeal,
    amendsReason: '',
  }
}

function withKey({ candidateName, ...recusal }: MinutesFacts['recusals'][number], key: number): FactFields['recusals'][number] {
  return { key, candidateName, ...recusal }
}

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/**
 * What is sent; `hours` or `amends` when that field is not given. `offset`: the centre's clock that day (`+01:00`), as its orals state it.
 */
export function factsOf(fields: FactFields, offset: string, amendedHash: string | null): MinutesFacts | 'hours' | 'amends' {
  if (!LOCAL_TIME.test(fields.startedAt) || !LOCAL_TIME.test(fields.endedAt)) return 'hours'
  if (amendedHash !== null && fields.amendsReason.trim() === '') return 'amends'
  return {
    startedAt: `${fields.startedAt}:00${offset}`,
    endedAt: `${fields.endedAt}:00${offset}`,
    absences: Object.entries(fields.absences).map(([jurorId, reason]) => ({ jurorId, reason: reason.trim() })),
    recusals: fields.recusals
      .filter(({ jurorId, candidateId }) => jurorId !== '' && candidateId !== '')
      .map(({ jurorId, candidateId, candidateName, reason }) => ({
        jurorId,
        candidateId,
        reason: reason.trim(),
        ...(candidateName === undefined ? {} : { candidateName }),
      })),
    ...parityOf(fields),
    compositionNotes: fields.compositionNotes
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    appeal: fields.appeal.trim(),
    amends: amendedHash === null ? null : { hash: amendedHash, reason: fields.amendsReason.trim() },
  }
}

/** Both counts, or none. */
function parityOf({ women, men }: FactFields): Pick<MinutesFacts, 'parity'> {
  return /^\d{1,2}$/.test(women) && /^\d{1,2}$/.test(men) ? { parity: { women: Number(women), men: Number(men) } } : {}
}

/** The offset an ISO 8601 instant states for itself, `Z` as it is. */
export function offsetOf(instant: string): string {
  return /(?:Z|[+-]\d{2}:\d{2})$/.exec(instant)?.[0] ?? 'Z'
}
