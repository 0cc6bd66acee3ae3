import { useTranslation } from 'react-i18next'
import type { SectionComparison } from '#domain/comparison.ts'
import type { DecisionDraft } from '#domain/decision-draft.ts'
import { type Grid, sectionIndicators } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { InkPicture } from '../../shared/sheet/ink-picture.tsx'
import styles from './deliberation.module.css'
import { JurorMarks } from './juror-marks.tsx'
import { JurorVerdicts } from './juror-verdicts.tsx'
import type { EditDecision } from './oral-deliberation-props.ts'
import { SectionDecision } from './section-decision.tsx'

interface DivergenceProps {
  comparison: SectionComparison
  grid: Grid
  sheets: readonly ScoreSheet[]
  draft: DecisionDraft
  nameOf: (jurorId: string) => string
  isFrozen: boolean
  onChange: EditDecision
}

/** One section as the jurors see it, side by side, and the panel's decision on it. */
export function Divergence({ comparison, grid, sheets, draft, nameOf, isFrozen, onChange }: DivergenceProps) {
  const { t } = useTranslation('deliberation')
  const { sectionId, contestedIndicators, verdicts } = comparison
  const section = grid.sections.find(({ id }) => id === sectionId)
  if (!section) return null
  const within = new Set([sectionId, ...section.criteria.map(({ id }) => id), ...sectionIndicators(section).map(({ id }) => id)])
  const notes = sheets.flatMap((sheet) =>
    sheet.notes.flatMap((note) => (note.targetId !== null && within.has(note.targetId) ? [{ ...note, name: sheet.juror.name }] : [])),
  )
  return (
    <article className={styles['panel']} aria-labelledby={`section-${sectionId}`}>
      <h3 id={`section-${sectionId}`}>
        {sectionId} · {section.title}
      </h3>
      <JurorVerdicts comparison={comparison} nameOf={nameOf} />
      {contestedIndicators.length > 0 && (
        <details className={styles['fold']}>
          <summary>{t('oral.contested', { count: contestedIndicators.length })}</summary>
          <Contested grid={grid} ids={contestedIndicators} sheets={sheets} />
        </details>
      )}
      {notes.length > 0 && (
        <details className={styles['fold']}>
          <summary>{t('oral.notes', { count: notes.length })}</summary>
          <ul className={styles['plain']}>
            {notes.map(({ id, name, text, ink }) => (
              <li key={`${name}/${id}`}>
                {t('oral.note', { name, text })}
                {ink && <InkPicture ink={ink} label={t('oral.inkNote', { name })} />}
              </li>
            ))}
          </ul>
        </details>
      )}
      <SectionDecision
        sectionId={sectionId}
        draft={draft}
        reasons={verdicts.flatMap(({ jurorId, reason }) => (reason.trim() === '' ? [] : [{ name: nameOf(jurorId), reason }]))}
        isFrozen={isFrozen}
        onChange={onChange}
      />
    </article>
  )
}

function Contested({ grid, ids, sheets }: { grid: Grid; ids: readonly string[]; sheets: readonly ScoreSheet[] }) {
  const indicators = grid.sections.flatMap(sectionIndicators).filter(({ id }) => ids.includes(id))
  return (
    <ul className={styles['plain']}>
      {indicators.map((indicator) => (
        <li key={indicator.id}>
          <p>{indicator.label}</p>
          <JurorMarks target={indicator.id} sheets={sheets} />
        </li>
      ))}
    </ul>
  )
}
