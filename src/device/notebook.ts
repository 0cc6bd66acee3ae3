import type { Juror } from '#domain/exam-session.ts'
import type { SessionPackage } from '#domain/session-package.ts'

/** An unlocked notebook: its keys are in memory, its package is decrypted. Every act on a locked one rejects with DeviceError `locked`. */
export interface Notebook {
  readonly vaultId: string
  /** Thumbprint of this device's signing key. */
  readonly deviceId: string
  readonly label: string
  readonly juror: Juror
  /** The newest package stored; changes in place after refreshPackage (watchDay emits then). */
  readonly package: SessionPackage
  /** Forgets the keys. What is sealed can still be delivered. */
  lock(): void
}
