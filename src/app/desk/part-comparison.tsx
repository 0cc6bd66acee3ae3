import { Button } from '@mantine/core'
import { IconArrowsSplit2, IconCheck, IconClock, type TablerIcon } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedSheet } from '#contract/desk.ts'
import { formatLongDate, formatTime } from '../shared/formatters.ts'
import { StateBadge } from '../shared/state-badge.tsx'
import type { Agreement, PartComparison, SectionCell, SectionComparison } from './candidate-view.ts'
import styles from './desk.module.css'
import { personName } from './person-name.ts'
import { SheetCellView } from './sheet-cell.tsx'
import tableStyles from './table.module.css'

const ICONS: Record<Agreement, TablerIcon> = { agreed: IconCheck, divergent: IconArrowsSplit2, waiting: IconClock }

/** One oral: sections × jurors. Divergences stand out; agreements can be folded away. */
export function PartComparisonView({ part }: { part: PartComparison }) {
  const { t } = useTranslation('desk')
  const { row } = part
  const when = `${formatLongDate(row.oral.startsAt.slice(0, 10))}, ${formatTime(row.oral.startsAt)}`
  const headingId = `part-${row.oral.id}`
  return (
    <section className={styles['section']} aria-labelledby={headingId}>
      <h2 id={headingId}>{row.partTitle}</h2>
      <p className={`${styles['plain']} ${styles['soft']}`}>
        {t('candidate.panelAt', { date: when, panel: part.panelName, room: row.oral.room })}
      </p>
      <PartComparisonBody part={part} />
    </section>
  )
}

/** The comparison alone, for a page that names the oral itself. */
export function PartComparisonBody({ part }: { part: PartComparison }) {
  const { t } = useTranslation('desk')
  const { sections, divergent, sheets } = part
  const agreed = sections.filter(({ agreement }) => agreement === 'agreed').length
  const [folded, setFolded] = useState(true)
  const shown = folded && divergent > 0 ? sections.filter(({ agreement }) => agreement !== 'agreed') : sections
  if (sheets.length === 0) return <p className={styles['plain']}>{t('candidate.waitingAll')}</p>
  return (
    <>
      <div className={styles['tools']}>
        <Summary divergent={divergent} comparable={sheets.length > 1} />
        {divergent > 0 && agreed > 0 && (
          <Button variant="subtle" size="sm" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
            {folded ? t('candidate.agreements', { count: agreed }) : t('candidate.agreementsHide')}
          </Button>
        )}
      </div>
      <ComparisonTable part={part} sections={shown} />
      <p className={`${styles['plain']} ${styles['soft']}`}>{t('candidate.proposalHint')}</p>
    </>
  )
}

function Summary({ divergent, comparable }: { divergent: number; comparable: boolean }) {
  const { t } = useTranslation('desk')
  if (!comparable) return <StateBadge meaning="neutral">{t('candidate.waiting')}</StateBadge>
  return divergent > 0 ? (
    <StateBadge meaning="accent" icon={IconArrowsSplit2}>
      {t('candidate.divergences', { count: divergent })}
    </StateBadge>
  ) : (
    <StateBadge meaning="neutral" icon={IconCheck}>
      {t('candidate.noDivergence')}
    </StateBadge>
  )
}

function ComparisonTable({ part, sections }: { part: PartComparison; sections: readonly SectionComparison[] }) {
  const { t } = useTranslation(['desk', 'domain'])
  const jurors = part.row.cells.map((cell) => ({ id: cell.juror.id, name: personName(cell.juror), sheet: cell.sheet, cell }))
  return (
    <table className={tableStyles['table']} aria-label={t('candidate.tableLabel', { part: part.row.partTitle })}>
      <thead>
        <tr>
          <th scope="col">{t('candidate.section')}</th>
          {jurors.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">{t('candidate.state')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('candidate.sheet')}</th>
          {jurors.map(({ id, name, cell }) => (
            <td key={id} data-label={name}>
              <SheetCellView cell={cell} row={part.row} />
            </td>
          ))}
          <td />
        </tr>
        {part.presenceAgreement === 'divergent' && (
          <ComparisonRow title={t('candidate.presence')} agreement={part.presenceAgreement}>
            {jurors.map(({ id, name, sheet }) => (
              <td key={id} data-label={name}>
                {sheet ? t(`domain:presence.${sheet.presence}`) : '–'}
              </td>
            ))}
          </ComparisonRow>
        )}
        <ComparisonRow title={t('candidate.part')} agreement={part.partAgreement}>
          {jurors.map(({ id, name, sheet }) => (
            <td key={id} data-label={name}>
              {sheet ? <PartWords sheet={sheet} /> : '–'}
            </td>
          ))}
        </ComparisonRow>
        {sections.map((section) => (
          <ComparisonRow key={section.id} title={`${section.id} ${section.title}`} agreement={section.agreement}>
            {jurors.map(({ id, name }) => (
              <td key={id} data-label={name}>
                <SectionWords cell={section.cells.find(({ jurorId }) => jurorId === id)} />
              </td>
            ))}
          </ComparisonRow>
        ))}
      </tbody>
    </table>
  )
}

function ComparisonRow({ title, agreement, children }: { title: string; agreement: Agreement; children: ReactNode }) {
  const { t } = useTranslation('desk')
  const Icon = ICONS[agreement]
  return (
    <tr data-divergent={agreement === 'divergent'}>
      <th scope="row">{title}</th>
      {children}
      <td data-label={t('candidate.state')}>
        <span className={styles['mark']} data-value={agreement === 'divergent' ? agreement : 'unmarked'}>
          <Icon size={18} aria-hidden />
          {t(`candidate.agreement.${agreement}`)}
        </span>
      </td>
    </tr>
  )
}

function PartWords({ sheet }: { sheet: ReceivedSheet }) {
  const { t } = useTranslation('domain')
  const { partProposal, partVerdict, presence } = sheet
  if (presence !== 'present' && partVerdict === null) return <>{t(`presence.${presence}`)}</>
  const departs = partProposal !== null && partProposal !== partVerdict
  return (
    <VerdictWords verdict={partVerdict && t(`partVerdict.${partVerdict}`)} proposal={departs ? t(`partVerdict.${partProposal}`) : null} />
  )
}

function SectionWords({ cell }: { cell: SectionCell | undefined }) {
  const { t } = useTranslation('domain')
  if (!cell) return <>–</>
  const { overridden, proposal, verdict } = cell
  return <VerdictWords verdict={verdict && t(`verdict.${verdict}`)} proposal={overridden && proposal ? t(`verdict.${proposal}`) : null} />
}

/** A verdict, and the proposal it departs from. */
function VerdictWords({ verdict, proposal }: { verdict: string | null; proposal: string | null }) {
  const { t } = useTranslation('desk')
  return (
    <div className={styles['cell']}>
      {verdict ? <span>{verdict}</span> : <span className={styles['soft']}>{t('candidate.noVerdict')}</span>}
      {proposal ? <span className={styles['soft']}>{t('candidate.overridden', { proposal })}</span> : null}
    </div>
  )
}
