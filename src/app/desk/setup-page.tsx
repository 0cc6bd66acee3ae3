import { zodResolver } from '@hookform/resolvers/zod'
import { Anchor, Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { z } from 'zod'
import { setupRequestSchema } from '#contract/desk.ts'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { NewPasswordField } from './account/new-password-field.tsx'
import { useFragmentToken } from './account/use-fragment-token.ts'
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
  const token = useFragmentToken()
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
  const { register, control, getValues, handleSubmit, formState } = useForm<SetupForm>({ resolver: zodResolver(formSchema) })
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
      <Controller
        control={control}
        name="password"
        defaultValue=""
        render={({ field: { value, onChange } }) => (
          <NewPasswordField
            label={t('setup.password')}
            value={value}
            onChange={onChange}
            known={getValues(['name', 'email'])}
            error={errors.password ? t('setup.errors.password') : undefined}
          />
        )}
      />
      <Button type="submit" size="md" loading={isSubmitting}>
        {t('setup.submit')}
      </Button>
    </form>
  )
}
