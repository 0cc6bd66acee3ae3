import { useTranslation } from 'react-i18next'
import { gridIndicators, sectionIndicators } from '#domain/grid.ts'
import { i18n } from '#texts/i18n.ts'
import { useOralWork } from '../oral-work.ts'
import styles from './panels.module.css'

type PhraseGroup = 'general' | 'delivery' | 'rolePlay'

interface PhraseChipsProps {
  targetId: string | null
  disabled: boolean
  onPhrase: (phrase: string) => void
}

/** Ready phrases for what the note is about: one touch writes the note. */
export function PhraseChips({ targetId, disabled, onPhrase }: PhraseChipsProps) {
  const { t } = useTranslation('oral')
  const { grid } = useOralWork().subject
  const section = grid.sections.find((candidate) => candidate.id === targetId)
  const indicators = section ? sectionIndicators(section) : gridIndicators(grid).filter((indicator) => indicator.id === targetId)
  const tags = new Set(indicators.flatMap((indicator) => indicator.tags))
  const groups: PhraseGroup[] = ['general']
  if ([...tags].some((tag) => tag.startsWith('oral'))) groups.unshift('delivery')
  if (tags.has('jeu-de-role')) groups.unshift('rolePlay')
  return (
    <fieldset className={styles['phrases']} aria-label={t('notes.phrases')}>
      {groups.flatMap(phrasesOf).map((phrase) => (
        <button key={phrase} type="button" className={styles['chip']} disabled={disabled} onClick={() => onPhrase(phrase)}>
          {phrase}
        </button>
      ))}
    </fieldset>
  )
}

function phrasesOf(group: PhraseGroup): string[] {
  const phrases: Record<string, string> = i18n.getResource('fr', 'oral', `phrases.${group}`)
  return Object.values(phrases)
}
