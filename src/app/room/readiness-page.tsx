import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useCallback, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkReadiness, type ReadinessLine, sendReadiness } from '#device/readiness.ts'
import { onInstalled } from '#device/readiness-app.ts'
import { PageHeader } from '../shared/page-header.tsx'
import { ReadinessList } from '../shared/readiness/readiness-list.tsx'
import { useBreakPage } from '../shared/use-break-page.ts'
import { useNotebook } from './notebook-context.tsx'
import styles from './readiness-page.module.css'
import { ReadinessVerdict } from './readiness-verdict.tsx'
import { SoundTest } from './sound-test.tsx'
import { SupportsDownload } from './supports-download.tsx'

type Check =
  | { step: 'checking'; lines: readonly ReadinessLine[] }
  | { step: 'checked'; lines: readonly ReadinessLine[]; sent: boolean | null }

/** « Prêt pour l'épreuve ? »: days before, then the same morning. */
export function ReadinessPage() {
  const { t } = useTranslation('room')
  const notebook = useNotebook()
  const breakPage = useBreakPage()
  const listId = useId()
  const [check, setCheck] = useState<Check>({ step: 'checking', lines: [] })

  const run = useCallback(async () => {
    setCheck(({ lines }) => ({ step: 'checking', lines }))
    const lines = await checkReadiness(notebook)
    setCheck({ step: 'checked', lines, sent: null })
    const sent = await sendReadiness(notebook, lines)
    setCheck({ step: 'checked', lines, sent })
  }, [notebook])
  const start = useCallback(() => void run().catch(breakPage), [run, breakPage])

  useEffect(start, [start])
  useEffect(() => onInstalled(start), [start])

  const { lines } = check
  return (
    <>
      <PageHeader title={t('readiness.title')}>{t('readiness.subtitle')}</PageHeader>
      {check.step === 'checking' && <p role="status">{t('readiness.checking')}</p>}
      {check.step === 'checked' && <ReadinessVerdict lines={lines} />}
      {lines.length > 0 && (
        <section className={styles['section']}>
          <h2 id={listId}>{t('readiness.list')}</h2>
          <ReadinessList lines={lines} labelledBy={listId} />
        </section>
      )}
      <div className={styles['actions']}>
        <Button
          size="lg"
          variant="default"
          loading={check.step === 'checking'}
          leftSection={<IconRefresh size={22} aria-hidden />}
          onClick={start}
        >
          {t('readiness.again')}
        </Button>
        <p role="status">
          {check.step === 'checked' && check.sent !== null && (check.sent ? t('readiness.sent') : t('readiness.notSent'))}
        </p>
      </div>
      <SoundTest />
      <SupportsDownload onDone={start} />
    </>
  )
}
