import { useTranslation } from 'react-i18next'
import { isSettled, type TableOral } from '#device/deliberation/table.ts'
import type { DecisionIssue } from '#domain/deliberation.ts'
import { formatList } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import styles from './deliberation.module.css'

/** What the decision still lacks, or that it is complete and on this device. */
export function DecisionCheck({ table, tookPlace }: { table: TableOral; tookPlace: boolean }) {
  const { t } = useTranslation('deliberation')
  if (isSettled(table)) return <Notice tone="device" role="status" title={t('check.complete')} />
  const sentence = ({ code, sectionId }: DecisionIssue) => t(`check.${code}`, { section: sectionId ?? '' })
  const undecided = table.grid.grid.sections.filter(({ id }) => tookPlace && !table.draft.sections[id]?.verdict)
  const lines =
    table.decision === null
      ? [
          ...(undecided.length > 0
            ? [t('check.sectionsUndecided', { count: undecided.length, sections: formatList(undecided.map(({ id }) => id)) })]
            : []),
          ...(table.draft.verdict === null ? [t('check.open')] : [t('check.presenceOpen')]),
        ]
      : table.issues.map(sentence)
  return (
    <Notice tone="info" role="status" title={t('check.title')}>
      <ul className={styles['plain']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}
