import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { clockText } from '../shared/sheet/clock-text.ts'
import { InkPicture } from '../shared/sheet/ink-picture.tsx'
import { targetName } from '../shared/sheet/target-name.ts'
import styles from './desk.module.css'

/** What the juror wrote: the general appreciation, the notes (typed or by hand), the questions. */
export function SheetRemarks({ sheet, grid }: { sheet: ScoreSheet; grid: Grid }) {
  const { t } = useTranslation('desk')
  return (
    <>
      <section className={styles['card']} aria-labelledby="sheet-appreciation">
        <h2 id="sheet-appreciation">{t('sheet.appreciation.title')}</h2>
        <p className={`${styles['plain']} ${styles['words']}`}>{sheet.appreciation || t('sheet.appreciation.none')}</p>
      </section>
      <section className={styles['card']} aria-labelledby="sheet-notes">
        <h2 id="sheet-notes">{t('sheet.notes.title')}</h2>
        <p className={`${styles['plain']} ${styles['soft']}`}>{t('sheet.notes.private')}</p>
        {sheet.notes.length === 0 ? <p className={styles['plain']}>{t('sheet.notes.none')}</p> : <Notes sheet={sheet} grid={grid} />}
      </section>
      <section className={styles['card']} aria-labelledby="sheet-questions">
        <h2 id="sheet-questions">{t('sheet.questions.title')}</h2>
        {sheet.questions.length === 0 ? <p className={styles['plain']}>{t('sheet.questions.none')}</p> : <Questions sheet={sheet} />}
      </section>
    </>
  )
}

function Notes({ sheet, grid }: { sheet: ScoreSheet; grid: Grid }) {
  const { t } = useTranslation('desk')
  return (
    <ul className={styles['list']}>
      {sheet.notes.map((note) => {
        const about = [
          targetName(grid, note.targetId),
          ...(note.page === null ? [] : [t('sheet.sections.page', { page: note.page })]),
          ...(note.oralMs === null ? [] : [t('sheet.sections.at', { time: clockText(note.oralMs) })]),
        ]
        return (
          <li key={note.id}>
            <span className={styles['soft']}>{about.join(', ')}</span>
            {note.text && <p className={`${styles['plain']} ${styles['words']}`}>{note.text}</p>}
            {note.ink && <InkPicture ink={note.ink} label={t('sheet.notes.ink')} />}
          </li>
        )
      })}
    </ul>
  )
}

function Questions({ sheet }: { sheet: ScoreSheet }) {
  const { t } = useTranslation('desk')
  return (
    <ul className={styles['marks']}>
      {sheet.questions.map((question) => {
        const Icon = question.asked ? IconCheck : IconMinus
        return (
          <li key={question.id}>
            <span className={styles['mark']} data-value={question.asked ? 'asked' : 'unmarked'}>
              <Icon size={18} aria-hidden />
              {question.asked ? t('sheet.questions.asked') : t('sheet.questions.notAsked')}
            </span>
            <span className={styles['words']}>{question.text}</span>
          </li>
        )
      })}
    </ul>
  )
}
