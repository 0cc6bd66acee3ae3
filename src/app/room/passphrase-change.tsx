import { zodResolver } from '@hookform/resolvers/zod'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DeviceError } from '#device/device-error.ts'
import { changeNotebookPassphrase, type PassphraseChange as Outcome } from '#device/notebooks.ts'
import { t as text } from '#texts/i18n.ts'
import { Notice } from '../shared/notice.tsx'
import { useBreakPage } from '../shared/use-break-page.ts'
import { newPassphraseSchema } from './enrolment-form-schema.ts'
import styles from './forms.module.css'
import { useNotebook } from './notebook-context.tsx'
import panelStyles from './panel.module.css'
import { PassphraseField } from './passphrase-field.tsx'
import { PassphraseStrength } from './passphrase-strength.tsx'

const changeSchema = z
  .object({
    current: z.string().min(1, { error: () => text('room:unlock.passphraseMissing') }),
    next: newPassphraseSchema,
    again: z.string(),
  })
  .refine((form) => form.next === form.again, {
    path: ['again'],
    error: () => text('room:enrol.errors.passphraseDifferent'),
    when: () => true,
  })
type ChangeValues = z.infer<typeof changeSchema>

const EMPTY: ChangeValues = { current: '', next: '', again: '' }

/** Puts the notebook under a new passphrase; what it holds is not re-encrypted, and nothing is lost when it fails. */
export function PassphraseChange() {
  const { t } = useTranslation('room')
  const { vaultId } = useNotebook()
  const breakPage = useBreakPage()
  const [outcome, setOutcome] = useState<Outcome | { ok: false; code: 'failed' } | null>(null)
  const form = useForm<ChangeValues>({ resolver: zodResolver(changeSchema), defaultValues: EMPTY })
  const { errors, isSubmitting } = form.formState
  const next = useWatch({ control: form.control, name: 'next' })

  const submit = form.handleSubmit(async (values) => {
    setOutcome(null)
    try {
      const changed = await changeNotebookPassphrase(vaultId, values.current, values.next)
      setOutcome(changed)
      if (changed.ok) form.reset(EMPTY)
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
      setOutcome({ ok: false, code: 'failed' })
    }
  })

  return (
    <section className={panelStyles['panel']}>
      <h2>{t('storage.passphrase.title')}</h2>
      <form noValidate className={styles['form']} onSubmit={(event) => void submit(event).catch(breakPage)}>
        <PassphraseField
          label={t('storage.passphrase.current')}
          autoComplete="current-password"
          error={errors.current?.message}
          {...form.register('current')}
        />
        <div className={styles['pair']}>
          <PassphraseField
            label={t('storage.passphrase.next')}
            description={t('enrol.passphraseHint')}
            autoComplete="new-password"
            error={errors.next?.message}
            {...form.register('next')}
          />
          <PassphraseStrength passphrase={next} />
        </div>
        <PassphraseField
          label={t('storage.passphrase.again')}
          autoComplete="new-password"
          error={errors.again?.message}
          {...form.register('again')}
        />
        {outcome?.ok === false && (
          <Notice tone="danger" role="alert" title={outcome.code === 'failed' ? t('storage.passphrase.failed') : t('unlock.wrong.title')}>
            {outcome.code === 'wrongPassphrase' && (
              <>
                <p>{t('unlock.wrong.detail')}</p>
                {outcome.retryInMs > 0 && <p>{t('unlock.wrong.wait', { count: Math.ceil(outcome.retryInMs / 1000) })}</p>}
              </>
            )}
          </Notice>
        )}
        <Button type="submit" size="lg" loading={isSubmitting} className={styles['submit'] ?? ''}>
          {t('storage.passphrase.submit')}
        </Button>
        <p role="status" className={styles['working']}>
          {isSubmitting && t('storage.passphrase.working')}
          {outcome?.ok && t('storage.passphrase.changed')}
        </p>
      </form>
    </section>
  )
}
