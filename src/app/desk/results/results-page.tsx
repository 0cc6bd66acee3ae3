import { Anchor, Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { DeskResults } from '#contract/results.ts'
import { type RouteId, routePath } from '#contract/routes.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import { useAnswer } from '../use-answer.ts'
import { CertifierSection } from './certifier-section.tsx'
import { DocumentsSection } from './documents-section.tsx'
import { ResultsTable } from './results-table.tsx'

/** A session's results: what each candidate obtained, what still waits, and the files made from it. */
export function ResultsPage() {
  const { t } = useTranslation('results')
  const { sessionId = '' } = useParams()
  const loaded = useAnswer('results', { sessionId })
  const title = loaded.value?.session.title
  return (
    <>
      <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}`}>
        {title ? t('page.back', { title }) : t('page.backWait')}
      </Anchor>
      <PageHeader title={t('page.title')} opensVisit>
        {title}
      </PageHeader>
      <Answered loaded={loaded}>
        {(results) => (
          <>
            <ResultsView results={results} />
            <Documents sessionId={sessionId} frameworkId={results.certification.frameworkId} />
          </>
        )}
      </Answered>
    </>
  )
}

/** The documents made for candidates, and the certifier they name. */
function Documents({ sessionId, frameworkId }: { sessionId: string; frameworkId: string }) {
  const documents = useAnswer('resultDocuments', { sessionId })
  const certifier = useAnswer('certifier', { frameworkId })
  return (
    <Answered loaded={certifier}>
      {(state) => (
        <>
          <Answered loaded={documents}>
            {(value) => (
              <DocumentsSection
                sessionId={sessionId}
                documents={value}
                isCertifierKnown={state.certifier !== null}
                onChanged={documents.reload}
              />
            )}
          </Answered>
          <CertifierSection frameworkId={frameworkId} certifier={state.certifier} onSaved={certifier.reload} />
        </>
      )}
    </Answered>
  )
}

/** The results as they stand. */
export function ResultsView({ results }: { results: DeskResults }) {
  const { t } = useTranslation('results')
  const may = useMay()
  return (
    <>
      <Basis minutes={results.minutes} />
      <div className={styles['tools']}>
        <Button component={Link} to={`/coordination/sessions/${encodeURIComponent(results.session.id)}/equite`} variant="default">
          {t('fairness.link')}
        </Button>
        {may('passport') && (
          <Button component={Link} to={`/coordination/sessions/${encodeURIComponent(results.session.id)}/passeport`} variant="default">
            {t('passport.link')}
          </Button>
        )}
      </div>
      <section className={styles['section']} aria-labelledby="results-table">
        <h2 id="results-table">{t('page.tableTitle')}</h2>
        {results.results.length === 0 ? <p className={styles['plain']}>{t('page.empty')}</p> : <ResultsTable results={results} />}
      </section>
      <section className={styles['section']} aria-labelledby="results-files">
        <h2 id="results-files">{t('page.downloads')}</h2>
        <div className={styles['tools']}>
          <DownloadLink id="resultsXlsx" sessionId={results.session.id} label={t('page.xlsx')} />
          <DownloadLink id="decisionsCsv" sessionId={results.session.id} label={t('page.csv')} />
          <DownloadLink id="resultsJson" sessionId={results.session.id} label={t('page.json')} />
        </div>
      </section>
    </>
  )
}

function Basis({ minutes }: Pick<DeskResults, 'minutes'>) {
  const { t } = useTranslation('results')
  return (
    <Notice tone={minutes.awaiting > 0 ? 'device' : 'info'} title={t('page.basis')}>
      {t('page.basisDetail', { count: minutes.complete })} {minutes.awaiting > 0 && `${t('page.awaiting', { count: minutes.awaiting })} `}
      {t('page.corrected')}
    </Notice>
  )
}

function DownloadLink({ id, sessionId, label }: { id: RouteId; sessionId: string; label: string }) {
  return (
    <Button
      component="a"
      href={routePath(id, { sessionId })}
      download
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {label}
    </Button>
  )
}
