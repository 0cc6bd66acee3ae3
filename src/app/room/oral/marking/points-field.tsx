import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scale } from '#domain/grid.ts'

interface PointsFieldProps {
  scale: Extract<Scale, { kind: 'points' }>
  points: number | null
  disabled: boolean
  onPoints: (points: number) => void
}

/** Points of a section, recorded when the field is left or Enter pressed, kept within the scale and its step. */
export function PointsField({ scale, points, disabled, onPoints }: PointsFieldProps) {
  const { t } = useTranslation('oral')
  const [text, setText] = useState(points === null ? '' : String(points))
  useEffect(() => setText(points === null ? '' : String(points)), [points])
  const settle = () => {
    const typed = Number(text.replace(',', '.'))
    if (text.trim() === '' || Number.isNaN(typed)) return setText(points === null ? '' : String(points))
    const stepped = Math.round(typed / scale.step) * scale.step
    const settled = Math.min(scale.max, Math.max(0, Number(stepped.toFixed(4))))
    setText(String(settled))
    if (settled !== points) onPoints(settled)
  }
  return (
    <TextInput
      label={t('verdict.points', { max: scale.max })}
      description={t('verdict.pointsHint', { step: scale.step })}
      inputMode="decimal"
      size="md"
      w={140}
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
