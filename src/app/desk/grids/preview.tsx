import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Observation, observationSchema, type VerdictLevel, verdictLevelSchema } from '#domain/entry.ts'
import { type Grid, sectionIndicators } from '#domain/grid.ts'
import type { PartProposal } from '#domain/proposal.ts'
import { formatList } from '../../shared/formatters.ts'
import styles from '../desk.module.css'
import { usePartRuleWords } from './grid-words.ts'
import own from './grids.module.css'
import { decideSample, NO_CHANGES, SAMPLES, type Sample, type SampleChanges, type SampleSection } from './sample-sheets.ts'

const VERDICTS = verdictLevelSchema.options
const OBSERVATIONS = observationSchema.options

/** What the grid being written decides on a sample sheet, and on any change of it. Null while something in the grid is wrong. */
export function Preview({ grid }: { grid: Grid | null }) {
  const { t } = useTranslation('grids')
  return (
    <section className={`${own['group']} ${own['preview']}`} aria-labelledby="grid-preview">
      <h2 id="grid-preview">{t('preview.title')}</h2>
      <p className={styles['plain']}>{grid === null ? t('preview.waiting') : t('preview.intro')}</p>
      {grid && <SampleSheet grid={grid} />}
    </section>
  )
}

function SampleSheet({ grid }: { grid: Grid }) {
  const { t } = useTranslation('grids')
  const [sample, setSample] = useState<Sample>('allObserved')
  const [changes, setChanges] = useState<SampleChanges>(NO_CHANGES)
  const { sections, part } = decideSample(grid, sample, changes)
  const choose = (value: string) => {
    const chosen = SAMPLES.find((name) => name === value)
    if (chosen === undefined) return
    setSample(chosen)
    setChanges(NO_CHANGES)
  }
  return (
    <>
      <NativeSelect
        label={t('preview.sample')}
        value={sample}
        onChange={(event) => choose(event.currentTarget.value)}
        data={SAMPLES.map((value) => ({ value, label: t(`preview.samples.${value}`) }))}
      />
      <Decision grid={grid} part={part} />
      {sections.map((row) => (
        <SectionSample key={row.section.id} grid={grid} row={row} onChange={(part) => setChanges((now) => merge(now, part))} />
      ))}
    </>
  )
}

function merge(now: SampleChanges, part: Partial<SampleChanges>): SampleChanges {
  return {
    marks: { ...now.marks, ...part.marks },
    verdicts: { ...now.verdicts, ...part.verdicts },
    points: { ...now.points, ...part.points },
  }
}

function Decision({ grid, part }: { grid: Grid; part: PartProposal }) {
  const { t } = useTranslation(['grids', 'domain'])
  const ruleWords = usePartRuleWords()
  return (
    <div className={own['decision']} role="status" aria-label={t('grids:preview.result')}>
      <span>{t('grids:preview.result')}</span>
      <strong>{part.verdict === null ? t('grids:preview.none') : t(`domain:partVerdict.${part.verdict}`)}</strong>
      <span>{t(`grids:preview.reason.${part.reason}`, { ids: formatList(part.eliminatoryFailed) })}</span>
      <span>{ruleWords(grid.decisionRule.part)}</span>
      {part.average !== null && grid.scale.kind === 'points' && (
        <span className="cdj-figures">
          {t('grids:preview.average', { average: part.average.toLocaleString('fr-FR', { maximumFractionDigits: 2 }), max: grid.scale.max })}
        </span>
      )}
    </div>
  )
}

interface SectionSampleProps {
  grid: Grid
  row: SampleSection
  onChange: (changes: Partial<SampleChanges>) => void
}

function SectionSample({ grid, row: { section, marks, proposal, verdict, points }, onChange }: SectionSampleProps) {
  const { t } = useTranslation(['grids', 'domain'])
  const { id } = section
  const [isOpen, setOpen] = useState(false)
  // A grid has a hundred indicators: their fields are made when asked for.
  const shownIndicators = isOpen ? sectionIndicators(section) : []
  return (
    <div className={own['item']}>
      <strong>
        {id}. {section.title}
      </strong>
      <span>
        {proposal.verdict === null
          ? t('grids:preview.noProposal')
          : t('grids:preview.proposed', { verdict: t(`domain:verdict.${proposal.verdict}`), percent: proposal.percent ?? '–' })}
      </span>
      {proposal.missingEssentials.length > 0 && (
        <span>{t('grids:preview.essentials', { ids: formatList(proposal.missingEssentials) })}</span>
      )}
      <div className={own['row']}>
        <NativeSelect
          aria-label={t('grids:preview.verdictOf', { id })}
          value={verdict ?? ''}
          onChange={(event) => onChange({ verdicts: { [id]: event.currentTarget.value as VerdictLevel } })}
          data={[
            ...(verdict === null ? [{ value: '', label: t('grids:preview.noProposal') }] : []),
            ...VERDICTS.map((value) => ({ value, label: t(`domain:verdict.${value}`) })),
          ]}
        />
        {grid.scale.kind === 'points' && (
          <TextInput
            className={own['narrow']}
            type="number"
            min={0}
            max={grid.scale.max}
            step={grid.scale.step}
            aria-label={t('grids:preview.pointsOf', { id })}
            value={points ?? ''}
            onChange={(event) => onChange({ points: { [id]: Number(event.currentTarget.value) } })}
          />
        )}
      </div>
      <details className={styles['details']} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('grids:preview.marks')}</summary>
        {shownIndicators.map((indicator) => (
          <NativeSelect
            key={indicator.id}
            label={indicator.label}
            value={marks[indicator.id]}
            onChange={(event) => onChange({ marks: { [indicator.id]: event.currentTarget.value as Observation } })}
            data={OBSERVATIONS.map((value) => ({ value, label: t(`domain:observation.${value}`) }))}
          />
        ))}
      </details>
    </div>
  )
}
