import { IconAlertTriangle, IconCheck, IconCircleX, IconQuestionMark, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReadinessLine } from '#device/readiness-line.ts'
import { formatBytes, formatDuration } from '../formatters.ts'
import styles from './readiness-list.module.css'

const ICONS: Record<ReadinessLine['state'], TablerIcon> = {
  ok: IconCheck,
  warning: IconAlertTriangle,
  failed: IconCircleX,
  unknown: IconQuestionMark,
}

interface ReadinessListProps {
  lines: readonly ReadinessLine[]
  labelledBy: string
  /** At the desk, in a table's cell. */
  compact?: boolean
}

/** What was checked, line by line: how it is, in a word, and what to do. */
export function ReadinessList({ lines, labelledBy, compact = false }: ReadinessListProps) {
  const { t } = useTranslation('room')
  return (
    <ul className={styles['list']} data-compact={compact || undefined} aria-labelledby={labelledBy}>
      {lines.map((line) => {
        const Icon = ICONS[line.state]
        return (
          <li key={line.check} className={styles['line']} data-state={line.state}>
            <Icon size={26} stroke={2} aria-hidden />
            <div>
              <strong>{t(`readiness.checks.${line.check}.label`)}</strong>
              <p>{t(`readiness.checks.${line.check}.${line.state}`, readinessValues(line))}</p>
            </div>
            <span className={styles['word']}>{t(`readiness.state.${line.state}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}

const MINUTE_MS = 60_000

const UNKNOWN = '?'

/** The numbers of a line as a person reads them; « ? » for what the device did not tell. */
function readinessValues({ detail = {} }: ReadinessLine) {
  const read = (name: string, format: (value: number) => string) => {
    const value = detail[name]
    return value === undefined ? UNKNOWN : format(Number(value))
  }
  return {
    free: read('freeMiB', (mebibytes) => formatBytes(mebibytes * 1024 * 1024)),
    offset: read('offsetMs', (offsetMs) => formatOffset(Math.abs(offsetMs))),
    age: read('ageHours', formatAge),
    stored: read('stored', String),
    expected: read('expected', String),
  }
}

function formatOffset(offsetMs: number): string {
  return offsetMs < MINUTE_MS ? `${Math.round(offsetMs / 1000)} s` : formatDuration(offsetMs)
}

const DAY_HOURS = 24

function formatAge(ageHours: number): string {
  const [value, unit] = ageHours < 2 * DAY_HOURS ? [ageHours, 'hour' as const] : [ageHours / DAY_HOURS, 'day' as const]
  return new Intl.NumberFormat('fr-FR', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(value)
}
