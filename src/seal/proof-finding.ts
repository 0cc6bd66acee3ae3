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
  | 'minutesUnreadable'
  | 'signed'
  | 'signatureWrong'
  | 'signatureKeyMissing'
  | 'signatureStranger'
  | 'signatureAwaited'
  | 'memberAbsent'
  | 'keysAttested'
  | 'attestationWrong'
  | 'serverKnown'
  | 'serverUnknown'
  | 'serverOther'
  | 'received'
  | 'receiptHolds'
  | 'receiptWrong'
  | 'journalWhole'
  | 'journalBroken'
  | 'journalCut'
  | 'journalLacksMinutes'
  | 'journalLacksSignature'
  | 'signatureLeftOut'
  | 'amended'
  | 'amends'
  | 'sheetProven'
  | 'sheetWrong'
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
