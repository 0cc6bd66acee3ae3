import { Button } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './text-editor.module.css'

/** Longest text the log takes (proseSchema). */
const MAX_CHARACTERS = 20_000

interface TextEditorProps {
  label: string
  initialText: string
  saveLabel: string
  disabled: boolean
  children?: ReactNode
  /** Resolves to whether it is recorded; the text stays in the field when it is not. */
  onSave: (text: string) => Promise<boolean>
  onCancel?: () => void
}

/** A few lines to write and record. Ctrl+Enter records; nothing typed is lost when recording fails. */
export function TextEditor({ label, initialText, saveLabel, disabled, children, onSave, onCancel }: TextEditorProps) {
  const { t } = useTranslation('shared')
  const [text, setText] = useState(initialText)
  const [saving, setSaving] = useState(false)
  const id = useId()
  const empty = text.trim() === ''

  const save = async () => {
    if (empty || saving || disabled) return
    setSaving(true)
    const recorded = await onSave(text.trim())
    setSaving(false)
    if (recorded) setText('')
  }

  return (
    <form
      className={styles['editor']}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        className={styles['field']}
        value={text}
        maxLength={MAX_CHARACTERS}
        disabled={disabled}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
          if (event.key === 'Escape') onCancel?.()
        }}
      />
      {children}
      <div className={styles['buttons']}>
        <Button type="submit" size="md" mih={48} disabled={empty || saving || disabled}>
          {saveLabel}
        </Button>
        {onCancel && (
          <Button variant="default" size="md" mih={48} onClick={onCancel}>
            {t('actions.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
