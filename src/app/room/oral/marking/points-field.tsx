import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scale } from '#domain/grid.ts'
import { formatPoints } from '../../../shared/formatters.ts'

interface PointsFieldProps {
  scale: Extract<Scale, { kind: 'points' }>
  points: number | null
  disabled: boolean
  onPoints: (points: number) => void
}

/** Points of a section, recorded when the field is left or Enter pressed, kept within the scale and its step. */
export function PointsField({ scale, points, disabled, onPoints }: PointsFieldProps) {
  const { t } = useTranslation('oral')
  const [text, setText] = useState(points === null ? '' : formatPoints(points))
  useEffect(() => setText(points === null ? '' : formatPoints(points)), [points])
  const settle = () => {
    const typed = Number(text.replace(',', '.'))
    if (text.trim() === '' || Number.isNaN(typed)) return setText(points === null ? '' : formatPoints(points))
    const stepped = Math.round(typed / scale.step) * scale.step
    const settled = Math.min(scale.max, Math.max(0, Number(stepped.toFixed(4))))
    setText(formatPoints(settled))
    if (settled !== points) onPoints(settled)
  }
  return (
    <TextInput
      label={t('verdict.points', { max: scale.max })}
      description={t('verdict.pointsHint', { step: formatPoints(scale.step) })}
      inputMode="decimal"
      size="md"
      w={140}
      maw={140}
      value={text}
      disabled={disabled}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}
