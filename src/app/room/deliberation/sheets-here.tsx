import { IconFileCheck, IconFileOff, IconUserMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../../shared/state-badge.tsx'
import styles from './deliberation.module.css'
import type { OralDeliberationProps } from './oral-deliberation-props.ts'

/** Each member's sheet: here, missing, still shut, or not awaited. */
export function SheetsHere({ table, panelJurorIds, ownJurorId, nameOf }: OralDeliberationProps) {
  const { t } = useTranslation('deliberation')
  const badge = (jurorId: string) => {
    if (!table.jurorIds.includes(jurorId)) {
      return (
        <StateBadge meaning="neutral" icon={IconUserMinus}>
          {t('sheet.aside')}
        </StateBadge>
      )
    }
    const revision = table.sheets.find(({ sheet }) => sheet.juror.id === jurorId)?.sheet.revision
    if (revision !== undefined || table.received.includes(jurorId)) {
      return (
        <StateBadge meaning="device" icon={IconFileCheck}>
          {revision === undefined ? t('sheet.hidden') : revision > 1 ? t('sheet.revision', { revision }) : t('sheet.present')}
        </StateBadge>
      )
    }
    return (
      <StateBadge meaning="neutral" icon={IconFileOff}>
        {jurorId === ownJurorId ? t('sheet.own') : t('sheet.missing')}
      </StateBadge>
    )
  }
  return (
    <section className={styles['section']} aria-labelledby="sheets-here">
      <h2 id="sheets-here">{t('oral.sheets')}</h2>
      <ul className={styles['jurors']}>
        {panelJurorIds.map((jurorId) => (
          <li key={jurorId}>
            <span>{nameOf(jurorId)}</span> {badge(jurorId)}
          </li>
        ))}
      </ul>
    </section>
  )
}
