import { IconCheck, IconCircleHalf2, IconMinus, IconSlash, IconX, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Observation } from '#domain/entry.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { clockText } from '../shared/sheet/clock-text.ts'
import styles from './desk.module.css'

const ICONS: Record<Observation | 'unmarked', TablerIcon> = {
  observed: IconCheck,
  partial: IconCircleHalf2,
  notObserved: IconX,
  notEvaluated: IconSlash,
  unmarked: IconMinus,
}

interface MarkListProps {
  sheet: ScoreSheet
  /** What was marked: the id its mark carries, and its words. */
  items: readonly { target: string; label: string }[]
}

/** Indicators or delivery items with the juror's mark, and when and where it was made. */
export function MarkList({ sheet, items }: MarkListProps) {
  const { t } = useTranslation(['desk', 'domain'])
  return (
    <ul className={styles['marks']}>
      {items.map(({ target, label }) => {
        const mark = sheet.marks[target]
        const circumstances = [
          ...(mark && mark.oralMs !== null ? [t('sheet.sections.at', { time: clockText(mark.oralMs) })] : []),
          ...(mark && mark.page !== null ? [t('sheet.sections.page', { page: mark.page })] : []),
        ]
        return (
          <li key={target}>
            <MarkWord value={mark?.value ?? null} />
            <span>
              {label}
              {circumstances.length > 0 && <span className={`${styles['soft']} cdj-figures`}> ({circumstances.join(', ')})</span>}
              {Object.entries(sheet.details[target] ?? {}).map(([detail, value]) => (
                <span key={detail} className={styles['cell']}>
                  <span>
                    <MarkWord value={value} /> {detail}
                  </span>
                </span>
              ))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function MarkWord({ value }: { value: Observation | null }) {
  const { t } = useTranslation(['desk', 'domain'])
  const Icon = ICONS[value ?? 'unmarked']
  return (
    <span className={styles['mark']} data-value={value ?? 'unmarked'}>
      <Icon size={18} aria-hidden />
      {value ? t(`domain:observation.${value}`) : t('sheet.sections.unmarked')}
    </span>
  )
}
