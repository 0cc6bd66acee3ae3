import { Button } from '@mantine/core'
import { IconCircleCheckFilled, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PartVerdict } from '#domain/entry.ts'
import { proposePart } from '#domain/proposal.ts'
import { usePartRuleSentence } from '../../../shared/part-rule-sentence.ts'
import { useOralWork } from '../oral-work.ts'
import { placeIds } from '../places.tsx'
import { ReasonField } from '../reason-field.tsx'
import { usePartSentence } from './part-sentence.ts'
import styles from './synthesis.module.css'

const VERDICTS: readonly PartVerdict[] = ['validated', 'notValidated']

/** The rule's proposal for the whole part and its sentence; the juror confirms or decides otherwise, with a reason. */
export function PartVerdictChoice() {
  const { t } = useTranslation(['oral', 'domain'])
  const { subject, draft, recorded, record, writable } = useOralWork()
  const proposal = proposePart(subject.grid, draft.verdicts)
  const rule = usePartRuleSentence()(subject.grid.decisionRule.part)
  const sentence = usePartSentence(proposal)
  const given = draft.partVerdict
  const against = given !== null && proposal.verdict !== null && given.verdict !== proposal.verdict
  const needsReason = against || given?.verdict === 'notValidated'
  const give = (verdict: PartVerdict, reason: string) => record({ kind: 'partVerdict', verdict, reason })
  return (
    <section className={styles['card']} id={placeIds.part} tabIndex={-1} aria-labelledby="part-title">
      <h3 id="part-title">{t('oral:synthesis.part')}</h3>
      <p>{rule}</p>
      <p>
        <strong>
          {proposal.verdict === null
            ? t('oral:verdict.noProposal')
            : t('oral:verdict.proposal', { verdict: t(`domain:partVerdict.${proposal.verdict}`) })}
        </strong>{' '}
        {sentence}
      </p>
      <div className={styles['choices']}>
        {VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            size="md"
            mih={48}
            variant={verdict === (given?.verdict ?? proposal.verdict) ? 'filled' : 'default'}
            aria-pressed={given?.verdict === verdict}
            leftSection={verdict === 'validated' ? <IconCircleCheckFilled size={20} aria-hidden /> : <IconCircleX size={20} aria-hidden />}
            disabled={!writable}
            onClick={() => void give(verdict, given?.reason ?? '')}
          >
            {given === null && verdict === proposal.verdict
              ? t('oral:verdict.confirm', { verdict: t(`domain:partVerdict.${verdict}`) })
              : t(`domain:partVerdict.${verdict}`)}
          </Button>
        ))}
      </div>
      {given !== null && (needsReason || given.reason !== '') && (
        <ReasonField
          label={t('oral:verdict.reason')}
          recorded={recorded.partVerdict?.reason ?? ''}
          required={needsReason}
          why={against ? t('oral:verdict.whyAgainstRule') : t('oral:verdict.whyNotValidated')}
          disabled={!writable}
          onReason={(reason) => give(given.verdict, reason)}
        />
      )}
    </section>
  )
}
