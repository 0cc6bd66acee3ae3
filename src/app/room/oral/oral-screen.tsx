import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftState } from '#domain/draft.ts'
import { formatTime } from '../../shared/formatters.ts'
import type { OralScreenProps } from './oral-screen-props.ts'
import { type OralSubject, OralWorkProvider } from './oral-work.ts'
import { PhraseLibraryProvider } from './panels/phrase-library.ts'
import { type Place, PlacesProvider } from './places.tsx'
import { SignedScreen } from './signed/signed-screen.tsx'
import { CountdownScreen } from './timer/countdown-screen.tsx'
import { useScannedPaper } from './transcription/scanned-paper.ts'
import { useOralWorkOn } from './use-oral-work.ts'
import { WorkScreen } from './work-screen.tsx'

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
