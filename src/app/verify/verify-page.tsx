import '#texts/pages.ts'
import { Anchor, Button, FileButton } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { watchUpdate } from '#device/app-update.ts'
import type { ProofReport } from '#seal/proof.ts'
import { reportOn } from '#seal/read-proof.ts'
import { ColorSchemeToggle } from '../shared/color-scheme-toggle.tsx'
import { DropZone } from '../shared/drop-zone.tsx'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { MAIN_ID, SkipLink } from '../shared/skip-link.tsx'
import { useBreakPage } from '../shared/use-break-page.ts'
import { ProofReportView } from './proof-report.tsx'
import { type FileFailure, readProofFile } from './read-file.ts'
import { thisServersKeyId } from './server-key.ts'
import styles from './verify.module.css'

type Outcome = { kind: 'working' } | { kind: 'failed'; code: FileFailure } | { kind: 'done'; report: ProofReport }

/** Says what a proof shows, to anybody, without account or network. */
export function VerifyPage() {
  const { t } = useTranslation(['verify', 'shared'])
  const [fileName, setFileName] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [worksOffline, setWorksOffline] = useState(false)
  const breakPage = useBreakPage()
  // Whoever only ever opens this page has it again without network: the whole app is installed from here too.
  useEffect(() => watchUpdate((state) => setWorksOffline(state !== 'none')), [])

  const take = async (file: File | null) => {
    if (!file) return
    setFileName(file.name)
    setOutcome({ kind: 'working' })
    const read = await readProofFile(file)
    if (typeof read === 'string') return setOutcome({ kind: 'failed', code: read })
    setOutcome({ kind: 'done', report: await reportOn(read, await thisServersKeyId()) })
  }

  return (
    <>
      <SkipLink />
      <header className={styles['bar']}>
        <Anchor component={Link} to="/">
          {t('shared:productName')}
        </Anchor>
        <ColorSchemeToggle />
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles['page']}>
        <PageHeader title={t('title')} opensVisit>
          {t('intro')}
        </PageHeader>
        <ProofDrop fileName={fileName} onFile={(file) => void take(file).catch(breakPage)} />
        {worksOffline && <p>{t('offline')}</p>}
        {outcome?.kind === 'working' && <p role="status">{t('working')}</p>}
        {outcome?.kind === 'failed' && (
          <Notice tone="danger" role="alert" title={t(`failure.${outcome.code}`)}>
            {t('failure.advice')}
          </Notice>
        )}
        {outcome?.kind === 'done' && <ProofReportView report={outcome.report} />}
      </main>
    </>
  )
}

function ProofDrop({ fileName, onFile }: { fileName: string | null; onFile: (file: File | null) => void }) {
  const { t } = useTranslation('verify')
  return (
    <DropZone label={t('file')} onFiles={([file]) => onFile(file ?? null)}>
      <FileButton accept=".json,.pdf,application/json,application/pdf" onChange={onFile} inputProps={{ 'aria-label': t('file') }}>
        {(props) => (
          <Button leftSection={<IconFile size={18} aria-hidden />} {...props}>
            {t('choose')}
          </Button>
        )}
      </FileButton>
      <span>{fileName ? t('chosen', { name: fileName }) : t('drop')}</span>
    </DropZone>
  )
}
