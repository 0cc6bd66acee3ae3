import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DecisionDraft } from '#domain/decision-draft.ts'
import type { VerdictLevel } from '#domain/entry.ts'
import { VerdictIcon } from '../oral/marking/verdict-icon.tsx'
import { ReasonField } from '../oral/reason-field.tsx'
import styles from './deliberation.module.css'
import type { EditDecision } from './oral-deliberation-props.ts'

const LEVELS: readonly VerdictLevel[] = ['acquired', 'inProgress', 'notAcquired']

interface SectionDecisionProps {
  sectionId: string
  draft: DecisionDraft
  /** Reasons the jurors gave in their sheets, to take over in one touch. */
  reasons: readonly { name: string; reason: string }[]
  isFrozen: boolean
  onChange: EditDecision
}

/** The panel's decision on one section; a reason is compulsory for every « non acquise ». */
export function SectionDecision({ sectionId, draft, reasons, isFrozen, onChange }: SectionDecisionProps) {
  const { t } = useTranslation(['deliberation', 'domain'])
  const decided = draft.sections[sectionId]
  const needsReason = decided?.verdict === 'notAcquired'
  const edit = (change: Partial<NonNullable<typeof decided>>) =>
    onChange((before) => {
      const now = before.sections[sectionId] ?? { verdict: null, reason: '' }
      return { ...before, sections: { ...before.sections, [sectionId]: { ...now, ...change } } }
    })
  const offered = decided && decided.verdict !== 'acquired' && decided.reason.trim() === '' ? reasons : []
  return (
    <fieldset className={styles['decision']}>
      <legend>{t('deliberation:oral.decision', { section: sectionId })}</legend>
      <div className={styles['row']}>
        {LEVELS.map((verdict) => (
          <Button
            key={verdict}
            mih={48}
            variant={decided?.verdict === verdict ? 'filled' : 'default'}
            aria-pressed={decided?.verdict === verdict}
            leftSection={<VerdictIcon verdict={verdict} />}
            disabled={isFrozen}
            onClick={() => void edit({ verdict })}
          >
            {t(`domain:verdict.${verdict}`)}
          </Button>
        ))}
      </div>
      {offered.length > 0 && (
        <div className={styles['row']}>
          {offered.map(({ name, reason }) => (
            <Button key={name} variant="subtle" mih={48} disabled={isFrozen} onClick={() => void edit({ reason })}>
              {t('deliberation:oral.takeReason', { name })}
            </Button>
          ))}
        </div>
      )}
      {decided && (needsReason || decided.verdict === 'inProgress' || decided.reason !== '') && (
        <ReasonField
          label={t('deliberation:oral.sectionReason')}
          recorded={decided.reason}
          required={needsReason}
          why={`${t('deliberation:oral.whyNotAcquired')}.`}
          disabled={isFrozen}
          onReason={(reason) => edit({ reason })}
        />
      )}
    </fieldset>
  )
}
