import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeviceError } from '#device/device-error.ts'
import { exportEnvelopes } from '#device/outbox.ts'
import { Notice } from '../shared/notice.tsx'
import { saveFile } from '../shared/save-file.ts'
import { useBreakPage } from '../shared/use-break-page.ts'
import { useNotebook } from './notebook-context.tsx'
import styles from './panel.module.css'

type Saved = { count: number; fileName: string } | 'failed' | null

/** No network all day: the envelopes leave as one sealed file. */
export function EnvelopeFile() {
  const { t } = useTranslation('room')
  const { vaultId } = useNotebook()
  const breakPage = useBreakPage()
  const [saved, setSaved] = useState<Saved>(null)
  const save = async () => {
    try {
      const { fileName, text, count } = await exportEnvelopes(vaultId)
      if (count > 0) saveFile(fileName, text, 'application/vnd.carnet-de-jury.pli+json')
      setSaved({ fileName, count })
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
      setSaved('failed')
    }
  }
  return (
    <section className={styles['panel']}>
      <h2>{t('sync.file.title')}</h2>
      <p>{t('sync.file.detail')}</p>
      <Button variant="default" size="lg" leftSection={<IconDownload size={22} aria-hidden />} onClick={() => void save().catch(breakPage)}>
        {t('sync.file.save')}
      </Button>
      {saved === 'failed' ? (
        <Notice tone="danger" role="alert" title={t('sync.file.failed')} />
      ) : (
        <p role="status">{saved && (saved.count === 0 ? t('sync.file.none') : t('sync.file.saved', saved))}</p>
      )}
    </section>
  )
}
