/**
 * Why the device could not do something. Stable: screens key their sentences on it.
 * `notWriter`: another tab holds the pen. `quota`: the disk is full. `databaseClosed`: the browser took the database away and would not
 * give it back; `databaseBlocked`: another tab keeps an older version open; `databaseGone`: the stored notebook was deleted under the app.
 * `signed`: the sheet is signed, reopen it to correct it. `locked`: the notebook was locked. `damaged`: a stored row no longer opens.
 * `unknownOral`: not in this notebook's package. `incomplete`: the sheet lacks what a signature needs.
 */
export type DeviceErrorCode =
  | 'notWriter'
  | 'quota'
  | 'databaseClosed'
  | 'databaseBlocked'
  | 'databaseGone'
  | 'signed'
  | 'notSigned'
  | 'locked'
  | 'damaged'
  | 'unknownOral'
  | 'incomplete'

/** Something on the device did not work; nothing that was recorded is touched. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError'
  readonly code: DeviceErrorCode
  constructor(code: DeviceErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
