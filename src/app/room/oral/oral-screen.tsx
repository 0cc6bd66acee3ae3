import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryState } from '#device/notebook.ts'
import type { DraftState } from '#domain/draft.ts'
import type { Juror } from '#domain/exam-session.ts'
import type { Instant } from '#domain/primitives.ts'
import type { SignedSheet } from '#seal/envelope.ts'
import { formatTime } from '../../shared/formatters.ts'
import { type OralSubject, OralWorkProvider } from './oral-work.ts'
import { type PhraseLibrary, PhraseLibraryProvider } from './panels/phrase-library.ts'
import { type Place, PlacesProvider } from './places.tsx'
import { SignedScreen } from './signed/signed-screen.tsx'
import type { SignGesture } from './synthesis/signature-form.tsx'
import { CountdownScreen } from './timer/countdown-screen.tsx'
import { useScannedPaper } from './transcription/scanned-paper.ts'
import { type OralLog, useOralWorkOn } from './use-oral-work.ts'
import { WorkScreen } from './work-screen.tsx'

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

/** One oral from arrival to signature. Takes everything it shows and does as properties: it knows no device. */
export function OralScreen(props: OralScreenProps) {
  const { subject, juror, log, now, isSigned, signedSheets, countdown } = props
  const work = useOralWorkOn(log, subject, juror, now)
  const isScanned = useScannedPaper() !== null
  const [readsSigned, setReadsSigned] = useState(false)
  useTabTitle(subject)
  return (
    <OralWorkProvider value={work}>
      {countdown && <CountdownScreen onClose={() => props.onCountdown(false)} />}
      {/* Kept alive behind the countdown: its warnings, wake lock and unsaved words go on. */}
      <div hidden={countdown}>
        {(isSigned || readsSigned) && signedSheets.length > 0 ? (
          <SignedScreen {...props} {...(isSigned ? {} : { onBackToDraft: () => setReadsSigned(false) })} />
        ) : (
          <PhraseLibraryProvider value={props.phrases}>
            <PlacesProvider start={startingPlace(work.draft, subject, isScanned)}>
              <WorkScreen {...props} onReadSigned={() => setReadsSigned(true)} />
            </PlacesProvider>
          </PhraseLibraryProvider>
        )}
      </div>
    </OralWorkProvider>
  )
}

/** Names the tab by time and number: a tab's title is seen by others than the juror, and stays in the browser's history. */
function useTabTitle({ oral, candidate }: OralSubject): void {
  const { t } = useTranslation(['oral', 'shared'])
  const title = t('oral:tabTitle', { time: formatTime(oral.startsAt), number: candidate.number })
  useEffect(() => {
    document.title = t('shared:pageTitle', { title })
  }, [t, title])
}

/** Where a sheet opens: on the arrival until somebody is there or when a paper is to be typed in, then on the first section without a verdict. */
function startingPlace(draft: DraftState, { grid }: OralSubject, isScanned: boolean): Place {
  if (draft.presence === null || (isScanned && draft.transcribed === null)) return { kind: 'welcome' }
  const next = grid.sections.find((section) => draft.verdicts[section.id] === undefined)
  if (draft.presence !== 'present' || next === undefined) return { kind: 'synthesis' }
  return { kind: 'section', sectionId: next.id }
}
