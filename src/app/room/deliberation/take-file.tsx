import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PLI_EXTENSION } from '#contract/pli.ts'
import { JURY_EXTENSION, JURY_MEDIA_TYPE, type JuryReading, readJury } from '#device/deliberation/jury-file.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import styles from './deliberation.module.css'
import { TakenResult } from './taken-result.tsx'
import { useTaking } from './use-taking.ts'

/** Taking in a file another member made. */
export function TakeFile() {
  const { t } = useTranslation('deliberation')
  const breakPage = useBreakPage()
  const input = useRef<HTMLInputElement>(null)
  const [refusal, setRefusal] = useState<Extract<JuryReading, { ok: false }>['code'] | null>(null)
  const { taking, take, forget } = useTaking()

  const open = async (file: File) => {
    setRefusal(null)
    forget()
    const reading = await readJury(file)
    if (reading.ok) await take(reading)
    else setRefusal(reading.code)
  }

  return (
    <>
      <Button variant="default" size="lg" leftSection={<IconFileImport size={22} aria-hidden />} onClick={() => input.current?.click()}>
        {t('home.receiveFile')}
      </Button>
      {/* Some systems know no type for .jury and would grey it out: all files may be chosen. */}
      <input
        ref={input}
        type="file"
        hidden
        accept={`${JURY_EXTENSION},${PLI_EXTENSION},.txt,${JURY_MEDIA_TYPE},application/json,text/plain,application/octet-stream`}
        aria-label={t('home.receiveFile')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file may be chosen again.
          event.currentTarget.value = ''
          if (file) void open(file).catch(breakPage)
        }}
      />
      {(refusal || taking) && (
        <div className={styles['result']}>
          {refusal && (
            <Notice tone="danger" role="alert" title={t(`receive.file.${refusal}.title`)}>
              <p>{t(`receive.file.${refusal}.detail`)}</p>
            </Notice>
          )}
          {taking && <TakenResult taking={taking} />}
        </div>
      )}
    </>
  )
}
