import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { VerdictLevel } from '#domain/entry.ts'
import type { GridSection } from '#domain/grid.ts'
import { proposeSection } from '#domain/proposal.ts'
import { useOralWork } from '../oral-work.ts'
import { placeIds, usePlaces } from '../places.tsx'
import { ReasonField } from '../reason-field.tsx'
import { PointsField } from './points-field.tsx'
import { useSectionProposalSentence } from './proposal-sentence.ts'
import styles from './section-verdict.module.css'
import { VerdictIcon } from './verdict-icon.tsx'

const LEVELS: readonly VerdictLevel[] = ['acquired', 'inProgress', 'notAcquired']

/** The grid's proposal in one sentence, and the juror's verdict: confirmed with one touch, or another one with its reason. */
export function SectionVerdict({ section }: { section: GridSection }) {
  const { t } = useTranslation(['oral', 'domain'])
  const { subject, draft, recorded, record, writable } = useOralWork()
  const { go } = usePlaces()
  const { grid } = subject
  const proposal = proposeSection(grid, section, draft.marks)
  const sentence = useSectionProposalSentence(section, proposal)
  const given = draft.verdicts[section.id] ?? null
  const differs = given !== null && given.verdict !== proposal.verdict
  const needsReason = differs || given?.verdict === 'notAcquired'

  const give = (verdict: VerdictLevel, changes: { reason?: string; points?: number } = {}) => {
    const points = changes.points ?? given?.points ?? undefined
    return record({
      kind: 'verdict',
      sectionId: section.id,
      verdict,
      reason: changes.reason ?? given?.reason ?? '',
      ...(points === undefined ? {} : { points }),
    })
  }
  const choose = (verdict: VerdictLevel) => {
    void give(verdict)
    const done = verdict === proposal.verdict && verdict !== 'notAcquired' && grid.scale.kind === 'levels'
    if (!done) return
    const index = grid.sections.indexOf(section)
    const after = [...grid.sections.slice(index + 1), ...grid.sections.slice(0, index)]
    const next = after.find((candidate) => draft.verdicts[candidate.id] === undefined)
    if (next) go({ kind: 'section', sectionId: next.id }, placeIds.section(next.id))
    else go({ kind: 'synthesis' }, placeIds.synthesis)
  }

  return (
    <section className={styles['bar']} aria-label={t('oral:verdict.title')} id={placeIds.verdict(section.id)} tabIndex={-1}>
      <div className={styles['proposal']}>
        <strong>
          {proposal.verdict === null
            ? t('oral:verdict.noProposal')
            : t('oral:verdict.proposal', { verdict: t(`domain:verdict.${proposal.verdict}`) })}
        </strong>
        <span>{sentence}</span>
      </div>
      <div className={styles['choices']}>
        {LEVELS.map((verdict) => (
          <Button
            key={verdict}
            size="md"
            mih={48}
            variant={verdict === (given?.verdict ?? proposal.verdict) ? 'filled' : 'default'}
            leftSection={<VerdictIcon verdict={verdict} />}
            aria-pressed={given?.verdict === verdict}
            data-verdict-main={verdict === (given?.verdict ?? proposal.verdict ?? LEVELS[0]) || undefined}
            data-verdict-proposed={(given === null && verdict === proposal.verdict) || undefined}
            disabled={!writable}
            onClick={() => choose(verdict)}
          >
            {given === null && verdict === proposal.verdict
              ? t('oral:verdict.confirm', { verdict: t(`domain:verdict.${verdict}`) })
              : t(`domain:verdict.${verdict}`)}
          </Button>
        ))}
      </div>
      {given !== null && grid.scale.kind === 'points' && (
        <PointsField
          scale={grid.scale}
          points={given.points}
          disabled={!writable}
          onPoints={(points) => void give(given.verdict, { points })}
        />
      )}
      {given !== null && (needsReason || given.reason !== '') && (
        <ReasonField
          key={section.id}
          label={t('oral:verdict.reason')}
          recorded={recorded.verdicts[section.id]?.reason ?? ''}
          required={needsReason}
          why={t(`oral:verdict.${proposal.verdict === null ? 'whyNoProposal' : differs ? 'whyOther' : 'whyNotAcquired'}`)}
          disabled={!writable}
          onReason={(reason) => give(given.verdict, { reason })}
        />
      )}
    </section>
  )
}
