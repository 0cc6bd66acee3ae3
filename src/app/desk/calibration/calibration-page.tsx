import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import { useAnswer } from '../use-answer.ts'
import { CalibrationForm } from './calibration-form.tsx'
import { CalibrationView } from './calibration-view.tsx'
import { WithdrawCalibration } from './withdraw-calibration.tsx'

/** Invented cases that a session's jurors score before the orals: give one, and see where they agree. */
export function DeskCalibrationPage() {
  const { t } = useTranslation('calibration')
  const { sessionId = '' } = useParams()
  const may = useMay()
  const loaded = useAnswer('calibrations', { sessionId })
  return (
    <>
      <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}`}>
        ← {t('desk.back')}
      </Anchor>
      <PageHeader title={t('desk.title')} opensVisit>
        {t('desk.subtitle')}
      </PageHeader>
      <p className={styles['plain']}>{t('desk.never')}</p>
      <Answered loaded={loaded}>
        {({ calibrations, grids }) => (
          <>
            {calibrations.length === 0 && <p className={styles['plain']}>{t('desk.none')}</p>}
            {calibrations.map((one) => (
              <CalibrationView
                key={one.calibration.id}
                desk={one}
                actions={
                  may('withdrawCalibration') &&
                  one.calibration.withdrawnAt === undefined && (
                    <WithdrawCalibration sessionId={sessionId} calibration={one.calibration} onWithdrawn={loaded.reload} />
                  )
                }
                gridTitle={grids.find(({ id }) => id === one.calibration.gridId)?.title ?? ''}
              />
            ))}
            {may('publishCalibration') && <CalibrationForm sessionId={sessionId} grids={grids} onPublished={loaded.reload} />}
          </>
        )}
      </Answered>
    </>
  )
}
