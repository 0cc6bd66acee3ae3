import { useTranslation } from 'react-i18next'
import type { DeliveryState } from '#device/delivery-state.ts'
import type { Meaning } from '../../../shared/meaning.ts'
import { StateBadge } from '../../../shared/state-badge.tsx'

const MEANINGS: Record<DeliveryState, Meaning> = { waiting: 'device', delivered: 'delivered', refused: 'danger' }

/** Where the sheet is, proved by a receipt and never remembered. */
export function DeliveryBadge({ delivery }: { delivery: DeliveryState | null }) {
  const { t } = useTranslation('oral')
  const state = delivery ?? 'waiting'
  return (
    <span role="status">
      <StateBadge meaning={MEANINGS[state]}>{t(`signed.delivery.${state}`)}</StateBadge>
    </span>
  )
}
