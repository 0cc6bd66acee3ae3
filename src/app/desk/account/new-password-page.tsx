import { Anchor, Button } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { passwordSchema } from '#contract/accounts.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { FailureNotice } from '../answered.tsx'
import { type Answer, type AnswerOf, callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { DeskMain } from '../desk-frame.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { useAct } from './use-act.ts'
import { useFragmentToken } from './use-fragment-token.ts'

type Owner = AnswerOf<'openPasswordLink'>

/** Where a link to a new password leads: its recipient chooses one, then signs in with it. */
export function NewPasswordPage() {
  const { t } = useTranslation(['accounts', 'shared'])
  const token = useFragmentToken()
  const [opened, setOpened] = useState<Answer<Owner> | null>(null)
  const [done, setDone] = useState(false)
  useEffect(() => {
    if (!token) return
    let gone = false
    const open = async () => {
      const answer = await callRoute('openPasswordLink', { body: { token } })
      if (!gone) setOpened(answer)
    }
    void open()
    return () => {
      gone = true
    }
  }, [token])
  const owner = opened?.outcome === 'ok' ? opened.value : null
  return (
    <DeskMain narrow>
      <PageHeader title={t('newPassword.title')} opensVisit>
        {owner && !done && t('newPassword.intro', { email: owner.email })}
      </PageHeader>
      {!token && (
        <Notice tone="info" title={t('newPassword.noTokenTitle')}>
          {t('newPassword.noToken')}
        </Notice>
      )}
      {token && opened === null && <p role="status">{t('shared:loading')}</p>}
      {opened !== null && opened.outcome !== 'ok' && <FailureNotice failure={opened} />}
      {owner && !done && <NewPasswordForm token={token} owner={owner} onDone={() => setDone(true)} />}
      {done && (
        <Notice tone="info" role="status" title={t('newPassword.doneTitle')}>
          {t('newPassword.done')}
        </Notice>
      )}
      <Anchor component={Link} to="/coordination/connexion">
        {t('newPassword.goToSignIn')}
      </Anchor>
    </DeskMain>
  )
}

function NewPasswordForm({ token, owner, onDone }: { token: string; owner: Owner; onDone: () => void }) {
  const { t } = useTranslation('accounts')
  const [password, setPassword] = useState('')
  const [tooShort, setTooShort] = useState(false)
  const { busy, failure, run } = useAct()

  const change = async (event: FormEvent) => {
    event.preventDefault()
    const isGood = passwordSchema.safeParse(password).success
    setTooShort(!isGood)
    if (isGood && (await run(() => callRoute('usePasswordLink', { body: { token, password } })))) onDone()
  }

  return (
    <form className={styles['section']} noValidate onSubmit={(event) => void change(event)}>
      {failure && <FailureNotice failure={failure} />}
      <p className={styles['plain']}>{t('newPassword.effects')}</p>
      {/* For password managers: which account this is. */}
      <input type="email" autoComplete="username" value={owner.email} readOnly hidden />
      <NewPasswordField
        label={t('newPassword.password')}
        value={password}
        onChange={setPassword}
        known={[owner.name, owner.email]}
        error={tooShort ? t('password.tooShort') : undefined}
      />
      <Button type="submit" size="md" loading={busy}>
        {t('newPassword.submit')}
      </Button>
    </form>
  )
}
