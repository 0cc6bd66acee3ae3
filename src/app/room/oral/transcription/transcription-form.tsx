import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Transcription, transcriptionSchema } from '#domain/entry.ts'
import styles from '../welcome/welcome.module.css'

interface TranscriptionFormProps {
  start: Transcription
  disabled: boolean
  onSave: (transcription: Transcription) => Promise<void>
  onCancel: () => void
}

/** Who types, and how long the paper says the oral lasted. Whose paper it is stands fast: a sheet is its own juror's. */
export function TranscriptionForm({ start, disabled, onSave, onCancel }: TranscriptionFormProps) {
  const { t } = useTranslation('transcription')
  const [by, setBy] = useState(start.by)
  const [minutes, setMinutes] = useState(start.minutes === null ? '' : String(start.minutes))
  const [asked, setAsked] = useState(false)
  const read = readMinutes(minutes)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (by.trim() === '' || read === undefined) return
    void onSave({ ...start, by: by.trim(), minutes: read })
  }
  return (
    <form className={styles['form']} onSubmit={save} noValidate>
      <p>
        {t('card.filledBy')} <strong>{start.filledBy}</strong>. {start.fromPaper === null ? t('notRead') : t('read')}
      </p>
      <TextInput
        label={t('card.by')}
        description={t('card.byHint')}
        size="md"
        maxLength={300}
        required
        value={by}
        disabled={disabled}
        error={asked && by.trim() === '' ? t('card.missing') : undefined}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <TextInput
        label={t('card.minutes')}
        description={t('card.minutesHint')}
        size="md"
        inputMode="numeric"
        value={minutes}
        disabled={disabled}
        error={asked && read === undefined ? t('card.minutesWrong') : undefined}
        onChange={(event) => setMinutes(event.currentTarget.value)}
      />
      <div className={styles['choices']}>
        <Button type="submit" size="md" mih={48} disabled={disabled}>
          {t('card.save')}
        </Button>
        <Button variant="default" size="md" mih={48} onClick={onCancel}>
          {t('card.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** null when nothing is written, undefined when it is no number of minutes. */
function readMinutes(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const parsed = /^\d+$/.test(text.trim()) ? transcriptionSchema.shape.minutes.safeParse(Number(text)) : null
  return parsed?.success ? parsed.data : undefined
}
