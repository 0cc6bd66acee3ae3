import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconDeviceTablet,
  IconPencil,
  IconPlayerPlay,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Meaning } from '../shared/meaning.ts'
import type { OralState } from './day-plan.ts'

/** How an oral's state looks; its word is `room:day.state.<state>`. */
export const STATE_LOOK: Record<OralState, { meaning: Meaning; icon: TablerIcon }> = {
  toCome: { meaning: 'neutral', icon: IconClock },
  inProgress: { meaning: 'accent', icon: IconPlayerPlay },
  toSign: { meaning: 'accent', icon: IconPencil },
  onDevice: { meaning: 'device', icon: IconDeviceTablet },
  delivered: { meaning: 'delivered', icon: IconCircleCheck },
  refused: { meaning: 'danger', icon: IconAlertTriangle },
}
