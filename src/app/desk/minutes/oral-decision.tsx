import { Button } from '@mantine/core'
import { IconCheck, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliberatedOral } from '#contract/minutes.ts'
import type { Juror } from '#domain/exam-session.ts'
import { formatList } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { StateBadge } from '../../shared/state-badge.tsx'
import type { PartComparison } from '../candidate-view.ts'
import styles from '../desk.module.css'
import { PartComparisonBody } from '../part-comparison.tsx'
import { personName } from '../person-name.ts'
import { DecisionForm } from './decision-form.tsx'
import { OralEvidence } from './oral-evidence.tsx'

interface OralDecisionProps {
  oral: DeliberatedOral
  part: PartComparison
  /** The panel's members. */
  jurors: readonly Juror[]
  place: { sessionId: string; panelId: string; day: string }
  /** False once minutes are frozen, or for a role that may not. */
  isOpen: boolean
  onSaved: () => void
}

/** One oral: what the sheets say, what the rule proposes, what the panel decides. */
export function OralDecision({ oral, part, jurors, place, isOpen, onSaved }: OralDecisionProps) {
  const { t } = useTranslation(['minutes', 'domain'])
  const [isEditing, setEditing] = useState(false)
  const { decision } = oral
  const headingId = `decide-${oral.oralId}`
  const missing = jurors.filter(({ id }) => oral.missingJurors.includes(id)).map(personName)
  const nameOf = (jurorId: string) => {
    const juror = jurors.find(({ id }) => id === jurorId)
    return juror ? personName(juror) : jurorId
  }
  const divergentIds = new Set(part.sections.filter(({ agreement }) => agreement === 'divergent').map(({ id }) => id))
  const saved = () => {
    setEditing(false)
    onSaved()
  }
  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <div className={styles['headline']}>
        <h3 id={headingId}>{t('deliberation.oralOf', { candidate: personName(part.row.candidate), part: part.row.partTitle })}</h3>
        {decision ? (
          <StateBadge meaning="accent" icon={IconCheck}>
            {t('deliberation.decided', { verdict: t(`domain:partVerdict.${decision.verdict}`) })}
          </StateBadge>
        ) : (
          <StateBadge meaning="neutral" icon={IconPencil}>
            {t('deliberation.undecided')}
          </StateBadge>
        )}
      </div>
      {oral.outdated && <Notice tone="danger" title={t('deliberation.outdated')} />}
      {missing.length > 0 && <p className={styles['plain']}>{t('deliberation.missing', { names: formatList(missing) })}</p>}
      <details className={styles['details']} open={!decision && part.divergent > 0}>
        <summary>{t('deliberation.compare')}</summary>
        <div className={styles['section']}>
          <PartComparisonBody part={part} />
          {oral.evidence && oral.sheets.length > 0 && <OralEvidence evidence={oral.evidence} nameOf={nameOf} divergentIds={divergentIds} />}
        </div>
      </details>
      <p className={styles['plain']}>
        {oral.proposal ? t('deliberation.proposal', { value: t(`domain:partVerdict.${oral.proposal}`) }) : t('deliberation.noProposal')}
      </p>
      {decision && decision.reason !== '' && <p className={styles['words']}>{t('document.reason', { reason: decision.reason })}</p>}
      {isOpen && !isEditing && (
        <div className={styles['tools']}>
          <Button variant={decision ? 'default' : 'filled'} onClick={() => setEditing(true)}>
            {decision ? t('deliberation.change') : t('deliberation.decide')}
          </Button>
        </div>
      )}
      {isOpen && isEditing && <DecisionForm oral={oral} part={part} jurors={jurors} place={place} onSaved={saved} />}
    </section>
  )
}
