import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../save-file.ts'
import styles from './carried.module.css'
import { TextCodes } from './text-codes.tsx'

/** A longer text would take a camera too long: a file suits it better. */
const MAX_CODE_LENGTH = 8_000

interface TextGiveProps {
  text: string
  /** What the code is, for who does not see it. */
  codeLabel: string
  fileName: string
}

/** A text for another device: as codes to film, to copy, or as a file. */
export function TextGive({ text, codeLabel, fileName }: TextGiveProps) {
  const { t } = useTranslation('vault')
  const clipboard = useClipboard({ timeout: 4_000 })
  const [isSaved, setSaved] = useState(false)
  const save = () => {
    saveFile(fileName, text, 'text/plain')
    setSaved(true)
  }
  return (
    <div className={styles['stack']}>
      {text.length <= MAX_CODE_LENGTH ? <TextCodes text={text} label={codeLabel} /> : <p>{t('carried.tooLong')}</p>}
      <div className={styles['row']}>
        <Button variant="default" size="md" leftSection={<IconCopy size={20} aria-hidden />} onClick={() => clipboard.copy(text)}>
          {t('carried.copy')}
        </Button>
        <Button variant="default" size="md" leftSection={<IconDownload size={20} aria-hidden />} onClick={save}>
          {t('carried.save')}
        </Button>
      </div>
      <p role="status">
        {clipboard.error
          ? t('carried.copyFailed')
          : clipboard.copied
            ? t('carried.copied')
            : isSaved
              ? t('carried.saved', { fileName })
              : ''}
      </p>
    </div>
  )
}
