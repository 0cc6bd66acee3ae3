import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
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
        <Fold title={t('oral:welcome.guidance')}>
          <Sentences sentences={guidance} />
        </Fold>
      )}
      {certifierSettings.length > 0 && (
        <Fold title={t('oral:settings.title')}>
          <p>{t('domain:certifierChoice')}</p>
          <Sentences sentences={certifierSettings.map((setting) => t(`oral:settings.${setting}`))} />
        </Fold>
      )}
    </>
  )
}

/** Long to read, and not needed at each oral: folded, with a sign that it opens. */
function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles['fold']}>
      <summary>
        <IconChevronRight size={22} aria-hidden className={styles['chevron'] ?? ''} />
        {title}
      </summary>
      <div className={styles['foldBody']}>{children}</div>
    </details>
  )
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
