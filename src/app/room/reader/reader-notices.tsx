import { useTranslation } from 'react-i18next'
import { Notice } from '../../shared/notice.tsx'
import { FailureNotice } from '../oral/failure-notice.tsx'
import { PenNotice } from '../oral/pen-notice.tsx'
import styles from './reader-notices.module.css'

interface ReaderNoticesProps {
  /** This tab holds the pen. */
  holdsPen: boolean
  isSigned: boolean
  /** Stored gestures that no longer open. */
  damagedCount: number
  onTakePen: () => void
}

/** What keeps the juror from writing, or was not written. */
export function ReaderNotices({ holdsPen, isSigned, damagedCount, onTakePen }: ReaderNoticesProps) {
  const { t } = useTranslation(['reader', 'oral'])
  return (
    <div className={styles['notices']}>
      {isSigned && (
        <Notice tone="info" title={t('reader:signed.title')}>
          <p>{t('reader:signed.advice')}</p>
        </Notice>
      )}
      {!isSigned && !holdsPen && <PenNotice onTakePen={onTakePen} />}
      <FailureNotice />
      {damagedCount > 0 && <Notice tone="danger" title={t('oral:damaged', { count: damagedCount })} />}
    </div>
  )
}
