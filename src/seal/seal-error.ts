/** What is wrong with something signed or sealed. Stable: screens and problem documents key their sentences on it. */
export type SealErrorCode =
  | 'malformed'
  | 'badSignature'
  | 'wrongType'
  | 'unknownKey'
  | 'cannotOpen'
  | 'unexpectedContent'
  | 'unknownVersion'
  | 'wrongPassphrase'
  | 'corruptedRow'

/** Something signed or sealed is not what it should be. */
export class SealError extends Error {
  override readonly name = 'SealError'
  readonly code: SealErrorCode
  constructor(code: SealErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
