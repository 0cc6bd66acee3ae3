import type { DeliveryState } from '#device/delivery-state.ts'
import type { Juror } from '#domain/exam-session.ts'
import type { Instant } from '#domain/primitives.ts'
import type { SignedSheet } from '#seal/envelope.ts'
import type { OralSubject } from './oral-work.ts'
import type { PhraseLibrary } from './panels/phrase-library.ts'
import type { SignGesture } from './synthesis/signature-form.tsx'
import type { OralLog } from './use-oral-work.ts'

/** All that an oral's screens show and do: they know no device. */
export interface OralScreenProps {
  subject: OralSubject
  juror: Juror
  log: OralLog
  now: () => Instant
  /** This tab holds the pen; false when another one does. */
  holdsPen: boolean
  /** How many recorded gestures no longer open. */
  damagedCount: number
  /** The newest revision is signed. */
  isSigned: boolean
  /** Signed revisions, newest first. */
  signedSheets: readonly SignedSheet[]
  /** Of the newest signed revision. */
  delivery: DeliveryState | null
  /** The juror's own ready phrases. */
  phrases: PhraseLibrary
  /** Whether the candidate's support is on this device; null while that is not known. */
  supportStored: boolean | null
  countdown: boolean
  onCountdown: (shown: boolean) => void
  onTakePen: () => void
  onSign: SignGesture
  onCorrect: (reason: string) => Promise<unknown>
  /** Told when the oral's timer starts and stops. */
  onRunning: (running: boolean) => void
  /** Calls back when the wall clock leaps; returns how to stop. */
  watchJumps: (listener: (jumpMs: number, likely: 'sleep' | 'clock') => void) => () => void
}
