import '#texts/office.ts'
import { useTranslation } from 'react-i18next'
import { candidateName, type Minutes } from '#domain/minutes.ts'
import styles from './minutes-content.module.css'
import { memberName, usePartName } from './minutes-words.ts'

/** The whole hash of every sheet the panel had before it; folded away, since nobody reads them for their own sake. */
export function MinutesAnnex({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation('minutes')
  const partName = usePartName()
  const decided = minutes.decisions.filter(({ sheets }) => sheets.length > 0)
  if (decided.length === 0) return null
  return (
    <details>
      <summary>{t('document.annex')}</summary>
      <ul>
        {decided.flatMap(({ oralId, candidateId, part, sheets }) =>
          sheets.map(({ jurorId, hash }) => (
            <li key={`${oralId} ${jurorId}`}>
              {candidateName(minutes, candidateId)}, {partName(part)}, {memberName(minutes, jurorId)} :{' '}
              <span className={styles['hash']}>{hash}</span>
            </li>
          )),
        )}
      </ul>
    </details>
  )
}
