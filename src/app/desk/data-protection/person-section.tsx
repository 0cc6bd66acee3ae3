import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { useAnswer } from '../use-answer.ts'
import own from './data-protection.module.css'
import { PersonActs } from './person-acts.tsx'

/** Finds a candidate of a session, then offers their file and the record of what they ask. */
export function PersonSection({ onRecorded }: { onRecorded: () => void }) {
  const { t } = useTranslation('dataProtection')
  const sessions = useAnswer('sessions')
  const [sessionId, setSessionId] = useState('')
  return (
    <section className={styles['section']} aria-labelledby="requests-new">
      <h2 id="requests-new">{t('requests.newTitle')}</h2>
      <p className={styles['plain']}>{t('requests.newIntro')}</p>
      <Answered loaded={sessions}>
        {({ sessions: list }) => (
          <div className={styles['card']}>
            <div className={own['form']}>
              <NativeSelect
                label={t('requests.session')}
                value={sessionId}
                onChange={(event) => setSessionId(event.currentTarget.value)}
                data={[{ value: '', label: t('requests.chooseSession') }, ...list.map(({ id, title }) => ({ value: id, label: title }))]}
              />
            </div>
            {sessionId !== '' && <CandidateOf key={sessionId} sessionId={sessionId} onRecorded={onRecorded} />}
          </div>
        )}
      </Answered>
    </section>
  )
}

function CandidateOf({ sessionId, onRecorded }: { sessionId: string; onRecorded: () => void }) {
  const { t } = useTranslation('dataProtection')
  const board = useAnswer('board', { sessionId })
  const [candidateId, setCandidateId] = useState('')
  return (
    <Answered loaded={board}>
      {({ candidates }) => (
        <>
          <div className={own['form']}>
            <NativeSelect
              label={t('requests.candidate')}
              value={candidateId}
              onChange={(event) => setCandidateId(event.currentTarget.value)}
              data={[
                { value: '', label: t('requests.chooseCandidate') },
                ...[...candidates]
                  .sort((a, b) => a.lastName.localeCompare(b.lastName, 'fr'))
                  .map(({ id, number, lastName, firstName }) => ({ value: id, label: `${lastName} ${firstName} (${number})` })),
              ]}
            />
          </div>
          {candidateId !== '' && <PersonActs key={candidateId} sessionId={sessionId} candidateId={candidateId} onRecorded={onRecorded} />}
        </>
      )}
    </Answered>
  )
}
