import '#texts/office.ts'
import { useTranslation } from 'react-i18next'
import type { Minutes } from '#domain/minutes.ts'
import { usePartRuleSentence } from '../part-rule-sentence.ts'
import styles from './minutes-content.module.css'

/** The rules the panel applied, each under the hash of its grid, and the framework's. */
export function MinutesRules({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation('minutes')
  const partRule = usePartRuleSentence()
  return (
    <section>
      <h3>{t('document.rules')}</h3>
      <ul>
        {minutes.grids.map(({ grid, title, decisionRule: { section, part } }) => (
          <li key={grid.hash}>
            <strong>
              {title} ({t('document.version', grid)})
            </strong>
            . {t('rule.section', { acquired: section.acquiredFromPercent, inProgress: section.inProgressFromPercent })} {partRule(part)}{' '}
            <span className={styles['hash']}>{t('document.fingerprint', { hash: grid.hash })}</span>
          </li>
        ))}
        <li>
          {t('document.framework')}.{' '}
          <span className={styles['hash']}>{t('document.fingerprint', { hash: minutes.certification.framework.hash })}</span>
        </li>
      </ul>
    </section>
  )
}
