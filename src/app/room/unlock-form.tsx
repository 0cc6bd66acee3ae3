import { Button } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeviceError } from '#device/device-error.ts'
import type { Notebook } from '#device/notebook.ts'
import type { NotebookSummary, UnlockOutcome } from '#device/notebooks.ts'
import { formatMoment } from '../shared/formatters.ts'
import { Notice } from '../shared/notice.tsx'
import { useBreakPage } from '../shared/use-break-page.ts'
import { useNow } from '../shared/use-now.ts'
import styles from './forms.module.css'
import { PassphraseField } from './passphrase-field.tsx'

interface UnlockFormProps {
  /** At least one. */
  notebooks: readonly NotebookSummary[]
  onUnlock: (vaultId: string, passphrase: string) => Promise<UnlockOutcome>
  onUnlocked: (notebook: Notebook) => void
}

interface Refusal {
  /** `failed`: the device's store did not answer. */
  code: 'wrongPassphrase' | 'damaged' | 'failed'
  vaultId: string
  retryAtMs: number
  waitSeconds: number
}

/** Opens one of this device's notebooks. Wrong tries cost a growing wait, which is said. One field: the forms' library waits for larger ones. */
export function UnlockForm({ notebooks, onUnlock, onUnlocked }: UnlockFormProps) {
  const { t } = useTranslation('room')
  const breakPage = useBreakPage()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [vaultId, setVaultId] = useState(notebooks[0]?.vaultId ?? '')
  const [isMissing, setMissing] = useState(false)
  const [isOpening, setOpening] = useState(false)
  // Uncontrolled: the passphrase is nowhere but in its field.
  const fieldRef = useRef<HTMLInputElement>(null)
  const nowMs = useNow(500)
  const shown = refusal?.vaultId === vaultId ? refusal : null
  // `nowMs` may be half a second old: never more than what was told.
  const secondsLeft = shown ? Math.min(shown.waitSeconds, Math.max(0, Math.ceil((shown.retryAtMs - nowMs) / 1000))) : 0

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const field = fieldRef.current
    if (field === null || secondsLeft > 0 || isOpening) return
    if (field.value === '') {
      setMissing(true)
      field.focus()
      return
    }
    setRefusal(null)
    setOpening(true)
    const outcome = await unlockOrSay(() => onUnlock(vaultId, field.value))
    setOpening(false)
    if (outcome.ok) {
      onUnlocked(outcome.notebook)
      return
    }
    const retryInMs = outcome.code === 'wrongPassphrase' ? outcome.retryInMs : 0
    setRefusal({ code: outcome.code, vaultId, retryAtMs: Date.now() + retryInMs, waitSeconds: Math.ceil(retryInMs / 1000) })
    field.value = ''
    field.focus()
  }

  return (
    <form noValidate className={styles['form']} onSubmit={(event) => void submit(event).catch(breakPage)}>
      {notebooks.length > 1 && (
        <fieldset className={styles['choices']}>
          <legend>{t('unlock.choose')}</legend>
          {notebooks.map((notebook) => (
            <label key={notebook.vaultId} className={styles['choice']}>
              <input
                type="radio"
                name="vaultId"
                value={notebook.vaultId}
                checked={notebook.vaultId === vaultId}
                onChange={() => setVaultId(notebook.vaultId)}
              />
              <span>
                <strong>{notebook.label}</strong>
                <small>{t('unlock.createdAt', { moment: formatMoment(notebook.createdAt) })}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <PassphraseField
        label={t('unlock.passphrase')}
        autoComplete="current-password"
        error={isMissing && t('unlock.passphraseMissing')}
        ref={fieldRef}
        onChange={() => setMissing(false)}
      />
      {shown && <RefusalNotice refusal={shown} />}
      <Button type="submit" size="lg" loading={isOpening} disabled={secondsLeft > 0} className={styles['submit'] ?? ''}>
        {secondsLeft > 0 ? t('unlock.submitIn', { seconds: secondsLeft }) : t('unlock.submit')}
      </Button>
      <p role="status" className={styles['working']}>
        {isOpening && t('unlock.working')}
      </p>
    </form>
  )
}

/** The device's own failures as data; what is broken otherwise goes on. */
async function unlockOrSay(attempt: () => Promise<UnlockOutcome>): Promise<UnlockOutcome | { ok: false; code: 'failed' }> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof DeviceError) return { ok: false, code: 'failed' }
    throw error
  }
}

function RefusalNotice({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation('room')
  if (refusal.code !== 'wrongPassphrase') {
    return (
      <Notice tone="danger" role="alert" title={t(`unlock.${refusal.code}.title`)}>
        {t(`unlock.${refusal.code}.detail`)}
      </Notice>
    )
  }
  return (
    <Notice tone="danger" role="alert" title={t('unlock.wrong.title')}>
      <p>{t('unlock.wrong.detail')}</p>
      {/* Said once as it was; the button counts down, so that a screen reader is not told every second. */}
      {refusal.waitSeconds > 0 && <p>{t('unlock.wrong.wait', { count: refusal.waitSeconds })}</p>}
    </Notice>
  )
}
