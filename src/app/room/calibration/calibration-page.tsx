import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { CalibrationFetch, ShownSpread } from '#device/calibration.ts'
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
  const isWithdrawn = calibration?.withdrawnAt !== undefined
  return (
    <>
      <PageHeader title={t('spread.title')}>{calibration?.title}</PageHeader>
      {calibration === undefined ? (
        <Notice tone="danger" title={t('spread.unknown')} />
      ) : view === null ? (
        <p role="status">{t('spread.loading')}</p>
      ) : (
        <>
          {isWithdrawn && (
            <Notice tone="info" title={t('withdrawn.title')}>
              {view.own !== null && t('withdrawn.stillRead')}
            </Notice>
          )}
          <View view={view} isWithdrawn={isWithdrawn} onAgain={again} />
        </>
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

interface ViewProps {
  view: SpreadView
  isWithdrawn: boolean
  onAgain: () => void
}

function View({ view, isWithdrawn, onAgain }: ViewProps) {
  const { t } = useTranslation('calibration')
  if (view.own === null) return isWithdrawn ? null : <Notice tone="info" title={t('spread.signFirst')} />
  const { fetched, shown, own } = view
  if (fetched === null && shown === null) return <p role="status">{t('spread.loading')}</p>
  const again = (
    <Button variant="default" mih={48} onClick={onAgain}>
      {t('spread.again')}
    </Button>
  )
  const told = fetched && toldOf(fetched, shown !== null)
  return (
    <>
      {told && <Notice tone="info" title={t(`spread.${told}`)} actions={again} />}
      {shown && <Shown shown={shown} own={own} isWithdrawn={isWithdrawn} />}
      {told === null && <div>{again}</div>}
    </>
  )
}

/** Why what is shown may not be the latest, or why there is nothing; null when the server has just said it. */
function toldOf(fetched: CalibrationFetch, isKept: boolean) {
  if (fetched.ok) return fetched.shown === null ? 'ownAwaited' : null
  if (fetched.code === 'offline') return isKept ? 'offlineKept' : 'offline'
  return isKept ? 'failedKept' : 'failed'
}

interface ShownProps {
  shown: ShownSpread
  own: Pick<ScoreSheet, 'marks'>
  isWithdrawn: boolean
}

/** The spread beside one's own marks, and of when it is. */
export function Shown({ shown, own, isWithdrawn }: ShownProps) {
  const { t } = useTranslation('calibration')
  return (
    <>
      <ProgressWords progress={shown} isClosed={isWithdrawn} readAtMs={shown.readAtMs} />
      {shown.spread === null ? (
        <Notice tone="info" title={t('spread.few', { count: MIN_CALIBRATION_SHEETS })} />
      ) : (
        <SpreadTables heading="h2" spread={shown.spread} ownMarks={own.marks} />
      )}
    </>
  )
}
