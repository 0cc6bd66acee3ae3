import { Button } from '@mantine/core'
import { IconCamera, IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PLI_EXTENSION, PLI_MEDIA_TYPE } from '#contract/pli.ts'
import { type PliReading, readPli } from '#device/transfer/pli-file.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { ReceivedResult } from './received-result.tsx'
import styles from './transfer.module.css'
import { useKeeping } from './use-keeping.ts'

/** Taking in a colleague's envelopes: by the camera, or from a file. */
export function TakePanel() {
  const { t } = useTranslation('transfer')
  const breakPage = useBreakPage()
  const input = useRef<HTMLInputElement>(null)
  const [refusal, setRefusal] = useState<Extract<PliReading, { ok: false }>['code'] | null>(null)
  const { keeping, keep, retry } = useKeeping()

  const open = async (file: File) => {
    setRefusal(null)
    const reading = await readPli(file)
    if (reading.ok) await keep(reading)
    else setRefusal(reading.code)
  }

  return (
    <section className={styles['panel']}>
      <h2>{t('take.title')}</h2>
      <div className={styles['choice']}>
        <Button component={Link} to="/salle/transfert/recevoir" size="lg" leftSection={<IconCamera size={22} aria-hidden />}>
          {t('take.camera')}
        </Button>
        <p className={styles['quiet']}>{t('take.cameraHint')}</p>
      </div>
      <div className={styles['choice']}>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconFileImport size={22} aria-hidden />}
          onClick={() => input.current?.click()}
          aria-describedby="take-file-hint"
        >
          {t('take.file')}
        </Button>
        <p id="take-file-hint" className={styles['quiet']}>
          {t('take.fileHint')}
        </p>
        {/* A share sheet may have added .txt; some systems know no type for .pli and would grey it out: all files may be chosen. */}
        <input
          ref={input}
          type="file"
          hidden
          accept={`${PLI_EXTENSION},.txt,${PLI_MEDIA_TYPE},application/json,text/plain,application/octet-stream`}
          aria-label={t('take.file')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            // The same file may be chosen again.
            event.currentTarget.value = ''
            if (file) void open(file).catch(breakPage)
          }}
        />
      </div>
      {refusal && (
        <Notice tone="danger" role="alert" title={t(`take.refused.${refusal}.title`)}>
          <p>{t(`take.refused.${refusal}.detail`)}</p>
        </Notice>
      )}
      {!refusal && keeping && <ReceivedResult keeping={keeping} onRetry={() => void retry().catch(breakPage)} />}
    </section>
  )
}
