import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { StoredSheet } from '#contract/desk.ts'
import { PageHeader } from '../shared/page-header.tsx'
import { Answered } from './answered.tsx'
import { SheetView } from './sheet-view.tsx'
import { useAnswer } from './use-answer.ts'

/** One stored sheet, opened. */
export function SheetPage() {
  const { t } = useTranslation('desk')
  const { hash = '' } = useParams()
  const stored = useAnswer('sheet', { hash })
  const sheet = stored.value?.sheet
  return (
    <>
      <Anchor
        component={Link}
        to={
          sheet
            ? `/coordination/sessions/${encodeURIComponent(sheet.sessionId)}/candidats/${encodeURIComponent(sheet.candidate.id)}`
            : '/coordination'
        }
      >
        ← {sheet?.candidate.name ?? t('sheet.back')}
      </Anchor>
      <PageHeader key={hash} title={sheet ? t('sheet.title', { juror: sheet.juror.name }) : t('sheet.loadingTitle')} opensVisit>
        {sheet && t('sheet.subtitle', { candidate: sheet.candidate.name, number: sheet.candidate.number })}
      </PageHeader>
      <Answered loaded={stored}>{(value) => <SheetWithGrid stored={value} />}</Answered>
    </>
  )
}

/** The grid names what the sheet only points to. */
function SheetWithGrid({ stored }: { stored: StoredSheet }) {
  const grid = useAnswer('grid', { gridHash: stored.sheet.grid.hash })
  return <Answered loaded={grid}>{(value) => <SheetView stored={stored} grid={value.grid} />}</Answered>
}
