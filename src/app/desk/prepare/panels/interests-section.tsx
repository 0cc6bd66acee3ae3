import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../../desk.module.css'
import { fullName, namer } from '../people-words.ts'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'

/** The links jurors declared with candidates. Planning keeps them apart; a panel that hears one all the same may not sit. */
export function InterestsSection() {
  const { t } = useTranslation('prepare')
  const { now, change } = usePreparedSession()
  const [jurorId, setJurorId] = useState('')
  const [candidateId, setCandidateId] = useState('')
  const [note, setNote] = useState('')
  const nameOf = namer(now)
  const isNew = !now.interests.some((known) => known.jurorId === jurorId && known.candidateId === candidateId)
  const declare = () => {
    change((before) => ({ ...before, interests: [...before.interests, { jurorId, candidateId, note: note.trim() }] }))
    setCandidateId('')
    setNote('')
  }
  return (
    <section className={styles['card']} aria-labelledby="interests-title">
      <h3 id="interests-title">{t('panels.interests')}</h3>
      <p className={styles['plain']}>{t('panels.interestsIntro')}</p>
      {now.interests.length === 0 && <p className={`${styles['plain']} ${styles['soft']}`}>{t('panels.noInterest')}</p>}
      <ul className={styles['list']}>
        {now.interests.map((interest) => {
          const names = { juror: nameOf(interest.jurorId), candidate: nameOf(interest.candidateId) }
          return (
            <li key={`${interest.jurorId}/${interest.candidateId}`} className={own['member']}>
              <span>
                {t('panels.interest', names)}
                {interest.note !== '' && <span className={styles['soft']}> ({interest.note})</span>}
              </span>
              {interest.declared === true ? (
                <span className={styles['soft']}>{t('links.declared')}</span>
              ) : (
                <Button
                  variant="subtle"
                  aria-label={t('panels.forget', names)}
                  onClick={() => change((before) => ({ ...before, interests: before.interests.filter((one) => one !== interest) }))}
                >
                  {t('panels.removeAct')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <div className={own['fields']}>
        <NativeSelect
          label={t('panels.juror')}
          value={jurorId}
          onChange={(event) => setJurorId(event.currentTarget.value)}
          data={[{ value: '', label: '–' }, ...now.jurors.map((juror) => ({ value: juror.id, label: fullName(juror) }))]}
        />
        <NativeSelect
          label={t('panels.candidate')}
          value={candidateId}
          onChange={(event) => setCandidateId(event.currentTarget.value)}
          data={[
            { value: '', label: '–' },
            ...now.candidates.map((candidate) => ({ value: candidate.id, label: `${fullName(candidate)} (${candidate.number})` })),
          ]}
        />
        <TextInput label={t('panels.note')} value={note} maxLength={300} onChange={(event) => setNote(event.currentTarget.value)} />
        <Button variant="default" disabled={jurorId === '' || candidateId === '' || !isNew} onClick={declare}>
          {t('panels.declare')}
        </Button>
      </div>
    </section>
  )
}
