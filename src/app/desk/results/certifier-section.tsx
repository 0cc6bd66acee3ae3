import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Certifier, certifierSchema } from '#domain/certifier.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import own from './results.module.css'

const FIELDS = ['legalName', 'tradeName', 'rncpCode', 'registeredOn', 'nsfCodes', 'place', 'signatoryName', 'signatoryQuality'] as const
type Field = (typeof FIELDS)[number]

/** What the documents say of the certifier. Those who may not change it see it. */
export function CertifierSection({ certifier, onSaved }: { certifier: Certifier | null; onSaved: () => void }) {
  const { t } = useTranslation('results')
  const may = useMay()
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const [isSaved, setSaved] = useState(false)

  const save = async (form: HTMLFormElement) => {
    const read = certifierSchema.safeParse(typed(new FormData(form)))
    setSaved(false)
    setWrong(new Set(read.error?.issues.map(({ path }) => String(path[0]))))
    if (!read.success || !(await run(() => callRoute('setCertifier', { body: read.data })))) return
    setSaved(true)
    onSaved()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void save(event.currentTarget).catch(breakPage)
  }
  return (
    <section className={styles['section']} aria-labelledby="results-certifier">
      <h2 id="results-certifier">{t('certifier.title')}</h2>
      <p className={styles['plain']}>{t('certifier.why')}</p>
      {failure && <FailureNotice failure={failure} />}
      <form className={styles['card']} noValidate onSubmit={submit} aria-labelledby="results-certifier">
        <div className={own['fields']}>
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              name={field}
              type={field === 'registeredOn' ? 'date' : 'text'}
              label={t(`certifier.${field}`)}
              defaultValue={shown(certifier, field)}
              readOnly={!may('setCertifier')}
              error={wrong.has(field) && t(`certifier.wrong.${field}`)}
            />
          ))}
        </div>
        {may('setCertifier') && (
          <div className={styles['tools']}>
            <Button type="submit" variant="default" loading={busy}>
              {t('certifier.save')}
            </Button>
          </div>
        )}
      </form>
      {isSaved && <Notice tone="info" role="status" title={t('certifier.saved')} />}
    </section>
  )
}

function shown(certifier: Certifier | null, field: Field): string {
  const value = certifier?.[field] ?? ''
  return typeof value === 'string' ? value : value.join(' ')
}

/** What was typed, as the schema reads it: an empty field that may be unknown is null. */
function typed(form: FormData): Record<Field, unknown> {
  const text = (field: Field) => String(form.get(field) ?? '').trim()
  const orNull = (field: Field) => (text(field) === '' ? null : text(field))
  return {
    legalName: text('legalName'),
    tradeName: orNull('tradeName'),
    rncpCode: orNull('rncpCode'),
    registeredOn: orNull('registeredOn'),
    nsfCodes: text('nsfCodes')
      .split(/[\s,;]+/)
      .filter((code) => code !== ''),
    place: text('place'),
    signatoryName: text('signatoryName'),
    signatoryQuality: text('signatoryQuality'),
  }
}
