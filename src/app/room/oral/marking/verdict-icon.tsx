import { IconCircleCheckFilled, IconCircleHalf2, IconCircleX } from '@tabler/icons-react'
import type { VerdictLevel } from '#domain/entry.ts'

const ICONS = { acquired: IconCircleCheckFilled, inProgress: IconCircleHalf2, notAcquired: IconCircleX } as const

export function VerdictIcon({ verdict, size = 20 }: { verdict: VerdictLevel; size?: number }) {
  const Icon = ICONS[verdict]
  return <Icon size={size} aria-hidden />
}
