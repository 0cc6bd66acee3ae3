import { Button, Textarea, TextInput } from '@mantine/core'
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

interface CertifierSectionProps {
  frameworkId: string
  certifier: Certifier | null
  onSaved: () => void
}

/** What minutes and documents say of a certification's certifier. Those who may not change it see it. */
export function CertifierSection({ frameworkId, certifier, onSaved }: CertifierSectionProps) {
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
    if (!read.success || !(await run(() => callRoute('setCertifier', { params: { frameworkId }, body: read.data })))) return
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
        <Textarea
          name="appeal"
          label={t('certifier.appeal')}
          description={t('certifier.appealHint')}
          autosize
          minRows={2}
          defaultValue={certifier?.appeal ?? ''}
          readOnly={!may('setCertifier')}
          error={wrong.has('appeal') && t('certifier.wrong.appeal')}
        />
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
function typed(form: FormData): Record<keyof Certifier, unknown> {
  const text = (field: keyof Certifier) => String(form.get(field) ?? '').trim()
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
    appeal: text('appeal'),
  }
}
