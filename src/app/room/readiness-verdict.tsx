import { useTranslation } from 'react-i18next'
import type { ReadinessLine } from '#device/readiness.ts'
import { Notice } from '../shared/notice.tsx'

/** The check in one sentence. What could not be known is said apart: it is neither good nor bad. */
export function ReadinessVerdict({ lines }: { lines: readonly ReadinessLine[] }) {
  const { t } = useTranslation('room')
  const count = (state: ReadinessLine['state']) => lines.filter((line) => line.state === state).length
  const failed = count('failed')
  const warnings = count('warning')
  const unknown = count('unknown')
  const title =
    failed > 0
      ? t('readiness.failed', { count: failed })
      : warnings > 0
        ? t('readiness.warnings', { count: warnings })
        : t('readiness.ready')
  return (
    <Notice tone={failed > 0 ? 'danger' : 'info'} role="status" title={title}>
      {failed + warnings === 0 && <p>{t('readiness.readyDetail')}</p>}
      {unknown > 0 && <p>{t('readiness.unknownToo', { count: unknown })}</p>}
    </Notice>
  )
}
