import { useTranslation } from 'react-i18next'
import { Fold } from '../fold.tsx'
import { useOralWork } from '../oral-work.ts'
import styles from './marking.module.css'

/** The role play's scenario as the candidate has it, at hand while it is played; nothing for an oral without one. */
export function Scenario() {
  const { t } = useTranslation('oral')
  const { scenario } = useOralWork().subject.oral
  if (scenario === null) return null
  return (
    <Fold title={t('welcome.scenario')}>
      <p className={styles['scenario']}>{scenario}</p>
    </Fold>
  )
}
