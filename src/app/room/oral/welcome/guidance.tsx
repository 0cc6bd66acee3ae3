import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral-work.ts'
import styles from './welcome.module.css'

/** The certifier's text about this part, and what it leaves open, marked as the certifier's choice and not the text's. */
export function Guidance() {
  const { t } = useTranslation(['oral', 'domain'])
  const { guidance, certifierSettings } = useOralWork().subject.grid
  return (
    <>
      {guidance.length > 0 && (
        <details className={styles['card']}>
          <summary>{t('oral:welcome.guidance')}</summary>
          <ul>
            {guidance.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {certifierSettings.length > 0 && (
        <details className={styles['card']}>
          <summary>{t('oral:settings.title')}</summary>
          <p>{t('domain:certifierChoice')}</p>
          <ul>
            {certifierSettings.map((setting) => (
              <li key={setting}>{t(`oral:settings.${setting}`)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
