import { zodResolver } from '@hookform/resolvers/zod'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { PasskeyFailure } from './account/passkey-failure.tsx'
import { type PasskeyOutcome, signInWithPasskey } from './account/passkeys.ts'
import { SignInCode } from './account/sign-in-code.tsx'
import { needsSetup, type SignInOutcome, signIn } from './account.ts'
import { FailureNotice } from './answered.tsx'
import styles from './desk.module.css'
import { DeskMain } from './desk-frame.tsx'
import { returnPath } from './return-path.ts'

const formSchema = z.object({ email: z.string().trim().min(1), password: z.string().min(1) })
type SignInForm = z.infer<typeof formSchema>

/** Signs a coordinator in, then goes back to the page that asked for it. */
export function SignInPage() {
  const { t } = useTranslation(['desk', 'accounts'])
  const navigate = useNavigate()
  const { search } = useLocation()
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null)
  const [passkeyOutcome, setPasskeyOutcome] = useState<PasskeyOutcome | null>(null)
  const [setupFirst, setSetupFirst] = useState(false)
  const { register, handleSubmit, formState } = useForm<SignInForm>({ resolver: zodResolver(formSchema) })
  const { errors, isSubmitting } = formState

  useEffect(() => {
    let gone = false
    const look = async () => {
      const first = await needsSetup()
      if (!gone) setSetupFirst(first)
    }
    void look()
    return () => {
      gone = true
    }
  }, [])

  const goIn = () => navigate(returnPath(search), { replace: true })
  const enter = async ({ email, password }: SignInForm) => {
    setOutcome(null)
    setPasskeyOutcome(null)
    const answer = await signIn(email, password)
    if (answer.outcome === 'ok') await goIn()
    else setOutcome(answer)
  }
  const enterByPasskey = async () => {
    setOutcome(null)
    setPasskeyOutcome(null)
    const answer = await signInWithPasskey()
    if (answer.outcome === 'ok') await goIn()
    else setPasskeyOutcome(answer)
  }
  if (outcome?.outcome === 'codeNeeded')
    return (
      <DeskMain narrow>
        <SignInCode onDone={() => void goIn()} onRestart={() => setOutcome(null)} />
      </DeskMain>
    )

  return (
    <DeskMain narrow>
      <PageHeader title={t('signIn.title')} opensVisit>
        {t('signIn.intro')}
      </PageHeader>
      {setupFirst && (
        <Notice tone="info" title={t('signIn.needsSetupTitle')}>
          {t('signIn.needsSetup')}
        </Notice>
      )}
      <form className={styles['section']} noValidate onSubmit={(event) => void handleSubmit(enter)(event)}>
        {outcome && <SignInFailure outcome={outcome} />}
        <TextInput
          size="md"
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          error={errors.email && t('signIn.errors.email')}
          {...register('email')}
        />
        <PasswordInput
          size="md"
          label={t('signIn.password')}
          autoComplete="current-password"
          error={errors.password && t('signIn.errors.password')}
          {...register('password')}
        />
        <Button type="submit" size="md" loading={isSubmitting}>
          {t('signIn.submit')}
        </Button>
      </form>
      <p className={styles['plain']}>{t('accounts:passkeySignIn.or')}</p>
      <PasskeyFailure outcome={passkeyOutcome} />
      <Button variant="default" size="md" leftSection={<IconFingerprint size={20} aria-hidden />} onClick={() => void enterByPasskey()}>
        {t('accounts:passkeySignIn.button')}
      </Button>
      <details className={styles['details']}>
        <summary>{t('signIn.forgottenTitle')}</summary>
        <p>{t('signIn.forgotten')}</p>
        <p>{t('signIn.forgottenAlone')}</p>
      </details>
    </DeskMain>
  )
}

function SignInFailure({ outcome }: { outcome: SignInOutcome }) {
  const { t } = useTranslation(['desk', 'problems'])
  switch (outcome.outcome) {
    case 'ok':
    case 'codeNeeded':
      return null
    case 'wrongCredentials':
      return (
        <Notice tone="danger" role="alert" title={t('problems:wrong-credentials.title')}>
          {t('problems:wrong-credentials.detail')}
        </Notice>
      )
    case 'tooMany':
      return (
        <Notice tone="danger" role="alert" title={t('signIn.tooManyTitle')}>
          {t('signIn.tooMany')}
        </Notice>
      )
    default:
      return <FailureNotice failure={outcome} />
  }
}
