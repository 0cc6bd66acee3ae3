import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './split-separator.module.css'

/** Share of the width, in percent, the PDF may take. */
export const MIN_SHARE = 30
export const MAX_SHARE = 75
const STEP = 5

/** Keeps a share within its bounds. */
export function clampShare(share: number): number {
  return Math.min(Math.max(Math.round(share), MIN_SHARE), MAX_SHARE)
}

interface SplitSeparatorProps {
  /** Percent of the width given to the PDF. */
  share: number
  onShare: (share: number) => void
}

/** The border between the PDF and the grid: dragged, or moved with the arrow keys (WAI-ARIA window splitter). */
export function SplitSeparator({ share, onShare }: SplitSeparatorProps) {
  const { t } = useTranslation('reader')

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const frame = event.currentTarget.parentElement?.getBoundingClientRect()
    if (frame) onShare(clampShare(((event.clientX - frame.left) / frame.width) * 100))
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const shares: Record<string, number> = { ArrowLeft: share - STEP, ArrowRight: share + STEP, Home: MIN_SHARE, End: MAX_SHARE }
    const next = shares[event.key]
    if (next === undefined) return
    event.preventDefault()
    onShare(clampShare(next))
  }

  return (
    <hr
      className={styles['separator']}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('split.separator')}
      aria-valuenow={share}
      aria-valuemin={MIN_SHARE}
      aria-valuemax={MAX_SHARE}
      aria-valuetext={t('split.share', { share })}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  )
}
