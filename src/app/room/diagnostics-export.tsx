import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportDiagnostics } from '#device/diagnostics.ts'
import { Notice } from '../shared/notice.tsx'
import { saveFile } from '../shared/save-file.ts'
import styles from './panel.module.css'

/** The device's technical log, saved for the person to read before sending it along. */
export function DiagnosticsExport() {
  const { t } = useTranslation('room')
  const [result, setResult] = useState<{ fileName: string } | 'failed' | null>(null)
  const save = () =>
    exportDiagnostics().then(
      (text) => {
        const fileName = `carnet-de-jury-${new Date().toISOString().slice(0, 10)}.log`
        saveFile(fileName, text, 'text/plain')
        setResult({ fileName })
      },
      // The log is what one reads when the store fails: that it fails too is said, and breaks nothing else.
      () => setResult('failed'),
    )
  return (
    <section className={styles['panel']}>
      <h2>{t('storage.diagnostics.title')}</h2>
      <p>{t('storage.diagnostics.detail')}</p>
      <Button variant="default" size="lg" leftSection={<IconDownload size={22} aria-hidden />} onClick={() => void save()}>
        {t('storage.diagnostics.save')}
      </Button>
      {result === 'failed' ? (
        <Notice tone="danger" role="alert" title={t('storage.diagnostics.failed')} />
      ) : (
        <p role="status">{result && t('storage.diagnostics.saved', result)}</p>
      )}
    </section>
  )
}
