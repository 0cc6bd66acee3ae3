import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import styles from './oral-screen.module.css'

interface LineFormProps {
  label: string
  submit: string
  onLine: (line: string) => void
  disabled?: boolean
}

/** One short line and its button; empties itself once given. */
export function LineForm({ label, submit, onLine, disabled = false }: LineFormProps) {
  const [text, setText] = useState('')
  const line = text.trim()
  const give = () => {
    if (line === '') return
    onLine(line)
    setText('')
  }
  return (
    <form
      className={styles['lineForm']}
      onSubmit={(event) => {
        event.preventDefault()
        give()
      }}
    >
      <TextInput
        label={label}
        size="md"
        maxLength={300}
        value={text}
        disabled={disabled}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" mih={48} disabled={disabled || line === ''}>
        {submit}
      </Button>
    </form>
  )
}
