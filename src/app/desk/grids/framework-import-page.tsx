import { Anchor, Button, FileButton, Textarea } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Problem } from '#contract/problems.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { FailureNotice } from '../answered.tsx'
import { callRoute, type Failure } from '../api.ts'
import styles from '../desk.module.css'
import { ImportComplaints } from '../import-complaints.tsx'

type Outcome =
  | { kind: 'empty' | 'unreadableFile' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'complaints'; problem: Problem; text: string }

/** Publishes a framework from one file, chosen or pasted. The server checks it whole and publishes all or nothing. */
export function FrameworkImportPage() {
  const { t } = useTranslation('grids')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const take = async (file: File | null) => {
    if (!file) return
    setOutcome(null)
    try {
      setText(await file.text())
      setFileName(file.name)
    } catch (cause) {
      // The browser's word for a file that was moved, or may not be read.
      if (!(cause instanceof DOMException)) throw cause
      setOutcome({ kind: 'unreadableFile' })
    }
  }

  const submit = async () => {
    if (text.trim() === '') return setOutcome({ kind: 'empty' })
    setSending(true)
    setOutcome(null)
    const answer = await callRoute('publishFramework', { body: text })
    setSending(false)
    if (answer.outcome === 'ok') return navigate(`/coordination/referentiels/${encodeURIComponent(answer.value.hash)}/grilles`)
    const listed = answer.outcome === 'problem' && (answer.problem.issues?.length ?? 0) > 0
    setOutcome(listed ? { kind: 'complaints', problem: answer.problem, text } : { kind: 'failed', failure: answer })
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
        <FileButton
          accept="application/json,.json"
          onChange={(file) => void take(file)}
          inputProps={{ 'aria-label': t('frameworkImport.file') }}
        >
          {(props) => (
            <Button variant="default" leftSection={<IconFile size={18} aria-hidden />} {...props}>
              {t('frameworkImport.choose')}
            </Button>
          )}
        </FileButton>
        {fileName && <span>{t('frameworkImport.chosen', { name: fileName })}</span>}
      </div>
      <Textarea
        label={t('frameworkImport.paste')}
        rows={12}
        spellCheck={false}
        styles={{ input: { fontFamily: 'ui-monospace, monospace' } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
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
    case 'complaints':
      return <ImportComplaints problem={outcome.problem} text={outcome.text} />
    default:
      return <Notice tone="danger" role="alert" title={t(`frameworkImport.${outcome.kind}`)} />
  }
}
