import { zodResolver } from '@hookform/resolvers/zod'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DeviceError } from '#device/device-error.ts'
import type { Notebook } from '#device/notebook.ts'
import { answerFits, finishRecovery } from '#device/recovery.ts'
import { t as text } from '#texts/i18n.ts'
import { TextTake } from '../../shared/carried/text-take.tsx'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { newPassphraseSchema } from '../enrolment-form-schema.ts'
import styles from '../forms.module.css'
import panelStyles from '../panel.module.css'
import { PassphraseField } from '../passphrase-field.tsx'
import { PassphraseStrength } from '../passphrase-strength.tsx'

interface RecoveryAnswerProps {
  vaultId: string
  /** The answer the network brought, already checked to be one; null while none came. */
  given: string | null
  onReopened: (notebook: Notebook) => void
}

/** The coordinator's answer, then the new passphrase. */
export function RecoveryAnswer({ vaultId, given, onReopened }: RecoveryAnswerProps) {
  const { t } = useTranslation('vault')
  const breakPage = useBreakPage()
  const [answer, setAnswer] = useState(given)
  const [isWrong, setWrong] = useState(false)

  const take = async (read: string) => {
    const fits = await answerFits(vaultId, read)
    setWrong(!fits)
    if (fits) setAnswer(read)
  }
  return (
    <section className={panelStyles['panel']}>
      <h2>{answer === null ? t('recovery.step2') : t('recovery.step3')}</h2>
      {answer === null ? (
        <TextTake
          label={t('recovery.answer')}
          error={isWrong ? t('recovery.answerWrong') : null}
          onText={(read) => void take(read).catch(breakPage)}
        />
      ) : (
        <>
          <p role="status">{t('recovery.answerRight')}</p>
          <NewPassphrase vaultId={vaultId} answer={answer} onReopened={onReopened} />
        </>
      )}
    </section>
  )
}

const newPassphraseFormSchema = z.object({ next: newPassphraseSchema, again: z.string() }).refine((form) => form.next === form.again, {
  path: ['again'],
  error: () => text('room:enrol.errors.passphraseDifferent'),
  when: () => true,
})
type NewPassphraseValues = z.infer<typeof newPassphraseFormSchema>

type Failure = 'damaged' | 'noRequest' | 'otherRequest' | 'failed'

interface NewPassphraseProps {
  vaultId: string
  answer: string
  onReopened: (notebook: Notebook) => void
}

function NewPassphrase({ vaultId, answer, onReopened }: NewPassphraseProps) {
  const { t } = useTranslation(['vault', 'room'])
  const breakPage = useBreakPage()
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useForm<NewPassphraseValues>({ resolver: zodResolver(newPassphraseFormSchema), defaultValues: { next: '', again: '' } })
  const { errors, isSubmitting } = form.formState
  const next = useWatch({ control: form.control, name: 'next' })

  const submit = form.handleSubmit(async (values) => {
    setFailure(null)
    try {
      const outcome = await finishRecovery(vaultId, answer, values.next)
      if (outcome.ok) onReopened(outcome.notebook)
      else setFailure(outcome.code)
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
      setFailure('failed')
    }
  })
  return (
    <form noValidate className={styles['form']} onSubmit={(event) => void submit(event).catch(breakPage)}>
      <div className={styles['pair']}>
        <PassphraseField
          label={t('recovery.next')}
          description={t('room:enrol.passphraseHint')}
          autoComplete="new-password"
          error={errors.next?.message}
          {...form.register('next')}
        />
        <PassphraseStrength passphrase={next} />
      </div>
      <PassphraseField label={t('recovery.again')} autoComplete="new-password" error={errors.again?.message} {...form.register('again')} />
      {failure === 'otherRequest' && <Notice tone="danger" role="alert" title={t('recovery.answerWrong')} />}
      {failure !== null && failure !== 'otherRequest' && (
        <Notice tone="danger" role="alert" title={t(`recovery.failed.${failure}.title`)}>
          <p>{t(`recovery.failed.${failure}.detail`)}</p>
        </Notice>
      )}
      <Button type="submit" size="lg" loading={isSubmitting} className={styles['submit'] ?? ''}>
        {t('recovery.submit')}
      </Button>
      <p role="status" className={styles['working']}>
        {isSubmitting && t('recovery.working')}
      </p>
    </form>
  )
}
