import { useTranslation } from 'react-i18next'
import type { GridSection } from '#domain/grid.ts'
import { sectionIndicators } from '#domain/grid.ts'
import { formatPoints } from '../../../shared/formatters.ts'
import { useOralWork } from '../oral-work.ts'
import styles from './marking.module.css'
import { VerdictIcon } from './verdict-icon.tsx'

/** What a section's line says at a glance: its verdict once given, else what remains. */
export function SectionState({ section }: { section: GridSection }) {
  const { t } = useTranslation(['oral', 'domain'])
  const { draft } = useOralWork()
  const given = draft.verdicts[section.id]
  const remaining = sectionIndicators(section).filter((indicator) => draft.marks[indicator.id] === undefined).length
  if (given !== undefined) {
    return (
      <span className={styles['verdictWord']} data-verdict={given.verdict}>
        <VerdictIcon verdict={given.verdict} />
        {t(`domain:verdict.${given.verdict}`)}
        {given.points !== null && <span className="cdj-figures">{formatPoints(given.points)}</span>}
      </span>
    )
  }
  return (
    <span className={`cdj-figures ${styles['remaining'] ?? ''}`}>
      {remaining > 0 ? t('oral:places.remaining', { count: remaining }) : t('oral:places.withoutVerdict')}
    </span>
  )
}
