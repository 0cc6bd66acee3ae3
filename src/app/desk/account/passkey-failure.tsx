import { useTranslation } from 'react-i18next'
import { Notice } from '../../shared/notice.tsx'
import { FailureNotice } from '../answered.tsx'
import type { PasskeyOutcome } from './passkeys.ts'

/** Says why a passkey was not used, and what to do instead. */
export function PasskeyFailure({ outcome }: { outcome: PasskeyOutcome | null }) {
  const { t } = useTranslation('accounts')
  if (outcome === null || outcome.outcome === 'ok') return null
  switch (outcome.outcome) {
    case 'cancelled':
    case 'already':
    case 'unavailable':
      return (
        <Notice tone="info" role="alert" title={t(`passkeyFailure.${outcome.outcome}Title`)}>
          {t(`passkeyFailure.${outcome.outcome}`)}
        </Notice>
      )
    default:
      return <FailureNotice failure={outcome} />
  }
}
