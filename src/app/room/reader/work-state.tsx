import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp, IconDeviceTablet, IconEye, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { redoTarget, undoTarget } from '#domain/draft.ts'
import { Notice } from '../../shared/notice.tsx'
import { useOralWork } from '../oral/oral-work.ts'
import { ToolButton } from './tool-button.tsx'
import styles from './work-state.module.css'

/** Undo, redo, and whether what is on the screen is on the disk. */
export function WorkState() {
  const { t } = useTranslation('oral')
  const { entries, pendingCount, failed, writable, undo, redo } = useOralWork()
  const state =
    failed.length > 0 ? 'failed' : pendingCount > 0 ? 'pending' : !writable ? 'readOnly' : entries.length > 0 ? 'saved' : 'nothing'
  const Icon = { failed: IconAlertTriangle, pending: IconPencil, readOnly: IconEye, saved: IconDeviceTablet, nothing: IconDeviceTablet }[
    state
  ]
  const words = {
    failed: t('saving.failed', { count: failed.length }),
    pending: t('saving.pending', { count: pendingCount }),
    readOnly: t('saving.readOnly'),
    saved: t('saving.saved'),
    nothing: t('saving.nothing'),
  }[state]
  return (
    <div className={styles['state']}>
      <ToolButton label={t('toolbar.undo')} disabled={!writable || undoTarget(entries) === null} onClick={undo}>
        <IconArrowBackUp size={22} aria-hidden />
      </ToolButton>
      <ToolButton label={t('toolbar.redo')} disabled={!writable || redoTarget(entries) === null} onClick={redo}>
        <IconArrowForwardUp size={22} aria-hidden />
      </ToolButton>
      <span className={styles['words']} data-state={state} role="status">
        <Icon size={18} aria-hidden />
        <span>{words}</span>
      </span>
    </div>
  )
}

interface WorkNoticesProps {
  /** This tab holds the pen. */
  writer: boolean
  signed: boolean
  damaged: number
  onTakePen: () => void
}

/** What keeps the juror from writing, or was not written: what happened, what is safe, what to do. */
export function WorkNotices({ writer, signed, damaged, onTakePen }: WorkNoticesProps) {
  const { t } = useTranslation(['oral', 'reader'])
  const { failed, retryFailed, dismissFailed } = useOralWork()
  const [first] = failed
  return (
    <>
      {first && (
        <Notice
          tone="danger"
          role="alert"
          title={t('oral:failure.title', { count: failed.length })}
          actions={
            <>
              <Button onClick={retryFailed}>{t('oral:failure.retry')}</Button>
              <Button variant="default" onClick={dismissFailed}>
                {t('oral:failure.dismiss')}
              </Button>
            </>
          }
        >
          {t('oral:failure.rest')} {t(`oral:failure.${first.code}`)}
        </Notice>
      )}
      {signed && (
        <Notice tone="info" title={t('reader:signed.title')}>
          {t('reader:signed.advice')}
        </Notice>
      )}
      {!signed && !writer && (
        <Notice tone="info" title={t('oral:pen.title')} actions={<Button onClick={onTakePen}>{t('oral:pen.take')}</Button>}>
          {t('oral:pen.advice')}
        </Notice>
      )}
      {damaged > 0 && <Notice tone="danger" title={t('oral:damaged', { count: damaged })} />}
    </>
  )
}
