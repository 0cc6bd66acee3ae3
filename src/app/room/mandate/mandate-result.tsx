import { useTranslation } from 'react-i18next'
import type { MandateReading } from '#device/mandate.ts'
import type { Mandate } from '#domain/mandate.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'

interface MandateResultProps {
  /** `notStored`: the mandate is good, and the device could not keep it. */
  reading: MandateReading | { ok: false; code: 'notStored' }
}

/** What a mandate changed, or why it changed nothing. */
export function MandateResult({ reading }: MandateResultProps) {
  const { t } = useTranslation('vault')
  if (!reading.ok) {
    return (
      <Notice tone="danger" role="alert" title={t(`mandate.refused.${reading.code}.title`)}>
        <p>{t(`mandate.refused.${reading.code}.detail`)}</p>
      </Notice>
    )
  }
  if (!reading.changed) return <Notice tone="info" role="status" title={t('mandate.known')} />
  return (
    <Notice tone="device" role="status" title={t('mandate.taken')}>
      <Added mandate={reading.mandate} />
      <p>{t('mandate.next')}</p>
    </Notice>
  )
}

function Added({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('vault')
  if (mandate.kind === 'juror') return <p>{t('mandate.seat', { panel: mandate.panels[0]?.name ?? '', count: mandate.orals.length })}</p>
  return (
    <>
      {mandate.orals.map((oral) => {
        const candidate = mandate.candidates.find(({ id }) => id === oral.candidateId)
        const name = candidate ? `${candidate.firstName} ${candidate.lastName}` : ''
        return <p key={oral.id}>{t('mandate.oral', { name, when: formatMoment(Date.parse(oral.startsAt)), room: oral.room })}</p>
      })}
    </>
  )
}
