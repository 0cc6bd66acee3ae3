import { useTranslation } from 'react-i18next'
import type { PreparedOral, PreparedPanel } from '#domain/preparation.ts'
import { panelConflicts } from '#domain/preparation-check.ts'
import styles from '../../desk.module.css'
import { useScheduleWords } from '../planning/clash-words.ts'
import { usePreparedSession } from '../use-prepared-session.ts'
import { RecusalForm } from './recusal-form.tsx'

/** Links that keep a panel from sitting, each with the act that solves it. */
export function ConflictsSection() {
  const { t } = useTranslation('prepare')
  const { now } = usePreparedSession()
  const { nameOf } = useScheduleWords()
  const conflicts = now.panels.flatMap((panel) => panelConflicts(now, panel).map((interest) => ({ panel, interest })))
  if (conflicts.length === 0) return null
  return (
    <section className={styles['card']} aria-labelledby="conflicts-title">
      <h3 id="conflicts-title">{t('links.conflicts')}</h3>
      <p className={styles['plain']}>{t('links.conflictsIntro')}</p>
      {conflicts.map(({ panel, interest }) => (
        <div key={`${panel.id}/${interest.jurorId}/${interest.candidateId}`} className={styles['section']}>
          <strong>
            {t('links.conflict', { juror: nameOf(interest.jurorId), candidate: nameOf(interest.candidateId), panel: panel.name })}
          </strong>
          {interest.note !== '' && <p className={`${styles['plain']} ${styles['soft']}`}>« {interest.note} »</p>}
          {now.orals.filter(isHeardBy(panel, interest.candidateId)).map((oral) => (
            <RecusalForm key={oral.id} oral={oral} panel={panel} jurorId={interest.jurorId} />
          ))}
        </div>
      ))}
    </section>
  )
}

function isHeardBy(panel: PreparedPanel, candidateId: string): (oral: PreparedOral) => boolean {
  return (oral) => oral.candidateId === candidateId && oral.place?.panelId === panel.id
}
