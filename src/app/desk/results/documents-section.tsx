import { Anchor, Button, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ResultDocuments } from '#contract/results.ts'
import { routePath } from '#contract/routes.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { FilesZipAct } from '../files-zip-act.tsx'
import { useMay } from '../rights.ts'
import table from '../table.module.css'
import own from './results.module.css'
import { useDocumentsZip } from './use-documents-zip.ts'

interface DocumentsSectionProps {
  sessionId: string
  documents: ResultDocuments
  /** Without the certifier's name no document can be made. */
  isCertifierKnown: boolean
  onChanged: () => void
}

/** Letters, feedback sheets and attestations: all at once, or one by one. */
export function DocumentsSection({ sessionId, documents, isCertifierKnown, onChanged }: DocumentsSectionProps) {
  const { t } = useTranslation('results')
  return (
    <section className={styles['section']} aria-labelledby="results-documents">
      <h2 id="results-documents">{t('documents.title')}</h2>
      <CommentRelease sessionId={sessionId} isReleased={documents.commentsReleased} onChanged={onChanged} />
      {isCertifierKnown ? (
        <DocumentTable sessionId={sessionId} documents={documents} />
      ) : (
        <Notice tone="info" title={t('documents.unset')}>
          {t('documents.unsetDetail')}
        </Notice>
      )}
    </section>
  )
}

function DocumentTable({ sessionId, documents: { candidates } }: { sessionId: string; documents: ResultDocuments }) {
  const { t } = useTranslation('results')
  const ready = candidates.filter(({ documents }) => documents.length > 0)
  const zip = useDocumentsZip(sessionId, ready)
  const may = useMay()
  if (ready.length === 0) return <p className={styles['plain']}>{t('documents.none')}</p>
  return (
    <>
      <FilesZipAct
        zip={zip}
        label={t('documents.all', { count: zip.total })}
        progress={t('documents.progress', { done: zip.done, total: zip.total })}
        progressLabel={t('documents.progressLabel')}
      >
        {may('parchmentCsv') && (
          <Button component="a" href={routePath('parchmentCsv', { sessionId })} download variant="default">
            {t('documents.parchments')}
          </Button>
        )}
      </FilesZipAct>
      <table className={table['table']} aria-labelledby="results-documents">
        <thead>
          <tr>
            <th scope="col">{t('columns.candidate')}</th>
            <th scope="col">{t('documents.column')}</th>
          </tr>
        </thead>
        <tbody>
          {ready.map(({ candidateId, number, name, documents }) => (
            <tr key={candidateId}>
              <th scope="row">
                {number} {name}
              </th>
              <td>
                <div className={own['links']}>
                  {documents.map((documentId) => (
                    <Anchor key={documentId} href={routePath('resultDocument', { sessionId, candidateId, documentId })} download>
                      <DocumentName documentId={documentId} />
                    </Anchor>
                  ))}
                  {documents.filter(isAttestation).map((documentId) => (
                    <Anchor
                      key={documentId}
                      href={routePath('blockBadge', { sessionId, candidateId, blockId: blockOf(documentId) })}
                      download
                    >
                      {t('documents.badge', { id: blockOf(documentId) })}
                    </Anchor>
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const ATTESTATION = 'attestation-'

function isAttestation(documentId: string): boolean {
  return documentId.startsWith(ATTESTATION)
}

function blockOf(documentId: string): string {
  return documentId.slice(ATTESTATION.length)
}

function DocumentName({ documentId }: { documentId: string }) {
  const { t } = useTranslation('results')
  if (documentId === 'lettre') return t('documents.letter')
  if (documentId === 'retour') return t('documents.feedback')
  return t('documents.attestation', { id: blockOf(documentId) })
}

function CommentRelease({ sessionId, isReleased, onChanged }: { sessionId: string; isReleased: boolean; onChanged: () => void }) {
  const { t } = useTranslation('results')
  const breakPage = useBreakPage()
  const may = useMay()
  const { busy, failure, run } = useAct()
  const change = async (released: boolean) => {
    if (await run(() => callRoute('setCommentRelease', { params: { sessionId }, body: { released } }))) onChanged()
  }
  return (
    <div className={styles['card']}>
      {failure && <FailureNotice failure={failure} />}
      <Switch
        checked={isReleased}
        disabled={busy || !may('setCommentRelease')}
        onChange={(event) => void change(event.currentTarget.checked).catch(breakPage)}
        label={t('documents.release')}
        description={t('documents.releaseDetail')}
      />
    </div>
  )
}
