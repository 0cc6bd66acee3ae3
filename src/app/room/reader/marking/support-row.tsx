import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Observation } from '#domain/entry.ts'
import type { GridIndicator } from '#domain/grid.ts'
import { MarkControl } from '../../oral/marking/mark-control.tsx'
import { TagHints } from '../../oral/marking/tag-hints.tsx'
import styles from './grid-panel.module.css'
import { PageChip } from './page-chip.tsx'

interface SupportRowProps {
  indicator: GridIndicator
  value: Observation | null
  page: number | null
  pending: boolean
  disabled: boolean
  oralOnly: boolean
  onMark: (targets: readonly string[], value: Observation | null) => void
  onPage: (page: number) => void
}

/** One indicator beside the support: its four marks, and the page it was seen on. Touching the active mark clears it. */
export const SupportRow = memo(function SupportRow(props: SupportRowProps) {
  const { indicator, value, page, pending, disabled, oralOnly, onMark, onPage } = props
  const { t } = useTranslation(['reader', 'oral'])
  return (
    <li className={styles['row']} data-indicator={indicator.id} data-marked={value ?? undefined}>
      <div className={styles['what']}>
        <span>{indicator.label}</span>
        <TagHints indicator={indicator} />
        {oralOnly && <span className={styles['help']}>{t('reader:grid.oralOnly')}</span>}
        {indicator.details.length > 0 && (
          <span className={styles['help']}>{t('oral:marking.details', { details: indicator.details.join(', ') })}</span>
        )}
        {indicator.note !== undefined && (
          <span className={styles['help']}>
            <strong>{t('oral:marking.toConfirm')}</strong> {indicator.note}
          </span>
        )}
      </div>
      {page !== null && <PageChip page={page} onPage={onPage} />}
      <div className={styles['marks']}>
        <MarkControl
          name={indicator.label}
          value={value}
          pending={pending}
          disabled={disabled}
          kind="one"
          onMark={(option) => onMark([indicator.id], option === value ? null : option)}
        />
      </div>
    </li>
  )
})
