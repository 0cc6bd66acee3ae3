import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Problem } from '#contract/problems.ts'
import { DropZone } from '../shared/drop-zone.tsx'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { FailureNotice } from './answered.tsx'
import { callRoute, type Failure } from './api.ts'
import styles from './desk.module.css'
import { ImportComplaints } from './import-complaints.tsx'
import { ChooseFile, canRead, FileText } from './import-parts.tsx'

type Outcome =
  | { kind: 'empty' }
  | { kind: 'unreadableFile' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'complaints'; problem: Problem; text: string }

/** Imports a session from one file: chosen, dropped or pasted. The server checks it whole and imports all or nothing. */
export function ImportPage() {
  const { t } = useTranslation('desk')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const take = async (file: File | null) => {
    if (!file) return
    setOutcome(null)
    const isRead = await canRead(async () => {
      setText(await file.text())
      setFileName(file.name)
    })
    if (!isRead) setOutcome({ kind: 'unreadableFile' })
  }

  const submit = async () => {
    if (text.trim() === '') return setOutcome({ kind: 'empty' })
    setSending(true)
    setOutcome(null)
    const answer = await callRoute('importSession', { body: text })
    setSending(false)
    if (answer.outcome === 'ok') return navigate(`/coordination/sessions/${encodeURIComponent(answer.value.sessionId)}`)
    const listed = answer.outcome === 'problem' && (answer.problem.issues?.length ?? 0) > 0
    setOutcome(listed ? { kind: 'complaints', problem: answer.problem, text } : { kind: 'failed', failure: answer })
  }

  return (
    <>
      <PageHeader title={t('import.title')} opensVisit>
        {t('import.intro')}
      </PageHeader>
      <ImportOutcome outcome={outcome} />
      <FileDrop fileName={fileName} onFile={(file) => void take(file)} />
      <FileText label={t('import.paste')} description={t('import.pasteHint')} value={text} onChange={setText} />
      <div className={styles['tools']}>
        <Button loading={sending} onClick={() => void submit()}>
          {t('import.submit')}
        </Button>
      </div>
    </>
  )
}

function FileDrop({ fileName, onFile }: { fileName: string | null; onFile: (file: File | null) => void }) {
  const { t } = useTranslation('desk')
  return (
    <DropZone label={t('import.file')} onFiles={([file]) => onFile(file ?? null)}>
      <ChooseFile accept="application/json,.json" label={t('import.file')} choose={t('import.choose')} onFile={onFile} />
      <span>{fileName ? t('import.chosen', { name: fileName }) : t('import.drop')}</span>
    </DropZone>
  )
}

function ImportOutcome({ outcome }: { outcome: Outcome | null }) {
  const { t } = useTranslation('desk')
  if (outcome === null) return null
  switch (outcome.kind) {
    case 'empty':
      return <Notice tone="danger" role="alert" title={t('import.empty')} />
    case 'unreadableFile':
      return <Notice tone="danger" role="alert" title={t('import.unreadableFile')} />
    case 'failed':
      return <FailureNotice failure={outcome.failure} />
    case 'complaints':
      return <ImportComplaints problem={outcome.problem} text={outcome.text} />
  }
}
