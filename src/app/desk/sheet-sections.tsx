import { useTranslation } from 'react-i18next'
import { type Grid, type GridSection, sectionIndicators } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { formatPoints } from '../shared/formatters.ts'
import styles from './desk.module.css'
import { MarkList } from './mark-list.tsx'

/** Section by section: the juror's verdict, the grid's proposal, the reason when they differ, and every mark. */
export function SheetSections({ sheet, grid }: { sheet: ScoreSheet; grid: Grid }) {
  const { t } = useTranslation('desk')
  return (
    <section className={styles['section']} aria-labelledby="sheet-sections">
      <h2 id="sheet-sections">{t('sheet.sections.title')}</h2>
      {grid.sections.map((section) => (
        <SectionCard key={section.id} sheet={sheet} section={section} />
      ))}
    </section>
  )
}

function SectionCard({ sheet, section }: { sheet: ScoreSheet; section: GridSection }) {
  const { t } = useTranslation(['desk', 'domain'])
  const given = sheet.sections.find(({ id }) => id === section.id)
  const indicators = sectionIndicators(section)
  const marked = indicators.filter(({ id }) => sheet.marks[id]).length
  return (
    <article className={`${styles['card']} ${styles['tight']}`} aria-labelledby={`section-${section.id}`}>
      <div className={styles['headline']}>
        <h3 id={`section-${section.id}`}>
          {section.id} {section.title}
        </h3>
        <span>
          <strong>{given?.verdict ? t(`domain:verdict.${given.verdict}`) : t('candidate.noVerdict')}</strong>
          {given?.points !== null && given?.points !== undefined && (
            <span>, {t('sheet.sections.points', { points: formatPoints(given.points) })}</span>
          )}
        </span>
      </div>
      <span className={styles['soft']}>
        <ProposalWords given={given} />
      </span>
      {given?.verdict && given.proposal && given.verdict !== given.proposal && (
        <p className={styles['plain']}>{t('sheet.sections.overridden')}</p>
      )}
      {given?.reason && <p className={styles['words']}>{t('sheet.sections.reason', { reason: given.reason })}</p>}
      <details className={styles['details']}>
        <summary>
          {t('sheet.sections.marks')} : {t('sheet.sections.marked', { marked, total: indicators.length })}
          <span className="cdj-visually-hidden"> ({section.title})</span>
        </summary>
        {section.criteria.map((criterion) => (
          <div key={criterion.id}>
            <p className={styles['soft']}>{criterion.title}</p>
            <MarkList sheet={sheet} items={criterion.indicators.map(({ id, label }) => ({ target: id, label }))} />
          </div>
        ))}
      </details>
    </article>
  )
}

function ProposalWords({ given }: { given: ScoreSheet['sections'][number] | undefined }) {
  const { t } = useTranslation(['desk', 'domain'])
  if (!given?.proposal) return <>{t('sheet.sections.noProposal')}</>
  const value = t(`domain:verdict.${given.proposal}`)
  return (
    <>
      {given.percent === null
        ? t('sheet.sections.proposal', { value })
        : t('sheet.sections.proposalPercent', { value, percent: given.percent })}
    </>
  )
}
