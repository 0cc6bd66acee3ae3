import { IconArrowLeft, IconColumnInsertLeft, IconColumnInsertRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useOralWork } from '../oral/oral-work.ts'
import { SaveState } from '../oral/save-state.tsx'
import { ConformityMenu } from './conformity-menu.tsx'
import styles from './reader-header.module.css'
import { clampShare, MAX_SHARE, MIN_SHARE } from './split-separator.tsx'
import { ToolButton } from './tool-button.tsx'
import { UndoRedo } from './undo-redo.tsx'

const STEP = 10

interface ReaderHeaderProps {
  /** Percent of the width given to the PDF, or null when only one of the two is shown. */
  share: number | null
  onShare: (share: number) => void
  /** The oral's time, while it runs. */
  timer: ReactNode
}

/** Whose support it is, whether it conforms, and whether the marks are recorded. */
export function ReaderHeader({ share, onShare, timer }: ReaderHeaderProps) {
  const { t } = useTranslation('reader')
  const { subject } = useOralWork()
  const { oral, candidate, grid, support } = subject
  return (
    <header className={styles['header']}>
      <Link to={`/salle/oral/${oral.id}`} className={styles['back']} aria-label={t('header.back')} title={t('header.back')}>
        <IconArrowLeft size={24} aria-hidden />
      </Link>
      <div className={styles['who']}>
        <h1 className={styles['name']}>{t('header.title', { firstName: candidate.firstName, lastName: candidate.lastName })}</h1>
        <p className={styles['grid']}>{grid.title}</p>
      </div>
      {timer}
      {support && <ConformityMenu support={support} grid={grid} startsAt={oral.startsAt} />}
      <div className={styles['tools']}>
        {share !== null && (
          <>
            <ToolButton label={t('split.widerGrid')} disabled={share <= MIN_SHARE} onClick={() => onShare(clampShare(share - STEP))}>
              <IconColumnInsertRight size={22} aria-hidden />
            </ToolButton>
            <ToolButton label={t('split.widerSupport')} disabled={share >= MAX_SHARE} onClick={() => onShare(clampShare(share + STEP))}>
              <IconColumnInsertLeft size={22} aria-hidden />
            </ToolButton>
          </>
        )}
        <UndoRedo />
        <div role="status">
          <SaveState />
        </div>
      </div>
    </header>
  )
}
