import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { timerEvents } from '#domain/timer.ts'
import { Notice } from '../../shared/notice.tsx'
import { MAIN_ID, SkipLink } from '../../shared/skip-link.tsx'
import { CalibrationWelcome } from './calibration/calibration-welcome.tsx'
import { CandidateCard } from './candidate-card.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { SectionList } from './marking/section-list.tsx'
import styles from './oral-screen.module.css'
import type { OralScreenProps } from './oral-screen-props.ts'
import { useOralWork } from './oral-work.ts'
import { OpenPanel } from './panels/panels.tsx'
import { PenNotice } from './pen-notice.tsx'
import { PlaceIndex } from './place-index.tsx'
import { usePlaces } from './places.tsx'
import { ProgressSummary } from './progress-summary.tsx'
import { SaveState } from './save-state.tsx'
import { Synthesis } from './synthesis/synthesis.tsx'
import { TimerPanel } from './timer/timer-panel.tsx'
import { useClockJumps } from './timer/use-clock-jumps.ts'
import { Toolbar } from './toolbar.tsx'
import { PaperBand } from './transcription/paper-band.tsx'
import { useRailHeight } from './use-rail-height.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { Welcome } from './welcome/welcome.tsx'

/** The sheet at work: who and when always in sight, the work beside, the tools under the thumb. */
export function WorkScreen(props: OralScreenProps & { onReadSigned: () => void }) {
  const { t } = useTranslation('oral')
  const { place, panel } = usePlaces()
  const { draft, entries } = useOralWork()
  // A timer that ran before the paper took over stays at hand.
  const isFromPaper = draft.transcribed !== null && timerEvents(entries).length === 0
  const railRef = useRailHeight()
  useShortcuts()
  useClockJumps(props.watchJumps)
  return (
    <div className={styles['screen']} data-panel={panel ?? undefined}>
      <SkipLink />
      <header ref={railRef} className={styles['rail']}>
        <div className={styles['top']}>
          <Link to="/salle" className={styles['back']}>
            <IconArrowLeft size={20} aria-hidden />
            <span className={styles['backWord']}>{t('backToDay')}</span>
          </Link>
          <SaveState />
        </div>
        <CandidateCard />
        {isFromPaper ? <PaperBand /> : <TimerPanel onShowCountdown={() => props.onCountdown(true)} onRunning={props.onRunning} />}
        <ProgressSummary />
        <PlaceIndex />
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles['work']}>
        <SheetNotices {...props} />
        {place.kind === 'welcome' &&
          (props.subject.calibration === null ? (
            <Welcome supportStored={props.supportStored} />
          ) : (
            <CalibrationWelcome calibration={props.subject.calibration} />
          ))}
        {place.kind === 'section' && <SectionList />}
        {place.kind === 'synthesis' && <Synthesis onSign={props.onSign} />}
      </main>
      <OpenPanel />
      <div className={styles['foot']}>
        {!props.holdsPen && <PenNotice onTakePen={props.onTakePen} />}
        <FailureNotice />
        <Toolbar />
      </div>
    </div>
  )
}

/** What was there all along: it may scroll away. What just happened stays above the tools. */
function SheetNotices({ damagedCount, signedSheets, onReadSigned }: OralScreenProps & { onReadSigned: () => void }) {
  const { t } = useTranslation('oral')
  const { draft } = useOralWork()
  return (
    <>
      {damagedCount > 0 && <Notice tone="danger" title={t('damaged', { count: damagedCount })} />}
      {draft.replaces !== null && signedSheets.length > 0 && (
        <Notice
          tone="info"
          title={t('signed.correcting', { reason: draft.replaces.reason })}
          actions={
            <Button variant="default" mih={48} onClick={onReadSigned}>
              {t('signed.showPrevious')}
            </Button>
          }
        />
      )}
    </>
  )
}
