import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../answered.tsx'
import type { Answer } from '../api.ts'
import styles from '../desk.module.css'
import { useAct } from './use-act.ts'

interface CodeFormProps {
  label: string
  submit: string
  /** A telephone's code, rather than a recovery code. */
  isNumeric: boolean
  onCode: (code: string) => Promise<Answer<unknown>>
  onDone: () => void
}

/** Asks for one code and sends it. */
export function CodeForm({ label, submit, isNumeric, onCode, onDone }: CodeFormProps) {
  const { t } = useTranslation('accounts')
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const { busy, failure, run } = useAct()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(code.trim() === '')
    if (code.trim() === '') return
    if (await run(() => onCode(code))) onDone()
    else setCode('')
  }
  return (
    <form className={styles['section']} noValidate onSubmit={(event) => void send(event)}>
      {failure && <FailureNotice failure={failure} />}
      <TextInput
        size="md"
        label={label}
        inputMode={isNumeric ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={40}
        maw={360}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={missing && t('code.missing')}
      />
      <div className={styles['tools']}>
        <Button type="submit" size="md" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
