import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Candidate, Juror } from '#domain/exam-session.ts'
import type { Minutes } from '#domain/minutes.ts'
import { minutes as minutesTexts } from '#texts/fr/minutes.ts'
import { MinutesContent } from '../../shared/minutes/minutes-content.tsx'
import { Notice } from '../../shared/notice.tsx'
import { type AnswerOf, callRoute, type Failure } from '../api.ts'
import styles from '../desk.module.css'
import { FactsForm } from './facts-form.tsx'
import { factsOf, startingFacts } from './facts-state.ts'
import { IssueNotice } from './issue-notice.tsx'
import minutesStyles from './minutes.module.css'
import { minutesPath } from './panel-days.ts'

type Draft = AnswerOf<'composeMinutes'>

interface FreezeSectionProps {
  place: { sessionId: string; panelId: string; day: string }
  /** The centre's clock that day, e.g. `+01:00`. */
  offset: string
  jurors: readonly Juror[]
  candidates: readonly Candidate[]
  /** The minutes to correct, or null for the first. */
  corrected: { hash: string; minutes: Minutes } | null
  /** What is known before anybody writes: ways of appeal as the certifier words them (empty while it has not), who stood aside. */
  known: { appeal: string; recusals: Minutes['recusals'] }
  /** The panel's orals and members as a person calls them, by id. */
  subjects: ReadonlyMap<string, string>
}

/** The panel's own words, then the minutes to read again, then freezing them. */
export function FreezeSection({ place, offset, jurors, candidates, corrected, known, subjects }: FreezeSectionProps) {
  const { t } = useTranslation('minutes')
  const navigate = useNavigate()
  const [fields, setFields] = useState(() => startingFacts(place.day, known, corrected?.minutes ?? null))
  const [draft, setDraft] = useState<Draft | null>(null)
  const [failure, setFailure] = useState<Failure | 'hours' | 'amends' | null>(null)
  const [sending, setSending] = useState(false)

  const ask = async (act: 'composeMinutes' | 'freezeMinutes') => {
    const body = factsOf(fields, offset, corrected?.hash ?? null)
    setFailure(typeof body === 'string' ? body : null)
    if (typeof body === 'string') return
    setSending(true)
    const answer = await callRoute(act, { params: place, body })
    setSending(false)
    if (answer.outcome !== 'ok') return setFailure(answer)
    if ('hash' in answer.value) return navigate(minutesPath(answer.value.hash))
    setDraft(answer.value)
  }

  return (
    <section className={styles['section']} aria-labelledby="freeze">
      <h2 id="freeze">{t('freeze.title')}</h2>
      <p className={styles['plain']}>{t('freeze.intro')}</p>
      <FactsForm
        fields={fields}
        jurors={jurors}
        candidates={candidates}
        isCorrective={corrected !== null}
        onChange={(changes) => {
          setFields((before) => ({ ...before, ...changes }))
          // What was read again is no longer what would be frozen.
          setDraft(null)
        }}
      />
      {failure === 'hours' && <Notice tone="danger" role="alert" title={t('freeze.hoursError')} />}
      {failure === 'amends' && <Notice tone="danger" role="alert" title={t('freeze.amendsReasonMissing')} />}
      {failure !== null && typeof failure === 'object' && <IssueNotice failure={failure} />}
      <div className={styles['tools']}>
        <Button variant={draft ? 'default' : 'filled'} loading={sending && !draft} onClick={() => void ask('composeMinutes')}>
          {t('freeze.preview')}
        </Button>
      </div>
      {draft && <DraftReading draft={draft} subjects={subjects} sending={sending} onFreeze={() => void ask('freezeMinutes')} />}
    </section>
  )
}

interface DraftReadingProps extends Pick<FreezeSectionProps, 'subjects'> {
  draft: Draft
  sending: boolean
  onFreeze: () => void
}

function DraftReading({ draft, subjects, sending, onFreeze }: DraftReadingProps) {
  const { t } = useTranslation('minutes')
  return (
    <section className={`${styles['card']} ${minutesStyles['preview']}`} aria-labelledby="freeze-preview">
      <h3 id="freeze-preview">{t('freeze.previewTitle')}</h3>
      {draft.issues.length > 0 && (
        <Notice tone="danger" role="status" title={t('freeze.issuesTitle', { count: draft.issues.length })}>
          <ul>
            {draft.issues.map(({ code, subjectId }) => (
              <li key={`${code} ${subjectId}`}>
                {isKnown(code) ? t(`issue.${code}`, { subject: subjects.get(subjectId ?? '') ?? '' }) : code}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <MinutesContent minutes={draft.minutes} />
      {draft.issues.length === 0 && (
        <>
          <p className={styles['plain']}>{t('freeze.freezeWarning')}</p>
          <div className={styles['tools']}>
            <Button loading={sending} onClick={onFreeze}>
              {t('freeze.freeze')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function isKnown(code: string): code is keyof typeof minutesTexts.issue {
  return Object.hasOwn(minutesTexts.issue, code)
}
