import { Button, Checkbox } from '@mantine/core'
import { IconCircleCheckFilled, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TableOral } from '#device/deliberation/table.ts'
import type { PartVerdict } from '#domain/entry.ts'
import { proposePart } from '#domain/proposal.ts'
import { usePartRuleSentence } from '../../shared/part-rule-sentence.ts'
import { ReasonField } from '../oral/reason-field.tsx'
import { usePartSentence } from '../oral/synthesis/part-sentence.ts'
import styles from './deliberation.module.css'
import type { EditDecision } from './oral-deliberation-props.ts'
import { VoteForm } from './vote-form.tsx'

const VERDICTS: readonly PartVerdict[] = ['validated', 'notValidated']

interface PartDecisionProps {
  table: TableOral
  isFrozen: boolean
  nameOf: (jurorId: string) => string
  onChange: EditDecision
}

/** The rule's proposal with its sentence, then the panel's own decision, its reason, what is taken again, and the vote. */
export function PartDecision({ table, isFrozen, nameOf, onChange }: PartDecisionProps) {
  const { t } = useTranslation(['deliberation', 'domain'])
  const { basis, draft } = table
  const { grid } = table.grid
  const rule = usePartRuleSentence()(grid.decisionRule.part)
  const decided = decidedVerdicts(table)
  const proposal = proposePart(grid, decided)
  const sentence = usePartSentence(proposal)
  const against = basis.proposal !== null && draft.verdict !== null && draft.verdict !== basis.proposal
  const needsReason = against || draft.verdict === 'notValidated'
  return (
    <section className={styles['panel']} aria-labelledby="part-decision">
      <h2 id="part-decision">{t('deliberation:part.title')}</h2>
      <p>{rule}</p>
      <p>
        <strong>
          {basis.proposal === null
            ? t('deliberation:part.noProposal')
            : t('deliberation:part.proposal', { verdict: t(`domain:partVerdict.${basis.proposal}`).toLowerCase() })}
        </strong>
      </p>
      {proposal.verdict !== null && (
        <p>{t('deliberation:part.withDecisions', { verdict: t(`domain:partVerdict.${proposal.verdict}`).toLowerCase(), sentence })}</p>
      )}
      <div className={styles['row']}>
        {VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            size="lg"
            variant={draft.verdict === verdict ? 'filled' : 'default'}
            aria-pressed={draft.verdict === verdict}
            leftSection={verdict === 'validated' ? <IconCircleCheckFilled size={22} aria-hidden /> : <IconCircleX size={22} aria-hidden />}
            disabled={isFrozen}
            onClick={() => void onChange((before) => ({ ...before, verdict }))}
          >
            {t(`domain:partVerdict.${verdict}`)}
          </Button>
        ))}
      </div>
      {draft.verdict !== null && (
        <ReasonField
          label={t('deliberation:part.reason')}
          recorded={draft.reason}
          required={needsReason}
          why={`${against ? t('deliberation:part.whyAgainst') : t('deliberation:part.whyRefused')}.`}
          disabled={isFrozen}
          onReason={(reason) => onChange((before) => ({ ...before, reason }))}
        />
      )}
      {draft.verdict === 'notValidated' && <Retake table={table} isFrozen={isFrozen} onChange={onChange} />}
      <VoteForm
        vote={draft.vote}
        jurorIds={table.jurorIds}
        nameOf={nameOf}
        disabled={isFrozen}
        onVote={(change) => onChange((before) => ({ ...before, vote: change(before.vote) }))}
      />
    </section>
  )
}

/** The panel's section decisions in the shape of the rule; points are the mean of the sheets'. */
function decidedVerdicts({ draft, sheets }: TableOral): Parameters<typeof proposePart>[1] {
  return Object.fromEntries(
    Object.entries(draft.sections).flatMap(([id, { verdict, reason }]) => {
      if (verdict === null) return []
      const points = sheets.flatMap(({ sheet }) => sheet.sections.find((section) => section.id === id)?.points ?? [])
      const mean = points.length === 0 ? null : points.reduce((sum, value) => sum + value, 0) / points.length
      return [[id, { verdict, points: mean, reason }]]
    }),
  )
}

function Retake({ table, isFrozen, onChange }: Omit<PartDecisionProps, 'nameOf'>) {
  const { t } = useTranslation('deliberation')
  const { draft, basis } = table
  const open = table.grid.grid.sections.filter(({ id }) => {
    const verdict = draft.sections[id]?.verdict
    return verdict === 'notAcquired' || verdict === 'inProgress'
  })
  const choices = [{ id: basis.part, label: t('part.retakeWhole') }, ...open.map(({ id, title }) => ({ id, label: `${id} · ${title}` }))]
  return (
    <Checkbox.Group
      label={t('part.retake')}
      description={t('part.retakeHint')}
      value={draft.retake}
      onChange={(retake) => void onChange((before) => ({ ...before, retake }))}
    >
      <div className={styles['checks']}>
        {choices.map(({ id, label }) => (
          <Checkbox key={id} size="md" value={id} label={label} disabled={isFrozen} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
