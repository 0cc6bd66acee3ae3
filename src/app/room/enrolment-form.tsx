import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Textarea } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Notebook } from '#device/notebook.ts'
import type { EnrolmentFailure, EnrolOutcome } from '#device/notebooks.ts'
import { useBreakPage } from '../shared/use-break-page.ts'
import { EnrolmentFailureNotice } from './enrolment-failure.tsx'
import { codeIn, type EnrolmentFormValues, enrolmentFormSchema } from './enrolment-form-schema.ts'
import styles from './forms.module.css'
import { NewNotebookFields } from './new-notebook-fields.tsx'

interface EnrolmentFormProps {
  /** The code the opened link carried, or empty: then it is asked for. */
  linkCode: string
  /** A first name for this device. */
  deviceName: string
  onEnrol: (code: string, options: { passphrase: string; label: string; deviceName: string }) => Promise<EnrolOutcome>
  onEnrolled: (notebook: Notebook) => void
}

/** Opens a notebook on this device from an enrolment link: the only step that needs the network. */
export function EnrolmentForm({ linkCode, deviceName, onEnrol, onEnrolled }: EnrolmentFormProps) {
  const { t } = useTranslation('room')
  const breakPage = useBreakPage()
  const [asksCode, setAsksCode] = useState(linkCode === '')
  const [failure, setFailure] = useState<EnrolmentFailure | null>(null)
  const form = useForm<EnrolmentFormValues>({
    resolver: zodResolver(enrolmentFormSchema),
    defaultValues: { code: linkCode, passphrase: '', passphraseAgain: '', label: t('enrol.labelDefault'), deviceName },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(
    async ({ code, ...options }) => {
      setFailure(null)
      const outcome = await onEnrol(codeIn(code), { passphrase: options.passphrase, label: options.label, deviceName: options.deviceName })
      if (outcome.ok) onEnrolled(outcome.notebook)
      else setFailure(outcome.code)
    },
    (invalid) => {
      // A link that reads badly must be seen to be mended.
      if (invalid.code) setAsksCode(true)
    },
  )

  const askForCode = () => {
    form.setValue('code', '')
    setAsksCode(true)
  }

  return (
    <FormProvider {...form}>
      <form noValidate className={styles['form']} onSubmit={(event) => void submit(event).catch(breakPage)}>
        {asksCode ? (
          <Textarea
            size="lg"
            rows={3}
            label={t('enrol.code')}
            description={t('enrol.codeHint')}
            error={errors.code?.message}
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            {...form.register('code')}
          />
        ) : (
          <div className={styles['linkRead']}>
            <IconLink size={24} stroke={1.75} aria-hidden />
            <div>
              <strong>{t('enrol.linkRead')}</strong>
              <p>{t('enrol.linkReadHint')}</p>
            </div>
            <Button variant="subtle" size="lg" onClick={askForCode}>
              {t('enrol.otherLink')}
            </Button>
          </div>
        )}
        <NewNotebookFields />
        {failure && <EnrolmentFailureNotice code={failure} />}
        <Button type="submit" size="lg" loading={isSubmitting} className={styles['submit'] ?? ''}>
          {t('enrol.submit')}
        </Button>
        <p role="status" className={styles['working']}>
          {isSubmitting && t('enrol.working')}
        </p>
      </form>
    </FormProvider>
  )
}
