import '#texts/pages.ts'
import { Button } from '@mantine/core'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { clock, watchClockJumps } from '#device/clock.ts'
import type { DraftLog } from '#device/draft-log.ts'
import type { Notebook } from '#device/notebook.ts'
import { readSupport } from '#device/supports.ts'
import { Notice } from '../../shared/notice.tsx'
import { useNotebook } from '../notebook-context.tsx'
import { OralWorkProvider } from '../oral/oral-work.ts'
import { useDraftLog, useOralLog } from '../oral/use-draft-log.ts'
import { useOralWorkOn } from '../oral/use-oral-work.ts'
import { setOralRunning } from '../room-store.ts'
import { usePdf } from './pdf/use-pdf.ts'
import { ReaderNotices } from './reader-notices.tsx'
import styles from './reader-page.module.css'
import { ReaderScreen } from './reader-screen.tsx'
import { ReaderTimer } from './reader-timer.tsx'

/** Route `/salle/oral/:oralId/support`: the candidate's written support beside the grid. `?page=12` opens it there. */
export function ReaderPage() {
  const { t } = useTranslation(['reader', 'oral', 'shared'])
  const { oralId = '' } = useParams()
  const notebook = useNotebook()
  const opening = useDraftLog(notebook, oralId, 0)

  useEffect(() => {
    document.title = t('shared:pageTitle', { title: t('reader:header.documentTitle') })
  }, [t])

  if (opening.state === 'open') {
    return (
      <main className={styles['main']}>
        <OpenReader notebook={notebook} draft={opening.draft} />
      </main>
    )
  }
  return (
    <main className={styles['waiting']}>
      {opening.state === 'opening' && <p role="status">{t('oral:loading')}</p>}
      {opening.state === 'failed' && (
        <Notice
          tone="danger"
          role="alert"
          title={t('oral:openFailed.title')}
          actions={
            <Button mih={48} variant="default" component={Link} to="/salle">
              {t('oral:backToDay')}
            </Button>
          }
        >
          <p>{t('oral:openFailed.advice')}</p>
        </Notice>
      )}
    </main>
  )
}

function OpenReader({ notebook, draft }: { notebook: Notebook; draft: DraftLog }) {
  const log = useOralLog(draft)
  const work = useOralWorkOn(log, draft.oral, notebook.juror, clock.now)
  const supportId = draft.oral.support?.id ?? null
  const read = useCallback(async () => (supportId === null ? null : readSupport(notebook, supportId)), [notebook, supportId])
  const pdf = usePdf(read)
  const takePen = () => {
    draft.takePen().catch(reportError)
  }
  return (
    <OralWorkProvider value={work}>
      <ReaderScreen
        pdf={pdf}
        timer={<ReaderTimer onRunning={setOralRunning} watchJumps={watchClockJumps} />}
        notices={<ReaderNotices holdsPen={log.holdsPen} isSigned={log.isSigned} damagedCount={log.damagedCount} onTakePen={takePen} />}
      />
    </OralWorkProvider>
  )
}
