import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeviceError } from '#device/device-error.ts'
import { type MandateReading, takeMandate } from '#device/mandate.ts'
import { TextTake } from '../../shared/carried/text-take.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useNotebook } from '../notebook-context.tsx'
import panelStyles from '../panel.module.css'
import { MandateResult } from './mandate-result.tsx'

/** Reads a mandate of the coordinator, with no network: a late candidate, or a seat in another panel. */
export function MandatePage() {
  const { t } = useTranslation('vault')
  const notebook = useNotebook()
  const breakPage = useBreakPage()
  const [reading, setReading] = useState<MandateReading | { ok: false; code: 'notStored' } | null>(null)
  const take = async (text: string) => {
    try {
      setReading(await takeMandate(notebook, text))
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
      setReading({ ok: false, code: 'notStored' })
    }
  }
  return (
    <>
      <PageHeader title={t('mandate.title')}>{t('mandate.subtitle')}</PageHeader>
      {reading && <MandateResult reading={reading} />}
      <section className={panelStyles['panel']}>
        <TextTake label={t('mandate.take')} onText={(text) => void take(text).catch(breakPage)} />
      </section>
      <div>
        <Button component={Link} to="/salle" variant="default" size="lg">
          {t('mandate.day')}
        </Button>
      </div>
    </>
  )
}
