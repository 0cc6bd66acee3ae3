import { Anchor, Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Problem } from '#contract/problems.ts'
import { t } from '#texts/i18n.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { saveFile } from '../../shared/save-file.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute, type Failure } from '../api.ts'
import styles from '../desk.module.css'
import { ImportComplaints } from '../import-complaints.tsx'
import { ChooseFile, canRead, FileText } from '../import-parts.tsx'
import { type PlacedComplaint, WorkbookComplaints } from './workbook/workbook-complaints.tsx'
import { XLSX_TYPE } from './workbook/xlsx-type.ts'

type Outcome =
  | { kind: 'empty' | 'unreadableFile' | 'notWorkbook' }
  | { kind: 'workbook'; complaints: readonly PlacedComplaint[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'complaints'; problem: Problem; text: string }

type PlaceOf = (path: string) => string

async function saveTemplate(): Promise<void> {
  const { makeFrameworkWorkbook } = await import('./workbook/make-workbook.ts')
  saveFile(t('grids:workbook.templateName'), await makeFrameworkWorkbook(null), XLSX_TYPE)
}

/** Publishes a framework from one file, chosen or pasted. The server checks it whole and publishes all or nothing. */
export function FrameworkImportPage() {
  const { t } = useTranslation('grids')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  /** Finds a value's cell while the text is the one that was read from a workbook. */
  const [placeOf, setPlaceOf] = useState<PlaceOf | null>(null)
  const write = (written: string, from: PlaceOf | null = null) => {
    setText(written)
    setPlaceOf(() => from)
  }

  const takeWorkbook = async (file: File) => {
    const { complaintSentence, placeWords, readFrameworkWorkbook } = await import('./workbook/read-workbook.ts')
    const read = await readFrameworkWorkbook(file.name, new Uint8Array(await file.arrayBuffer()))
    if (read?.ok) return write(JSON.stringify(read.json, null, 2), (path) => placeWords(read.placeOf(path)))
    write('')
    setOutcome(
      read === null
        ? { kind: 'notWorkbook' }
        : { kind: 'workbook', complaints: read.complaints.map((one) => ({ place: placeWords(one), message: complaintSentence(one) })) },
    )
  }

  const take = async (file: File | null) => {
    if (!file) return
    setOutcome(null)
    setFileName(file.name)
    const isRead = await canRead(async () => {
      if (/\.xlsx?$/i.test(file.name)) await takeWorkbook(file)
      else write(await file.text())
    })
    if (!isRead) setOutcome({ kind: 'unreadableFile' })
  }

  const submit = async () => {
    if (text.trim() === '') return setOutcome({ kind: 'empty' })
    setSending(true)
    setOutcome(null)
    const answer = await callRoute('publishFramework', { body: text })
    setSending(false)
    if (answer.outcome === 'ok') return navigate(`/coordination/referentiels/${encodeURIComponent(answer.value.hash)}/grilles`)
    const issues = answer.outcome === 'problem' ? (answer.problem.issues ?? []) : []
    if (answer.outcome !== 'problem' || issues.length === 0) return setOutcome({ kind: 'failed', failure: answer })
    setOutcome(
      placeOf === null
        ? { kind: 'complaints', problem: answer.problem, text }
        : { kind: 'workbook', complaints: issues.map(({ path, message }) => ({ place: placeOf(path), message })) },
    )
  }

  return (
    <>
      <Anchor component={Link} to="/coordination/grilles">
        ← {t('prepare.back')}
      </Anchor>
      <PageHeader title={t('frameworkImport.title')} opensVisit>
        {t('frameworkImport.intro')}
      </PageHeader>
      <OutcomeView outcome={outcome} />
      <div className={styles['tools']}>
        <ChooseFile
          accept={`application/json,.json,.xlsx,${XLSX_TYPE}`}
          label={t('frameworkImport.file')}
          choose={t('frameworkImport.choose')}
          onFile={(file) => void take(file)}
        />
        <Button variant="subtle" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => void saveTemplate()}>
          {t('workbook.template')}
        </Button>
        {fileName && <span>{t('frameworkImport.chosen', { name: fileName })}</span>}
      </div>
      <p className={styles['plain']}>{placeOf === null ? t('workbook.listHint') : t('frameworkImport.readFrom')}</p>
      <FileText label={t('frameworkImport.paste')} value={text} onChange={write} />
      <div className={styles['tools']}>
        <Button loading={sending} onClick={() => void submit()}>
          {t('frameworkImport.submit')}
        </Button>
      </div>
    </>
  )
}

function OutcomeView({ outcome }: { outcome: Outcome | null }) {
  const { t } = useTranslation('grids')
  if (outcome === null) return null
  switch (outcome.kind) {
    case 'failed':
      return <FailureNotice failure={outcome.failure} />
    case 'workbook':
      return <WorkbookComplaints complaints={outcome.complaints} />
    case 'complaints':
      return <ImportComplaints problem={outcome.problem} text={outcome.text} />
    default:
      return <Notice tone="danger" role="alert" title={t(`frameworkImport.${outcome.kind}`)} />
  }
}
