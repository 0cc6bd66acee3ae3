import { IconMessage } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Observation } from '#domain/entry.ts'
import type { GridIndicator } from '#domain/grid.ts'
import { placeIds } from '../places.tsx'
import { MarkControl } from './mark-control.tsx'
import styles from './marking.module.css'
import { SeenOnPage } from './seen-on-page.tsx'
import { TagHints } from './tag-hints.tsx'

interface IndicatorRowProps {
  indicator: GridIndicator
  value: Observation | null
  page: number | null
  pending: boolean
  noteCount: number
  disabled: boolean
  /** null clears the mark. */
  onMark: (indicatorId: string, value: Observation | null) => void
  onNote: (indicatorId: string) => void
}

/** One indicator: what to look for on the left, its four marks on the right. Touching the active mark clears it. */
export const IndicatorRow = memo(function IndicatorRow(props: IndicatorRowProps) {
  const { indicator, value, page, pending, noteCount, disabled, onMark, onNote } = props
  const { t } = useTranslation('oral')
  return (
    <li className={styles['row']} id={placeIds.row(indicator.id)} data-indicator={indicator.id} data-marked={value ?? undefined}>
      <div className={styles['what']}>
        <span className={styles['label']}>{indicator.label}</span>
        <TagHints indicator={indicator} />
        {indicator.details.length > 0 && (
          <span className={styles['help']}>{t('marking.details', { details: indicator.details.join(', ') })}</span>
        )}
        {indicator.note !== undefined && (
          <span className={styles['help']}>
            <strong>{t('marking.toConfirm')}</strong> {indicator.note}
          </span>
        )}
        {page !== null && <SeenOnPage page={page} />}
      </div>
      <button
        type="button"
        className={styles['noteButton']}
        aria-label={
          t('marking.note', { target: indicator.label }) + (noteCount > 0 ? ` (${t('marking.noteCount', { count: noteCount })})` : '')
        }
        data-noted={noteCount > 0 || undefined}
        onClick={() => onNote(indicator.id)}
      >
        <IconMessage size={20} aria-hidden />
        {noteCount > 0 && <span className="cdj-figures">{noteCount}</span>}
      </button>
      <MarkControl
        name={indicator.label}
        value={value}
        pending={pending}
        disabled={disabled}
        kind="one"
        onMark={(option) => onMark(indicator.id, option === value ? null : option)}
      />
    </li>
  )
})
