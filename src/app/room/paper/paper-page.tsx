import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { TextTake } from '../../shared/carried/text-take.tsx'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useNotebook } from '../notebook-context.tsx'
import type { ScannedPaper } from '../oral/transcription/scanned-paper.ts'
import panelStyles from '../panel.module.css'
import { type PaperFailure, readPaper } from './read-paper.ts'

/** Reads the code of a sheet filled by hand and opens the oral it is about, with no network. */
export function PaperPage() {
  const { t } = useTranslation('transcription')
  const notebook = useNotebook()
  const breakPage = useBreakPage()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<PaperFailure | null>(null)
  const take = async (text: string) => {
    const reading = await readPaper(notebook, text)
    if (!reading.ok) return setFailure(reading.failure)
    const state: ScannedPaper = { paperHash: reading.paperHash }
    await navigate(`/salle/oral/${encodeURIComponent(reading.oralId)}`, { state })
  }
  return (
    <>
      <PageHeader title={t('scan.title')}>{t('scan.subtitle')}</PageHeader>
      {failure && <Refused failure={failure} />}
      <section className={panelStyles['panel']}>
        <TextTake label={t('scan.take')} onText={(text) => void take(text).catch(breakPage)} />
        <p>{t('scan.byHand')}</p>
      </section>
      <div>
        <Button component={Link} to="/salle" variant="default" size="lg">
          {t('scan.day')}
        </Button>
      </div>
    </>
  )
}

function Refused({ failure }: { failure: PaperFailure }) {
  const { t } = useTranslation('transcription')
  return (
    <Notice tone="danger" role="alert" title={t(`scan.refused.${failure.code}.title`)}>
      <p>
        {failure.code === 'otherGrid'
          ? t('scan.refused.otherGrid.detail', { printed: failure.printed, here: failure.here })
          : t(`scan.refused.${failure.code}.detail`)}
      </p>
    </Notice>
  )
}
