import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral-work.ts'
import { OwnPhrases } from './own-phrases.tsx'
import styles from './panels.module.css'
import { suggestPhrases } from './phrase-suggestions.ts'

interface PhraseChipsProps {
  targetId: string | null
  disabled: boolean
  onPhrase: (phrase: string) => void
}

/** Ready phrases for what the note is about, the juror's own first: one touch writes the note. */
export function PhraseChips({ targetId, disabled, onPhrase }: PhraseChipsProps) {
  const { t } = useTranslation('oral')
  const { subject, draft } = useOralWork()
  return (
    <>
      <OwnPhrases disabled={disabled} onPhrase={onPhrase} />
      <fieldset className={styles['phrases']} aria-label={t('notes.suggestions')}>
        {suggestPhrases(subject.grid, targetId, draft.marks).map((phrase) => (
          <button key={phrase} type="button" className={styles['chip']} disabled={disabled} onClick={() => onPhrase(phrase)}>
            {phrase}
          </button>
        ))}
      </fieldset>
    </>
  )
}
