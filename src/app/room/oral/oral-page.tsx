import '#texts/pages.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useNotebook } from '../notebook-context.tsx'
import { DraftPage } from './draft-page.tsx'
import styles from './oral-screen.module.css'
import { useDraftLog } from './use-draft-log.ts'

/** `/salle/oral/:oralId`: opens the juror's sheet of one oral. */
export function OralPage() {
  const { oralId = '' } = useParams()
  const notebook = useNotebook()
  const [tries, setTries] = useState(0)
  const opening = useDraftLog(notebook, oralId, tries)
  const openAgain = () => setTries((count) => count + 1)
  if (opening.state === 'open') {
    return <DraftPage key={opening.draft.sheetId} notebook={notebook} oralId={oralId} draft={opening.draft} />
  }
  return opening.state === 'failed' ? <OpenFailed error={opening.error} onRetry={openAgain} /> : <Opening />
}

function Opening() {
  const { t } = useTranslation('oral')
  return (
    <main className={styles['reading']}>
      <p role="status">{t('loading')}</p>
    </main>
  )
}

function OpenFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation(['oral', 'shared'])
  const isUnknown = error instanceof Error && 'code' in error && error.code === 'unknownOral'
  return (
    <main className={styles['reading']}>
      <PageHeader title={t('oral:openFailed.title')} />
      <Notice
        tone="danger"
        role="alert"
        title={isUnknown ? t('oral:openFailed.unknownOral') : t('oral:openFailed.advice')}
        actions={
          <>
            {!isUnknown && (
              <Button mih={48} onClick={onRetry}>
                {t('shared:actions.retry')}
              </Button>
            )}
            <Button mih={48} variant="default" component={Link} to="/salle">
              {t('oral:backToDay')}
            </Button>
          </>
        }
      />
    </main>
  )
}
