import { Button } from '@mantine/core'
import { IconArrowsSplit2, IconCheck, IconClock, type TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatLongDate, formatTime } from '../shared/formatters.ts'
import { StateBadge } from '../shared/state-badge.tsx'
import type { Agreement, PartComparison, SectionCell, SectionComparison } from './candidate-view.ts'
import { personName } from './concern-list.tsx'
import styles from './desk.module.css'
import tableStyles from './table.module.css'

const ICONS: Record<Agreement, TablerIcon> = { agreed: IconCheck, divergent: IconArrowsSplit2, waiting: IconClock }

/** One oral: sections × jurors. Divergences stand out; agreements can be folded away. */
export function PartComparisonView({ part }: { part: PartComparison }) {
  const { t } = useTranslation('desk')
  const { row, sections, divergent, sheets } = part
  const agreed = sections.filter(({ agreement }) => agreement === 'agreed').length
  const [folded, setFolded] = useState(true)
  const shown = folded && divergent > 0 ? sections.filter(({ agreement }) => agreement !== 'agreed') : sections
  const when = `${formatLongDate(row.oral.startsAt.slice(0, 10))}, ${formatTime(row.oral.startsAt)}`
  const headingId = `part-${row.oral.id}`
  return (
    <section className={styles['section']} aria-labelledby={headingId}>
      <h2 id={headingId}>{row.partTitle}</h2>
      <p className={`${styles['plain']} ${styles['soft']}`}>
        {t('candidate.panelAt', { date: when, panel: part.panelName, room: row.oral.room })}
      </p>
      {sheets.length === 0 ? (
        <p className={styles['plain']}>{t('candidate.waitingAll')}</p>
      ) : (
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
        </>
      )}
    </section>
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
  const cells = part.row.cells.flatMap(({ juror, sheet }) => (sheet ? [{ juror, sheet, name: personName(juror) }] : []))
  return (
    <table className={tableStyles['table']} aria-label={t('candidate.tableLabel', { part: part.row.partTitle })}>
      <thead>
        <tr>
          <th scope="col">{t('candidate.section')}</th>
          {cells.map(({ juror, sheet, name }) => (
            <th key={juror.id} scope="col">
              <Link to={`/coordination/fiches/${sheet.hash}`}>
                {name}
                <span className="cdj-visually-hidden"> {t('candidate.openSheetOf', { name })}</span>
              </Link>
            </th>
          ))}
          <th scope="col">{t('candidate.state')}</th>
        </tr>
      </thead>
      <tbody>
        <ComparisonRow title={t('candidate.part')} agreement={part.partAgreement}>
          {cells.map(({ juror, sheet, name }) => (
            <td key={juror.id} data-label={name}>
              <VerdictWords
                verdict={sheet.partVerdict && t(`domain:partVerdict.${sheet.partVerdict}`)}
                proposal={
                  sheet.partProposal && sheet.partProposal !== sheet.partVerdict ? t(`domain:partVerdict.${sheet.partProposal}`) : null
                }
                presence={sheet.presence === 'present' ? null : t(`domain:presence.${sheet.presence}`)}
              />
            </td>
          ))}
        </ComparisonRow>
        {sections.map((section) => (
          <ComparisonRow key={section.id} title={`${section.id} ${section.title}`} agreement={section.agreement}>
            {section.cells.map((cell) => (
              <td key={cell.jurorId} data-label={cells.find(({ juror }) => juror.id === cell.jurorId)?.name}>
                <SectionWords cell={cell} />
              </td>
            ))}
          </ComparisonRow>
        ))}
      </tbody>
    </table>
  )
}

function ComparisonRow({ title, agreement, children }: { title: string; agreement: Agreement; children: React.ReactNode }) {
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

function SectionWords({ cell }: { cell: SectionCell }) {
  const { t } = useTranslation('domain')
  return (
    <VerdictWords
      verdict={cell.verdict && t(`verdict.${cell.verdict}`)}
      proposal={cell.overridden && cell.proposal ? t(`verdict.${cell.proposal}`) : null}
      presence={null}
    />
  )
}

/** A verdict, the proposal it departs from, and the presence when the oral did not take place as planned. */
function VerdictWords({ verdict, proposal, presence }: { verdict: string | null; proposal: string | null; presence: string | null }) {
  const { t } = useTranslation('desk')
  return (
    <div className={styles['cell']}>
      {presence ? <span>{presence}</span> : null}
      {verdict ? <span>{verdict}</span> : <span className={styles['soft']}>{t('candidate.noVerdict')}</span>}
      {proposal ? <span className={styles['soft']}>{t('candidate.overridden', { proposal })}</span> : null}
    </div>
  )
}
