import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { UnsavedMark } from './unsaved-mark.tsx'
import { useWrittenText } from './use-written-text.ts'

interface ReasonFieldProps {
  id?: string
  label: string
  /** As committed. */
  recorded: string
  required: boolean
  why: string
  disabled: boolean
  onReason: (reason: string) => Promise<boolean>
}

/** A reason that records itself while it is typed. Says why it is asked for as long as it is missing. */
export function ReasonField({ id, label, recorded, required, why, disabled, onReason }: ReasonFieldProps) {
  const { t } = useTranslation('oral')
  const { text, write, leave, unsaved } = useWrittenText(recorded, onReason)
  return (
    <Textarea
      {...(id === undefined ? {} : { id })}
      label={label}
      description={<UnsavedMark unsaved={unsaved} empty={text === ''} />}
      error={required && text.trim() === '' ? t('verdict.reasonNeeded', { why }) : undefined}
      required={required}
      autosize
      minRows={1}
      maxRows={4}
      size="md"
      value={text}
      disabled={disabled}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={leave}
    />
  )
}
