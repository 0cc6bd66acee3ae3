/**
 * What a bundle shows of minutes, one thing at a time. `proven`: follows from the bundle and from the server's key alone. `wrong`: something
 * was changed, or contradicts. `missing`: could be proven with more, which is not in the bundle. `limit`: no bundle ever proves it.
 */
export interface ProofFinding {
  status: 'proven' | 'wrong' | 'missing' | 'limit'
  code: ProofCode
  params: Record<string, string | number>
}

export type ProofCode =
  | 'minutesIntact'
  | 'minutesRead'
  | 'minutesUnreadable'
  | 'signed'
  | 'signatureWrong'
  | 'signatureKeyMissing'
  | 'signatureStranger'
  | 'signatureAwaited'
  | 'memberAbsent'
  | 'keysAttested'
  | 'attestationWrong'
  | 'attestationForeign'
  | 'serverKnown'
  | 'serverUnknown'
  | 'keysNotIncluded'
  | 'serverOther'
  | 'received'
  | 'receiptHolds'
  | 'receiptWrong'
  | 'journalWhole'
  | 'journalBroken'
  | 'journalCut'
  | 'journalEndUnknown'
  | 'journalLacksMinutes'
  | 'journalLacksSignature'
  | 'signatureLeftOut'
  | 'amended'
  | 'amends'
  | 'sheetProven'
  | 'sheetWrong'
  | 'sheetKeyMissing'
  | 'sheetStranger'
  | 'sheetNotIncluded'
  | 'limitTime'
  | 'limitIdentity'
  | 'limitLevel'

/** One finding. */
export const finding = (status: ProofFinding['status'], code: ProofCode, params: ProofFinding['params'] = {}): ProofFinding => ({
  status,
  code,
  params,
})

/**
 * Every word a sentence about any finding may need, so that one call can say them all; `at` as `formatAt` writes an instant, `part` as
 * `partName` names it.
 */
export function findingWords({ params }: ProofFinding, formatAt: (instant: string) => string, partName: (part: string) => string) {
  const text = (name: string) => String(params[name] ?? '')
  const number = (name: string) => Number(params[name] ?? 0)
  const { at, part } = params
  return {
    at: at === undefined ? '' : formatAt(String(at)),
    part: part === undefined ? '' : partName(String(part)),
    hash: text('hash'),
    name: text('name'),
    keyId: text('keyId'),
    trusted: text('trusted'),
    juror: text('juror'),
    candidate: text('candidate'),
    index: number('index'),
    first: number('first'),
    last: number('last'),
    count: number('count'),
  }
}
