import { useTranslation } from 'react-i18next'
import type { Grid, GridSetting } from '#domain/grid.ts'
import type { GridFact } from '#domain/grid-comparison.ts'
import styles from '../desk.module.css'
import { useFactWords } from './grid-words.ts'
import own from './grids.module.css'

/** A published grid, to read: its settings, marked where they are the certifier's choice, then what the jury observes. */
export function GridReading({ grid }: { grid: Grid }) {
  const { t } = useTranslation('grids')
  return (
    <>
      <section className={styles['section']} aria-labelledby="grid-settings">
        <h2 id="grid-settings">{t('page.settings')}</h2>
        <Settings grid={grid} />
      </section>
      <section className={styles['section']} aria-labelledby="grid-content">
        <h2 id="grid-content">{t('page.content')}</h2>
        {grid.sections.map((section) => (
          <details key={section.id} className={`${styles['card']} ${styles['tight']} ${styles['details']}`}>
            <summary>
              {section.id}. {section.title} <Marks eliminatory={section.eliminatory} weight={section.weight} />
            </summary>
            {section.criteria.map((criterion) => (
              <div key={criterion.id}>
                <h3>{criterion.title}</h3>
                <ul>
                  {criterion.indicators.map((indicator) => (
                    <li key={indicator.id}>
                      {indicator.label} <Marks essential={indicator.essential} weight={indicator.weight} />
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
        ))}
      </section>
    </>
  )
}

function Marks({ essential = false, eliminatory = false, weight }: { essential?: boolean; eliminatory?: boolean; weight: number }) {
  const { t } = useTranslation('grids')
  return (
    <>
      {essential && <span className={own['mark']}>{t('page.essential')}</span>}
      {eliminatory && <span className={own['mark']}>{t('page.eliminatory')}</span>}
      {weight !== 1 && <span className={own['mark']}>{t('page.weightOf', { weight })}</span>}
    </>
  )
}

function Settings({ grid }: { grid: Grid }) {
  const { t } = useTranslation('grids')
  const words = useFactWords()
  const facts: { fact: GridFact; setting: GridSetting }[] = [
    { fact: { field: 'durationMinutes', value: grid.durationMinutes }, setting: 'durationMinutes' },
    { fact: { field: 'phaseOrder', value: grid.phases.map(({ title, minutes }) => `${title}, ${minutes} min`) }, setting: 'phases' },
    { fact: { field: 'scale', value: grid.scale }, setting: 'scale' },
    { fact: { field: 'sectionRule', value: grid.decisionRule.section }, setting: 'decisionRule' },
    { fact: { field: 'partRule', value: grid.decisionRule.part }, setting: 'decisionRule' },
    { fact: { field: 'counted', value: grid.delivery.counted }, setting: 'delivery' },
    { fact: { field: 'maxPages', value: grid.support.maxPages }, setting: 'maxPages' },
    { fact: { field: 'submissionWeeksBefore', value: grid.support.submissionWeeksBefore }, setting: 'submissionWeeksBefore' },
  ]
  return (
    <dl className={styles['facts']}>
      {facts.map(({ fact, setting }) => (
        <div key={fact.field}>
          <dt>
            {t(`compare.field.${fact.field}`)}{' '}
            {grid.certifierSettings.includes(setting) && <span className={own['mark']}>{t('page.certifier')}</span>}
          </dt>
          <dd>{words(fact)}</dd>
        </div>
      ))}
    </dl>
  )
}
