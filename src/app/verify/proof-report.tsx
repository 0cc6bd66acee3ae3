import { IconAlertTriangle, IconInfoCircle, IconQuestionMark, IconShieldCheck, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProofReport } from '#seal/proof.ts'
import { findingWords, type ProofFinding } from '#seal/proof-finding.ts'
import { formatLongDate, formatMoment } from '../shared/formatters.ts'
import { MinutesContent } from '../shared/minutes/minutes-content.tsx'
import { usePartName } from '../shared/minutes/minutes-words.ts'
import { Notice } from '../shared/notice.tsx'
import styles from './verify.module.css'

const GROUPS = ['wrong', 'missing', 'proven', 'limit'] as const satisfies readonly ProofFinding['status'][]
const ICONS: Record<ProofFinding['status'], TablerIcon> = {
  wrong: IconAlertTriangle,
  missing: IconQuestionMark,
  proven: IconShieldCheck,
  limit: IconInfoCircle,
}
const TONES = { proven: 'delivered', incomplete: 'info', wrong: 'danger' } as const

/** What is proven and what is not, one sentence each; then the minutes themselves. */
export function ProofReportView({ report }: { report: ProofReport }) {
  const { t } = useTranslation('verify')
  const { outcome, findings, sealed } = report
  return (
    <>
      <Notice tone={TONES[outcome]} title={t(`outcome.${outcome}.title`)} role="status">
        {t(`outcome.${outcome}.detail`)}
      </Notice>
      {GROUPS.map((status) => (
        <FindingGroup key={status} status={status} findings={findings.filter((one) => one.status === status)} />
      ))}
      {sealed && (
        <section className={styles['card']} aria-labelledby="verified-minutes">
          <h2 id="verified-minutes">{t('minutes.title')}</h2>
          <p>
            {t('minutes.summary', {
              panel: sealed.minutes.panel.name,
              day: formatLongDate(sealed.minutes.day),
              session: sealed.minutes.session.title,
            })}
          </p>
          <MinutesContent minutes={sealed.minutes} />
        </section>
      )}
    </>
  )
}

function FindingGroup({ status, findings }: { status: ProofFinding['status']; findings: readonly ProofFinding[] }) {
  const { t } = useTranslation('verify')
  const partName = usePartName()
  const Icon = ICONS[status]
  if (findings.length === 0) return null
  return (
    <section className={styles['card']} data-status={status} aria-labelledby={`findings-${status}`}>
      <h2 id={`findings-${status}`}>{t(`group.${status}`)}</h2>
      <ul className={styles['findings']}>
        {findings.map((finding) => (
          <li key={`${finding.code} ${JSON.stringify(finding.params)}`}>
            <Icon size={22} aria-hidden />
            <span>
              {t(
                `finding.${finding.code}`,
                findingWords(finding, (at) => formatMoment(Date.parse(at)), partName),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
