import { zodResolver } from '@hookform/resolvers/zod'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { needsSetup, type SignInOutcome, signIn } from './account.ts'
import { FailureNotice } from './answered.tsx'
import styles from './desk.module.css'
import { DeskMain } from './desk-frame.tsx'
import { returnPath } from './return-path.ts'

const formSchema = z.object({ email: z.string().trim().min(1), password: z.string().min(1) })
type SignInForm = z.infer<typeof formSchema>

/** Signs a coordinator in, then goes back to the page that asked for it. */
export function SignInPage() {
  const { t } = useTranslation('desk')
  const navigate = useNavigate()
  const { search } = useLocation()
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null)
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

  const enter = async ({ email, password }: SignInForm) => {
    setOutcome(null)
    const answer = await signIn(email, password)
    if (answer.outcome === 'ok') await navigate(returnPath(search), { replace: true })
    else setOutcome(answer)
  }

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
    </DeskMain>
  )
}

function SignInFailure({ outcome }: { outcome: SignInOutcome }) {
  const { t } = useTranslation(['desk', 'problems'])
  switch (outcome.outcome) {
    case 'ok':
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
