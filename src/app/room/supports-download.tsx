import { Button, Progress } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SupportFailure } from '#device/download-support.ts'
import { fetchSupports, type SupportsOutcome } from '#device/supports.ts'
import { formatBytes } from '../shared/formatters.ts'
import { Notice } from '../shared/notice.tsx'
import { useBreakPage } from '../shared/use-break-page.ts'
import { useFailureSentence } from './failure-sentence.ts'
import { useNotebook } from './notebook-context.tsx'
import styles from './panel.module.css'

/** Brings the candidates' written supports onto the device, where they can be read without network. */
export function SupportsDownload({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('room')
  const notebook = useNotebook()
  const breakPage = useBreakPage()
  const [received, setReceived] = useState<Record<string, number> | null>(null)
  const [outcome, setOutcome] = useState<SupportsOutcome | null>(null)
  const { supports } = notebook.package.session
  if (supports.length === 0) return null

  const totalBytes = supports.reduce((sum, support) => sum + support.bytes, 0)
  const receivedBytes = Object.values(received ?? {}).reduce((sum, bytes) => sum + bytes, 0)
  const download = async () => {
    setOutcome(null)
    setReceived({})
    const done = await fetchSupports(notebook, ({ supportId, receivedBytes: bytes }) =>
      setReceived((all) => ({ ...all, [supportId]: bytes })),
    )
    setReceived(null)
    setOutcome(done)
    onDone()
  }

  return (
    <section className={styles['panel']}>
      <h2>{t('readiness.supports.title')}</h2>
      <p>{t('readiness.supports.detail')}</p>
      <Button
        size="lg"
        loading={received !== null}
        leftSection={<IconDownload size={22} aria-hidden />}
        onClick={() => void download().catch(breakPage)}
      >
        {t('readiness.supports.fetch')}
      </Button>
      {received !== null && (
        <>
          <Progress
            w="100%"
            size="lg"
            value={(receivedBytes / totalBytes) * 100}
            color="var(--cdj-accent)"
            aria-label={t('readiness.supports.fetching')}
          />
          <p>{t('readiness.supports.progress', { done: formatBytes(receivedBytes), total: formatBytes(totalBytes) })}</p>
        </>
      )}
      <p role="status">{outcome && t('readiness.supports.done', { count: outcome.ready.length })}</p>
      {outcome && outcome.failed.length > 0 && <DownloadFailures failed={outcome.failed} />}
    </section>
  )
}

function DownloadFailures({ failed }: { failed: readonly SupportFailure[] }) {
  const { t } = useTranslation('room')
  const sentence = useFailureSentence()
  const reasons = [...new Set(failed.map(({ code }) => sentence(code)))].join(' ')
  return (
    <Notice tone="danger" role="alert" title={t('readiness.supports.failed', { count: failed.length })}>
      <p>{reasons}</p>
      <p>{t('readiness.supports.resume')}</p>
    </Notice>
  )
}
