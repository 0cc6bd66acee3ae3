import { useTranslation } from 'react-i18next'
import styles from './skip-link.module.css'

/** The id every page's `main` carries. */
export const MAIN_ID = 'contenu'

/** First stop of the keyboard: jumps over the navigation to the page's `main`, which must be focusable (`tabIndex={-1}`). */
export function SkipLink() {
  const { t } = useTranslation('shared')
  return (
    <a
      href={`#${MAIN_ID}`}
      className={styles['skip']}
      onClick={(event) => {
        // The fragment must not enter the address: enrolment reads it.
        event.preventDefault()
        document.getElementById(MAIN_ID)?.focus()
      }}
    >
      {t('skipToContent')}
    </a>
  )
}
