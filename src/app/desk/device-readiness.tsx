import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { JurorDevice } from '#contract/desk.ts'
import { isReadinessCheck } from '#device/readiness-checks.ts'
import type { ReadinessLine } from '#device/readiness-line.ts'
import type { Juror } from '#domain/exam-session.ts'
import { formatMoment } from '../shared/formatters.ts'
import { ReadinessList } from '../shared/readiness/readiness-list.tsx'
import styles from './device-readiness.module.css'

interface DeviceReadinessProps {
  juror: Juror
  device: JurorDevice
  report: NonNullable<JurorDevice['readiness']>
}

/** A device's last check: its outcome and date, and once opened each line as its juror reads it, so that both can talk about it by phone. */
export function DeviceReadiness({ juror, device, report }: DeviceReadinessProps) {
  const { t } = useTranslation('desk')
  const id = useId()
  const outcome = report.failed > 0 ? 'failed' : report.warnings > 0 ? 'warnings' : 'ready'
  const when = formatMoment(Date.parse(report.at))
  const name = `${juror.firstName} ${juror.lastName}`
  const lines = report.lines.flatMap(({ check, state, detail }): ReadinessLine[] =>
    isReadinessCheck(check) ? [{ check, state, ...(detail ? { detail } : {}) }] : [],
  )
  return (
    <details className={styles['readiness']}>
      <summary>{t(`jurors.readiness.${outcome}`, { count: report.failed || report.warnings, when })}</summary>
      <p id={id}>{t('jurors.readiness.told', { name, device: device.name })}</p>
      <ReadinessList lines={lines} labelledBy={id} compact />
      {report.sheetsWaiting > 0 && <p>{t('jurors.readiness.waiting', { count: report.sheetsWaiting })}</p>}
      <p className={styles['version']}>{t('jurors.readiness.version', { version: report.appVersion })}</p>
    </details>
  )
}
