import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { clock } from '#device/clock.ts'
import { type DraftLog, openDraft } from '#device/draft-log.ts'
import type { Notebook } from '#device/notebook.ts'
import { readSupport } from '#device/supports.ts'
import { Notice } from '../../shared/notice.tsx'
import { useNotebook } from '../notebook-context.tsx'
import { OralWorkProvider } from '../oral/oral-work.ts'
import { useOralWorkOn } from '../oral/use-oral-work.ts'
import { usePdf } from './pdf/use-pdf.ts'
import styles from './reader-page.module.css'
import { ReaderScreen } from './reader-screen.tsx'
import { useDraftLog } from './use-draft-log.ts'
import { usePageAddress } from './use-page-address.ts'
import { WorkNotices } from './work-state.tsx'

type Opening = { status: 'opening' } | { status: 'failed' } | { status: 'open'; draft: DraftLog }

/** Route `/salle/oral/:oralId/support`: the candidate's written support beside the grid. `?page=12` opens it there. */
export function ReaderPage() {
  const { t } = useTranslation(['reader', 'oral'])
  const { oralId = '' } = useParams()
  const notebook = useNotebook()
  const opening = useDraft(notebook, oralId)

  useEffect(() => {
    document.title = t('reader:header.documentTitle')
  }, [t])

  if (opening.status === 'open') {
    return (
      <main className={styles['main']}>
        <OpenReader notebook={notebook} draft={opening.draft} />
      </main>
    )
  }
  return (
    <main className={styles['waiting']}>
      {opening.status === 'failed' ? (
        <Notice tone="danger" role="alert" title={t('oral:openFailed.title')}>
          {t('oral:openFailed.advice')}
        </Notice>
      ) : (
        <p role="status">{t('oral:loading')}</p>
      )}
    </main>
  )
}

function useDraft(notebook: Notebook, oralId: string): Opening {
  const [opening, setOpening] = useState<Opening>({ status: 'opening' })
  useEffect(() => {
    let left = false
    let opened: DraftLog | null = null
    openDraft(notebook, oralId).then(
      (draft) => {
        opened = draft
        if (left) draft.close()
        else setOpening({ status: 'open', draft })
      },
      (cause: unknown) => {
        if (left) return
        reportError(cause)
        setOpening({ status: 'failed' })
      },
    )
    return () => {
      left = true
      setOpening({ status: 'opening' })
      opened?.close()
    }
  }, [notebook, oralId])
  return opening
}

function OpenReader({ notebook, draft }: { notebook: Notebook; draft: DraftLog }) {
  const log = useDraftLog(draft)
  const work = useOralWorkOn(log, draft.oral, notebook.juror, clock.now)
  const [page, setPage] = usePageAddress()
  const supportId = draft.oral.support?.id ?? null
  const read = useCallback(() => (supportId === null ? Promise.resolve(null) : readSupport(notebook, supportId)), [notebook, supportId])
  const pdf = usePdf(read)
  const takePen = () => {
    draft.takePen().catch(reportError)
  }
  return (
    <OralWorkProvider value={work}>
      <ReaderScreen
        pdf={pdf}
        page={page}
        onPage={setPage}
        notices={<WorkNotices writer={log.writer} signed={log.signed} damaged={log.damaged} onTakePen={takePen} />}
      />
    </OralWorkProvider>
  )
}
