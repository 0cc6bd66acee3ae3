import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { CalibrationProgress } from '#contract/calibration.ts'
import { MIN_CALIBRATION_SHEETS } from '#domain/calibration.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { ProgressWords } from '../../shared/calibration/progress-words.tsx'
import { SpreadTables } from '../../shared/calibration/spread-tables.tsx'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useNotebook } from '../notebook-context.tsx'
import panelStyles from '../panel.module.css'
import { type SpreadView, useSpread } from './use-spread.ts'

/** How the panel members marked an invented case: after one's own signature, without any name. */
export function CalibrationPage() {
  const { t } = useTranslation('calibration')
  const { calibrationId = '' } = useParams()
  const notebook = useNotebook()
  const calibration = notebook.package.calibrations?.find(({ id }) => id === calibrationId)
  const { view, again } = useSpread(notebook, calibrationId)
  return (
    <>
      <PageHeader title={t('spread.title')}>{calibration?.title}</PageHeader>
      {calibration === undefined ? (
        <Notice tone="danger" title={t('spread.unknown')} />
      ) : view === null ? (
        <p role="status">{t('spread.loading')}</p>
      ) : (
        <View view={view} onAgain={again} />
      )}
      <div className={panelStyles['row']}>
        {calibration && (
          <Button component={Link} to={`/salle/oral/${encodeURIComponent(calibrationId)}`} variant="default" size="lg">
            {t('spread.open')}
          </Button>
        )}
        <Button component={Link} to="/salle" variant="default" size="lg">
          {t('spread.day')}
        </Button>
      </div>
    </>
  )
}

function View({ view, onAgain }: { view: SpreadView; onAgain: () => void }) {
  const { t } = useTranslation('calibration')
  if (view.own === null) return <Notice tone="info" title={t('spread.signFirst')} />
  const { fetched, own } = view
  if (fetched === null) return <p role="status">{t('spread.loading')}</p>
  const again = (
    <Button variant="default" mih={48} onClick={onAgain}>
      {t('spread.again')}
    </Button>
  )
  if (!fetched.ok) return <Notice tone="info" title={t(fetched.code === 'offline' ? 'spread.offline' : 'spread.failed')} actions={again} />
  if (fetched.calibration.state === 'ownAwaited') return <Notice tone="info" title={t('spread.ownAwaited')} actions={again} />
  return (
    <>
      <Shown progress={fetched.calibration} own={own} />
      <div>{again}</div>
    </>
  )
}

/** The spread beside one's own marks. */
export function Shown({ progress, own }: { progress: CalibrationProgress; own: Pick<ScoreSheet, 'marks'> }) {
  const { t } = useTranslation('calibration')
  return (
    <>
      <ProgressWords progress={progress} />
      {progress.spread === null ? (
        <Notice tone="info" title={t('spread.few', { count: MIN_CALIBRATION_SHEETS })} />
      ) : (
        <SpreadTables heading="h2" spread={progress.spread} ownMarks={own.marks} />
      )}
    </>
  )
}
