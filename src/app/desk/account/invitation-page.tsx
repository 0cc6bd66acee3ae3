import { Anchor, Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { acceptInvitationSchema } from '#contract/accounts.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { signIn } from '../account.ts'
import { FailureNotice } from '../answered.tsx'
import { type Answer, type AnswerOf, callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { DeskMain } from '../desk-frame.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { useAct } from './use-act.ts'
import { useFragmentToken } from './use-fragment-token.ts'

type Offer = AnswerOf<'openInvitation'>

/** Where an invitation's link leads: its recipient chooses a name and a password, and is signed in. */
export function InvitationPage() {
  const { t } = useTranslation(['accounts', 'shared'])
  const token = useFragmentToken()
  const [opened, setOpened] = useState<Answer<Offer> | null>(null)
  useEffect(() => {
    if (!token) return
    let gone = false
    const open = async () => {
      const answer = await callRoute('openInvitation', { body: { token } })
      if (!gone) setOpened(answer)
    }
    void open()
    return () => {
      gone = true
    }
  }, [token])
  const offer = opened?.outcome === 'ok' ? opened.value : null
  return (
    <DeskMain narrow>
      <PageHeader title={t('invitation.title')} opensVisit>
        {offer && t('invitation.intro', { email: offer.email, role: t(`role.${offer.role}`) })}
      </PageHeader>
      {!token && (
        <Notice tone="info" title={t('invitation.noTokenTitle')}>
          {t('invitation.noToken')}
        </Notice>
      )}
      {token && opened === null && <p role="status">{t('shared:loading')}</p>}
      {opened !== null && opened.outcome !== 'ok' && <FailureNotice failure={opened} />}
      {offer && <AcceptForm token={token} email={offer.email} />}
      <Anchor component={Link} to="/coordination/connexion">
        {t('invitation.goToSignIn')}
      </Anchor>
    </DeskMain>
  )
}

function AcceptForm({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation('accounts')
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<{ name: boolean; password: boolean }>({ name: false, password: false })
  const { busy, failure, run } = useAct()

  const accept = async (event: FormEvent) => {
    event.preventDefault()
    const { name: nameSchema, password: passwordSchema } = acceptInvitationSchema.shape
    const found = { name: !nameSchema.safeParse(name).success, password: !passwordSchema.safeParse(password).success }
    setWrong(found)
    if (found.name || found.password) return
    if (!(await run(() => callRoute('acceptInvitation', { body: { token, name, password } })))) return
    const signedIn = await signIn(email, password)
    await navigate(signedIn.outcome === 'ok' ? '/coordination' : '/coordination/connexion', { replace: true })
  }

  return (
    <form className={styles['section']} noValidate onSubmit={(event) => void accept(event)}>
      {failure && <FailureNotice failure={failure} />}
      {/* For password managers: which account this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextInput
        size="md"
        label={t('invitation.name')}
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={wrong.name && t('invitation.nameMissing')}
      />
      <NewPasswordField
        label={t('invitation.password')}
        value={password}
        onChange={setPassword}
        known={[name, email]}
        error={wrong.password ? t('password.tooShort') : undefined}
      />
      <Button type="submit" size="md" loading={busy}>
        {t('invitation.submit')}
      </Button>
    </form>
  )
}
