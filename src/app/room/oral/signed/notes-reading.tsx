import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { InkPicture } from '../../../shared/sheet/ink-picture.tsx'
import { targetName } from '../../../shared/sheet/target-name.ts'
import styles from './signed.module.css'

/** The notes and questions that entered the sheet; private notes never do. */
export function NotesReading({ grid, sheet }: { grid: Grid; sheet: ScoreSheet }) {
  const { t } = useTranslation('oral')
  return (
    <section className={styles['card']} aria-labelledby="signed-notes">
      <h3 id="signed-notes">{t('signed.notes')}</h3>
      {sheet.notes.length === 0 && <p>{t('signed.none')}</p>}
      <ul className={styles['marks']} hidden={sheet.notes.length === 0}>
        {sheet.notes.map((note) => (
          <li key={note.id}>
            <strong>{targetName(grid, note.targetId)}</strong> : {note.text}
            {note.ink !== null && <InkPicture ink={note.ink} label={t('notes.inkNote')} />}
          </li>
        ))}
      </ul>
      {sheet.questions.length > 0 && (
        <>
          <h3>{t('signed.questions')}</h3>
          <ul className={styles['marks']}>
            {sheet.questions.map((question) => (
              <li key={question.id}>
                {question.text} ({question.asked ? t('signed.asked') : t('signed.notAsked')})
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
