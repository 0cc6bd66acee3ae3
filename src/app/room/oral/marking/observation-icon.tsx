import { IconCheck, IconCircleHalf2, IconMinus, IconX } from '@tabler/icons-react'
import type { Observation } from '#domain/entry.ts'

const ICONS = { observed: IconCheck, partial: IconCircleHalf2, notObserved: IconX, notEvaluated: IconMinus } as const

/** In the order of the keys 1 to 4. */
export const OBSERVATIONS: readonly Observation[] = ['observed', 'partial', 'notObserved', 'notEvaluated']

export function ObservationIcon({ value, size = 20 }: { value: Observation; size?: number }) {
  const Icon = ICONS[value]
  return <Icon size={size} stroke={2.5} aria-hidden />
}
