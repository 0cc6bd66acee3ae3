import { TextInput } from '@mantine/core'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { NewNotebookValues } from './enrolment-form-schema.ts'
import styles from './forms.module.css'
import { PassphraseField } from './passphrase-field.tsx'
import { PassphraseStrength } from './passphrase-strength.tsx'

/** What a new notebook asks of a juror, however its package comes: a passphrase, twice, a name for the notebook and one for the device. */
export function NewNotebookFields() {
  const { t } = useTranslation('room')
  const { register, control, formState } = useFormContext<NewNotebookValues>()
  const { errors } = formState
  const passphrase = useWatch({ control, name: 'passphrase' })
  return (
    <>
      <div className={styles['pair']}>
        <PassphraseField
          label={t('enrol.passphrase')}
          description={t('enrol.passphraseHint')}
          autoComplete="new-password"
          error={errors.passphrase?.message}
          {...register('passphrase')}
        />
        <PassphraseStrength passphrase={passphrase} />
      </div>
      <PassphraseField
        label={t('enrol.passphraseAgain')}
        autoComplete="new-password"
        error={errors.passphraseAgain?.message}
        {...register('passphraseAgain')}
      />
      <TextInput
        size="lg"
        label={t('enrol.label')}
        description={t('enrol.labelHint')}
        autoComplete="off"
        error={errors.label?.message}
        {...register('label')}
      />
      <TextInput
        size="lg"
        label={t('enrol.deviceName')}
        description={t('enrol.deviceNameHint')}
        autoComplete="off"
        error={errors.deviceName?.message}
        {...register('deviceName')}
      />
    </>
  )
}
