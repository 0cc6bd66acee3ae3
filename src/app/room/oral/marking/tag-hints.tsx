import { useTranslation } from 'react-i18next'
import type { GridIndicator } from '#domain/grid.ts'
import { i18n } from '#texts/i18n.ts'
import styles from './marking.module.css'

/** What kind of indicator this is, in a word or two. Tags of the delivery are told by the delivery's own panel. */
export function TagHints({ indicator }: { indicator: GridIndicator }) {
  const { t } = useTranslation('oral')
  const hints = indicator.tags.filter((tag) => !tag.startsWith('oral')).map(tagWord)
  if (indicator.weight === 0) hints.push(t('marking.example'))
  if (indicator.essential) hints.push(t('marking.essential'))
  const words = [...new Set(hints)].filter((word) => !(indicator.weight === 0 && word === t('tags.exemple')))
  if (words.length === 0) return null
  return (
    <span className={styles['tags']}>
      {words.map((word) => (
        <span key={word} className={styles['tag']}>
          {word}
        </span>
      ))}
    </span>
  )
}

/** A tag of another framework than the bundled one shows as it is written there. */
function tagWord(tag: string): string {
  const words: Record<string, string> = i18n.getResource('fr', 'oral', 'tags')
  return words[tag] ?? tag
}
