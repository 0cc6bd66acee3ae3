import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DayOral } from '#device/notebook.ts'
import { supportConformity } from '#domain/conformity.ts'
import { formatDate } from '../shared/formatters.ts'
import styles from './support-conformity.module.css'

/** Whether the candidate's support meets the grid's settings, and who decides when it does not. */
export function SupportConformity({ day: { support, grid, oral } }: { day: DayOral }) {
  const { t } = useTranslation('room')
  if (support === null) return <span>{t('day.supportMissing')}</span>
  const conformity = supportConformity(support, grid, oral.startsAt)
  const pages = t('day.supportPages', { count: conformity.pagesWithoutAnnexes })
  const receivedOn = formatDate(conformity.receivedOn)
  if (conformity.pagesConform && conformity.deadlineConform) {
    return (
      <span className={styles['conformity']}>
        <IconCheck size={20} stroke={2} aria-hidden />
        <span>{t('day.supportConform', { pages, receivedOn })}</span>
      </span>
    )
  }
  const complaints = [
    ...(conformity.pagesConform || conformity.maxPages === null ? [] : [t('day.supportTooLong', { pages, maxPages: conformity.maxPages })]),
    ...(conformity.deadlineConform || conformity.deadline === null
      ? []
      : [t('day.supportLate', { receivedOn, deadline: formatDate(conformity.deadline) })]),
  ]
  return (
    <span className={styles['conformity']}>
      <IconAlertTriangle size={20} stroke={2} aria-hidden />
      <span>{t('day.supportNotConform', { complaints: complaints.join(' ; ') })}</span>
    </span>
  )
}
