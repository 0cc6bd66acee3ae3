import { Button, FileButton, Textarea } from '@mantine/core'
import { IconCamera, IconFile } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './carried.module.css'

/** Loaded when it is asked for: the QR reader is of no use to who pastes. */
const TextCamera = lazy(async () => ({ default: (await import('./text-camera.tsx')).TextCamera }))

/** A text this long is none of ours, and is not read. */
const MAX_FILE_BYTES = 64_000

interface TextTakeProps {
  label: string
  /** Why the last text was not taken. */
  error?: string | null
  onText: (text: string) => void
}

/** Takes a text from another device: pasted, from a file, or filmed. */
export function TextTake({ label, error = null, onText }: TextTakeProps) {
  const { t } = useTranslation('vault')
  const [text, setText] = useState('')
  const [isFilming, setFilming] = useState(false)
  const [fileFailed, setFileFailed] = useState(false)

  const takeFile = async (file: File | null) => {
    if (!file) return
    setFileFailed(false)
    try {
      if (file.size > MAX_FILE_BYTES) return setFileFailed(true)
      onText(await file.text())
    } catch (cause) {
      // The browser's word for a file that was moved, or may not be read.
      if (!(cause instanceof DOMException)) throw cause
      setFileFailed(true)
    }
  }
  return (
    <div className={styles['stack']}>
      <Textarea
        className={styles['field'] ?? ''}
        size="md"
        label={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={3}
        spellCheck={false}
        autoComplete="off"
        error={error ?? (fileFailed ? t('carried.fileFailed') : null)}
      />
      <div className={styles['row']}>
        <Button size="md" disabled={text.trim() === ''} onClick={() => onText(text)}>
          {t('carried.read')}
        </Button>
        <FileButton onChange={(file) => void takeFile(file)} accept=".txt,text/plain">
          {(props) => (
            <Button {...props} variant="default" size="md" leftSection={<IconFile size={20} aria-hidden />}>
              {t('carried.file')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          size="md"
          aria-expanded={isFilming}
          leftSection={<IconCamera size={20} aria-hidden />}
          onClick={() => setFilming(!isFilming)}
        >
          {isFilming ? t('carried.stopCamera') : t('carried.camera')}
        </Button>
      </div>
      {isFilming && (
        <Suspense fallback={<p role="status">{t('carried.opening')}</p>}>
          <TextCamera
            onText={(read) => {
              setFilming(false)
              onText(read)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
