import { zodResolver } from '@hookform/resolvers/zod'
import { Button, FileButton, TextInput } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Notebook } from '#device/notebook.ts'
import type { OfflineEnrolOutcome } from '#device/offline-enrolment.ts'
import { Notice } from '../shared/notice.tsx'
import { useBreakPage } from '../shared/use-break-page.ts'
import { useNow } from '../shared/use-now.ts'
import { type OfflineFormValues, offlineFormSchema } from './enrolment-form-schema.ts'
import styles from './forms.module.css'
import { NewNotebookFields } from './new-notebook-fields.tsx'

interface OfflineEnrolmentFormProps {
  /** A first name for this device. */
  deviceName: string
  onEnrol: (
    fileText: string,
    options: { code: string; passphrase: string; label: string; deviceName: string },
  ) => Promise<OfflineEnrolOutcome>
  onEnrolled: (notebook: Notebook) => void
}

type Failure = (OfflineEnrolOutcome & { ok: false })['code']

/** The file, its code, and what every new notebook asks for. A wrong code costs a growing wait, which is said. */
export function OfflineEnrolmentForm({ deviceName, onEnrol, onEnrolled }: OfflineEnrolmentFormProps) {
  const { t } = useTranslation('room')
  const breakPage = useBreakPage()
  const [file, setFile] = useState<File | null>(null)
  const [fileMissing, setFileMissing] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [wait, setWait] = useState({ untilMs: 0, seconds: 0 })
  const nowMs = useNow(500)
  const form = useForm<OfflineFormValues>({
    resolver: zodResolver(offlineFormSchema),
    defaultValues: { code: '', passphrase: '', passphraseAgain: '', label: t('enrol.labelDefault'), deviceName },
  })
  const { errors, isSubmitting } = form.formState
  // `nowMs` may be half a second old: never more than what was told.
  const secondsLeft = Math.min(wait.seconds, Math.max(0, Math.ceil((wait.untilMs - nowMs) / 1000)))

  const submit = form.handleSubmit(
    async ({ passphraseAgain: _same, ...options }) => {
      setFileMissing(file === null)
      if (file === null || secondsLeft > 0) return
      setFailure(null)
      const outcome = await onEnrol(await file.text(), options)
      if (outcome.ok) return onEnrolled(outcome.notebook)
      setFailure(outcome.code)
      const waitMs = 'retryInMs' in outcome ? outcome.retryInMs : 0
      setWait({ untilMs: Date.now() + waitMs, seconds: Math.ceil(waitMs / 1000) })
    },
    () => setFileMissing(file === null),
  )

  return (
    <FormProvider {...form}>
      <form noValidate className={styles['form']} onSubmit={(event) => void submit(event).catch(breakPage)}>
        <p>{t('offline.onlyOnce')}</p>
        <div className={styles['pair']}>
          <div>
            {/* No filter: some tablets know no such kind of file, and would grey it out. */}
            <FileButton
              onChange={(chosen) => {
                setFile(chosen)
                setFileMissing(false)
              }}
            >
              {(props) => (
                <Button {...props} size="lg" variant="default" leftSection={<IconFileImport size={22} aria-hidden />}>
                  {t('offline.choose')}
                </Button>
              )}
            </FileButton>
          </div>
          <p role="status">{file && t('offline.chosen', { name: file.name })}</p>
          {fileMissing && (
            <p role="alert" className={styles['missing']}>
              {t('offline.errors.file')}
            </p>
          )}
        </div>
        <TextInput
          size="lg"
          label={t('offline.code')}
          description={t('offline.codeHint')}
          error={errors.code?.message}
          spellCheck={false}
          autoCapitalize="characters"
          autoComplete="off"
          className="cdj-figures"
          {...form.register('code')}
        />
        <NewNotebookFields />
        {failure && <OfflineFailure code={failure} secondsLeft={secondsLeft} />}
        <Button type="submit" size="lg" loading={isSubmitting} disabled={secondsLeft > 0} className={styles['submit'] ?? ''}>
          {t('offline.submit')}
        </Button>
        <p role="status" className={styles['working']}>
          {isSubmitting && t('offline.working')}
        </p>
      </form>
    </FormProvider>
  )
}

const TOLD_HERE = ['notThisFile', 'unknownVersion', 'wrongCode', 'packageInvalid', 'alreadyHere'] as const

function isToldHere(code: Failure): code is (typeof TOLD_HERE)[number] {
  return TOLD_HERE.some((told) => told === code)
}

function OfflineFailure({ code, secondsLeft }: { code: Failure; secondsLeft: number }) {
  const { t } = useTranslation('room')
  const here = isToldHere(code)
  const title = here
    ? t(`offline.failures.${code}.title`)
    : t(code === 'quota' ? 'enrol.failures.quota.title' : 'enrol.failures.storage.title')
  const detail = here
    ? t(`offline.failures.${code}.detail`)
    : t(code === 'quota' ? 'enrol.failures.quota.detail' : 'enrol.failures.storage.detail')
  return (
    <Notice tone="danger" role="alert" title={title}>
      {code !== 'alreadyHere' && <p>{t('enrol.failures.nothingStored')}</p>}
      <p>{detail}</p>
      {secondsLeft > 0 && <p>{t('offline.failures.wrongCode.wait', { count: secondsLeft })}</p>}
    </Notice>
  )
}
