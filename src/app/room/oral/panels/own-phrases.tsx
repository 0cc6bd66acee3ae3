import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './panels.module.css'
import { usePhraseLibrary } from './phrase-library.ts'

interface OwnPhrasesProps {
  disabled: boolean
  onPhrase: (phrase: string) => void
}

/** The juror's own phrases; nothing while there are none. Sorting them out is a mode, so that a slip of the thumb removes none. */
export function OwnPhrases({ disabled, onPhrase }: OwnPhrasesProps) {
  const { t } = useTranslation('oral')
  const { own } = usePhraseLibrary()
  const [sorting, setSorting] = useState(false)
  if (own.length === 0) return null
  return (
    <div className={styles['phraseGroup']}>
      <div className={styles['phraseHead']}>
        <span>{t('notes.ownPhrases')}</span>
        <Button variant="subtle" mih={48} aria-pressed={sorting} onClick={() => setSorting(!sorting)}>
          {sorting ? t('notes.editPhrasesDone') : t('notes.editPhrases')}
        </Button>
      </div>
      {sorting ? (
        <SortedPhrases />
      ) : (
        <fieldset className={styles['phrases']} aria-label={t('notes.ownPhrases')}>
          {own.map((phrase) => (
            <button
              key={phrase}
              type="button"
              className={`${styles['chip'] ?? ''} ${styles['own'] ?? ''}`}
              disabled={disabled}
              onClick={() => onPhrase(phrase)}
            >
              {phrase}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}

function SortedPhrases() {
  const { t } = useTranslation('oral')
  const { own, remove } = usePhraseLibrary()
  const [failed, setFailed] = useState(false)
  const act = (phrase: string) =>
    remove(phrase).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  return (
    <>
      <ul className={styles['ownPhrases']} aria-label={t('notes.ownPhrases')}>
        {own.map((phrase) => (
          <li key={phrase} className={styles['itemHead']}>
            <span>{phrase}</span>
            <ActionIcon variant="subtle" size={48} aria-label={t('notes.removePhrase', { phrase })} onClick={() => void act(phrase)}>
              <IconX size={20} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <p role="status">{failed && t('notes.removePhraseFailed')}</p>
    </>
  )
}
