import { Button, NumberInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RetentionSettings, retentionSettingsSchema } from '#domain/data-retention.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { ConfirmDialog } from '../account/confirm-dialog.tsx'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import own from './data-protection.module.css'
import { FIELDS, type Field, fieldsOf, settingsOf } from './retention-fields.ts'

interface RetentionFormProps {
  settings: RetentionSettings
  proposed: RetentionSettings
  onSaved: () => void
}

/** The lengths, for an administrator. A shorter one erases what exceeds it: it is asked about first. */
export function RetentionForm({ settings, proposed, onSaved }: RetentionFormProps) {
  const { t } = useTranslation('dataProtection')
  const may = useMay()
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const current = fieldsOf(settings)
  const proposals = fieldsOf(proposed)
  const [values, setValues] = useState<Record<Field, number | string>>(current)
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const [toConfirm, setToConfirm] = useState<RetentionSettings | null>(null)
  if (!may('setDataRetention')) return <Notice tone="info" title={t('settings.byAdministrator')} />

  const save = async (next: RetentionSettings) => {
    setToConfirm(null)
    if (await run(() => callRoute('setDataRetention', { body: next }))) onSaved()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = retentionSettingsSchema.safeParse(settingsOf(values))
    setWrong(new Set(read.error?.issues.map(({ path }) => String(path.at(-1)))))
    if (!read.success) return
    const next = fieldsOf(read.data)
    if (FIELDS.some((field) => next[field] < current[field])) setToConfirm(read.data)
    else void save(read.data).catch(breakPage)
  }
  const isUnchanged = FIELDS.every((field) => values[field] === current[field])
  return (
    <section className={styles['section']} aria-labelledby="data-settings">
      <h2 id="data-settings">{t('settings.title')}</h2>
      <p className={styles['plain']}>{t('settings.intro')}</p>
      {failure && <FailureNotice failure={failure} />}
      <form className={styles['card']} noValidate onSubmit={submit} aria-labelledby="data-settings">
        <div className={own['fields']}>
          {FIELDS.map((field) => (
            <NumberInput
              key={field}
              label={<FieldLabel field={field} />}
              description={t('settings.proposed', { value: proposals[field] })}
              value={values[field]}
              onChange={(value) => setValues({ ...values, [field]: value })}
              min={1}
              allowDecimal={false}
              error={
                wrong.has(field) &&
                (field === 'sheetsActiveMonths' && Number(values[field]) >= 1 ? t('settings.activeWrong') : t('settings.wrong'))
              }
            />
          ))}
        </div>
        <div className={styles['tools']}>
          <Button type="submit" variant="default" loading={busy} disabled={isUnchanged}>
            {t('settings.save')}
          </Button>
        </div>
      </form>
      {toConfirm && (
        <ConfirmDialog
          title={t('settings.confirmTitle')}
          confirm={t('settings.confirm')}
          onConfirm={() => void save(toConfirm).catch(breakPage)}
          onClose={() => setToConfirm(null)}
        >
          {t('settings.confirmText')}
        </ConfirmDialog>
      )}
    </section>
  )
}

function FieldLabel({ field }: { field: Field }) {
  const { t } = useTranslation('dataProtection')
  if (field === 'notebookDays') return t('settings.notebook')
  return field === 'sheetsActiveMonths' ? t('settings.active') : t('settings.inMonths', { name: t(`kind.${field}.name`) })
}
