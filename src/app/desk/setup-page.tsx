import { zodResolver } from '@hookform/resolvers/zod'
import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { z } from 'zod'
import { setupRequestSchema } from '#contract/desk.ts'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { signIn } from './account.ts'
import { FailureNotice } from './answered.tsx'
import { callRoute, type Failure } from './api.ts'
import styles from './desk.module.css'
import { DeskMain } from './desk-frame.tsx'

const formSchema = setupRequestSchema.omit({ token: true })
type SetupForm = z.infer<typeof formSchema>

/** Creates the first account. The one-time token comes in the fragment, and leaves the address bar at once. */
export function SetupPage() {
  const { t } = useTranslation('desk')
  const [token] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return (
    <DeskMain narrow>
      <PageHeader title={t('setup.title')} opensVisit>
        {token && t('setup.intro')}
      </PageHeader>
      {token ? (
        <SetupFormView token={token} />
      ) : (
        <Notice tone="info" title={t('setup.noTokenTitle')}>
          {t('setup.noToken')}
        </Notice>
      )}
      <Anchor component={Link} to="/coordination/connexion">
        {t('setup.goToSignIn')}
      </Anchor>
    </DeskMain>
  )
}

function SetupFormView({ token }: { token: string }) {
  const { t } = useTranslation('desk')
  const navigate = useNavigate()
  const [failure, setFailure] = useState<Failure | null>(null)
  const { register, handleSubmit, formState } = useForm<SetupForm>({ resolver: zodResolver(formSchema) })
  const { errors, isSubmitting } = formState

  const create = async (form: SetupForm) => {
    setFailure(null)
    const created = await callRoute('setup', { body: { ...form, token } })
    if (created.outcome !== 'ok') return setFailure(created)
    const signedIn = await signIn(form.email, form.password)
    await navigate(signedIn.outcome === 'ok' ? '/coordination' : '/coordination/connexion', { replace: true })
  }

  return (
    <form className={styles['section']} noValidate onSubmit={(event) => void handleSubmit(create)(event)}>
      {failure && <FailureNotice failure={failure} />}
      <TextInput
        size="md"
        label={t('setup.name')}
        autoComplete="name"
        error={errors.name && t('setup.errors.name')}
        {...register('name')}
      />
      <TextInput
        size="md"
        label={t('setup.email')}
        type="email"
        autoComplete="username"
        error={errors.email && t('setup.errors.email')}
        {...register('email')}
      />
      <PasswordInput
        size="md"
        label={t('setup.password')}
        description={t('setup.passwordHint')}
        autoComplete="new-password"
        error={errors.password && t('setup.errors.password')}
        {...register('password')}
      />
      <Button type="submit" size="md" loading={isSubmitting}>
        {t('setup.submit')}
      </Button>
    </form>
  )
}
