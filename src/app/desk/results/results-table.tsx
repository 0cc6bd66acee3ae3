import { Anchor } from '@mantine/core'
import { IconCheck, IconClock, IconSignature, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DeskResult, DeskResults } from '#contract/results.ts'
import { formatDate } from '../../shared/formatters.ts'
import { StateBadge } from '../../shared/state-badge.tsx'
import styles from '../desk.module.css'
import table from '../table.module.css'
import { usePartName } from './use-part-name.ts'

/** Candidates by parts, each state in words; on a telephone, a card a candidate. */
export function ResultsTable({ results: { session, parts, results } }: { results: DeskResults }) {
  const { t } = useTranslation('results')
  const partName = usePartName()
  return (
    <table className={table['table']} aria-label={t('page.tableTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.candidate')}</th>
          {parts.map(({ id }) => (
            <th key={id} scope="col">
              {partName(id)}
            </th>
          ))}
          <th scope="col">{t('columns.title')}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.candidate.id}>
            <th scope="row">
              <Anchor
                component={Link}
                to={`/coordination/sessions/${encodeURIComponent(session.id)}/candidats/${encodeURIComponent(result.candidate.id)}`}
              >
                {result.candidate.number} {result.candidate.firstName} {result.candidate.lastName}
              </Anchor>
            </th>
            {result.parts.map((part) => (
              <td key={part.part} data-label={partName(part.part)}>
                <PartState part={part} registered={result.candidate.blocks} />
              </td>
            ))}
            <td data-label={t('columns.title')}>
              <TitleState result={result} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PartState({ part, registered }: { part: DeskResult['parts'][number]; registered: readonly string[] }) {
  const { t } = useTranslation(['results', 'domain'])
  const { state, decision, decidedOn } = part
  if (state === 'acquiredBefore') {
    return (
      <StateBadge meaning="neutral" icon={IconCheck}>
        {t('results:state.acquiredBefore')}
      </StateBadge>
    )
  }
  if (state === 'undecided') {
    const awaited = part.part === 'finalInterview' || registered.includes(part.part)
    return <span className={styles['soft']}>{t(awaited ? 'results:state.undecided' : 'results:state.notRegistered')}</span>
  }
  const validated = decision?.verdict === 'validated'
  return (
    <div className={styles['cell']}>
      {state === 'decided' ? (
        <StateBadge meaning="neutral" icon={validated ? IconCheck : IconX}>
          {decision && t(`domain:partVerdict.${decision.verdict}`)}
        </StateBadge>
      ) : (
        <StateBadge meaning="device" icon={IconSignature}>
          {t('results:state.unsigned')}
        </StateBadge>
      )}
      {part.minutesHash && decidedOn && (
        <Anchor component={Link} to={`/coordination/proces-verbaux/${part.minutesHash}`}>
          {t('results:page.decidedOn', { day: formatDate(decidedOn) })}
        </Anchor>
      )}
    </div>
  )
}

function TitleState({ result: { title, retakes } }: { result: DeskResult }) {
  const { t } = useTranslation('results')
  const partName = usePartName()
  return (
    <div className={styles['cell']}>
      <StateBadge meaning="neutral" icon={title.outcome === 'pending' ? IconClock : title.outcome === 'awarded' ? IconCheck : IconX}>
        {t(`outcome.${title.outcome}`)}
      </StateBadge>
      {title.acquiredBlocks.length > 0 && (
        <span className={styles['soft']}>{t('page.acquired', { blocks: title.acquiredBlocks.join(', ') })}</span>
      )}
      {retakes.map(({ part, sections }) => (
        <span key={part}>
          {t('page.retake', {
            part: partName(part),
            sections: sections.map((id) => (id === part ? t('page.retakeWhole') : id)).join(', '),
          })}
        </span>
      ))}
    </div>
  )
}
