import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PassportSettings, passportSettingsSchema } from '#domain/passport-settings.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import own from './results.module.css'

const TEXTS = ['issuerClientId', 'certifierClientId', 'contractId', 'certificationCode', 'centrePostalCode'] as const

/** The certifier's identifiers with the Caisse des Dépôts, one set for every session. Shown to those who may change them. */
export function PassportSettingsForm({ settings, onSaved }: { settings: PassportSettings | null; onSaved: () => void }) {
  const { t } = useTranslation('results')
  const breakPage = useBreakPage()
  const may = useMay()
  const { busy, failure, run } = useAct()
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const [isSaved, setSaved] = useState(false)
  if (!may('setPassportSettings')) return settings ? null : <Notice tone="info" title={t('passport.settingsByManager')} />

  const save = async (form: HTMLFormElement) => {
    const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value === '' ? null : value]))
    const read = passportSettingsSchema.safeParse(given)
    setSaved(false)
    setWrong(new Set(read.error?.issues.map(({ path }) => String(path[0]))))
    if (!read.success || !(await run(() => callRoute('setPassportSettings', { body: read.data })))) return
    setSaved(true)
    onSaved()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void save(event.currentTarget).catch(breakPage)
  }
  return (
    <section className={styles['section']} aria-labelledby="passport-settings">
      <h2 id="passport-settings">{t('passport.settings')}</h2>
      {failure && <FailureNotice failure={failure} />}
      <form className={styles['card']} noValidate onSubmit={submit} aria-labelledby="passport-settings">
        <div className={own['fields']}>
          {TEXTS.map((field) => (
            <TextInput
              key={field}
              name={field}
              label={t(`passport.field.${field}`)}
              defaultValue={settings?.[field] ?? ''}
              error={wrong.has(field) && t(`passport.wrong.${field}`)}
            />
          ))}
          <NativeSelect name="schemaVersion" label={t('passport.field.schemaVersion')} defaultValue={settings?.schemaVersion ?? '1.1.2'}>
            <option value="1.1.2">1.1.2</option>
            <option value="1.1.5">1.1.5</option>
          </NativeSelect>
          <NativeSelect name="depositor" label={t('passport.field.depositor')} defaultValue={settings?.depositor ?? ''}>
            <option value="">{t('passport.depositor.unsaid')}</option>
            <option value="CERTIFICATEUR">{t('passport.depositor.certifier')}</option>
            <option value="TIERS_CONFIANCE">{t('passport.depositor.thirdParty')}</option>
          </NativeSelect>
        </div>
        <div className={styles['tools']}>
          <Button type="submit" variant="default" loading={busy}>
            {t('certifier.save')}
          </Button>
        </div>
      </form>
      {isSaved && <Notice tone="info" role="status" title={t('passport.settingsSaved')} />}
    </section>
  )
}
