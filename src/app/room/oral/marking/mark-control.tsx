import { useTranslation } from 'react-i18next'
import type { Observation } from '#domain/entry.ts'
import styles from './mark-control.module.css'
import { OBSERVATIONS, ObservationIcon } from './observation-icon.tsx'

interface MarkControlProps {
  /** What is marked, as a screen reader says it. */
  name: string
  value: Observation | null
  /** The mark is on its way to the disk: drawn dashed until it is there. */
  pending?: boolean
  disabled: boolean
  /** `whole` marks a criterion or a section at once, and is drawn lighter. */
  kind: 'one' | 'whole'
  onMark: (value: Observation) => void
}

/** The four marks side by side, a thumb's width each: one tab stop, arrows inside. */
export function MarkControl({ name, value, pending = false, disabled, kind, onMark }: MarkControlProps) {
  const { t } = useTranslation(['oral', 'domain'])
  return (
    <fieldset aria-label={name} className={styles['control']} data-kind={kind} data-pending={pending || undefined}>
      {OBSERVATIONS.map((option, index) => (
        <button
          key={option}
          type="button"
          className={styles['mark']}
          data-value={option}
          data-mark-column={index}
          aria-pressed={kind === 'one' ? value === option : undefined}
          aria-description={pending && value === option ? t('oral:marking.pending') : undefined}
          tabIndex={value === option || (value === null && index === 0) ? 0 : -1}
          disabled={disabled}
          onClick={() => onMark(option)}
        >
          <ObservationIcon value={option} />
          <span>{t(`domain:observation.${option}`)}</span>
        </button>
      ))}
    </fieldset>
  )
}
