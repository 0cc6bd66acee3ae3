import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passwordSchema } from '#contract/accounts.ts'
import { Notice } from '../../shared/notice.tsx'
import { FailureNotice } from '../answered.tsx'
import styles from '../desk.module.css'
import { useMe } from '../rights.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { changePassword } from './own-account.ts'
import { useAct } from './use-act.ts'

/** Changes the password; the other sessions are closed. */
export function PasswordSection({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation('accounts')
  const me = useMe()?.coordinator
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [state, setState] = useState<'idle' | 'checked' | 'done'>('idle')
  const { busy, failure, run } = useAct()
  const nextIsGood = passwordSchema.safeParse(next).success

  const change = async (event: FormEvent) => {
    event.preventDefault()
    setState('checked')
    if (current === '' || !nextIsGood) return
    if (!(await run(() => changePassword(current, next)))) return
    setCurrent('')
    setNext('')
    setState('done')
    onChanged()
  }

  return (
    <section className={styles['card']} aria-labelledby="account-password">
      <h2 id="account-password">{t('account.changePassword.title')}</h2>
      {failure && <FailureNotice failure={failure} />}
      {state === 'done' && <Notice tone="info" role="status" title={t('account.changePassword.done')} />}
      <form className={styles['section']} noValidate onSubmit={(event) => void change(event)} style={{ maxWidth: 420 }}>
        {/* For password managers: which account this is. */}
        <input type="email" autoComplete="username" value={me?.email ?? ''} readOnly hidden />
        <PasswordInput
          size="md"
          label={t('account.changePassword.current')}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={state === 'checked' && current === '' && t('password.currentMissing')}
        />
        <NewPasswordField
          label={t('account.changePassword.next')}
          value={next}
          onChange={setNext}
          known={me ? [me.name, me.email] : []}
          error={state === 'checked' && !nextIsGood ? t('password.tooShort') : undefined}
        />
        <div className={styles['tools']}>
          <Button type="submit" variant="default" loading={busy}>
            {t('account.changePassword.submit')}
          </Button>
        </div>
      </form>
    </section>
  )
}
