// Only this page of the room has radios: their styles load with it.
import '@mantine/core/styles/Radio.css'
import { NativeSelect, Radio, Textarea } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '#domain/exam-session.ts'
import { INTEREST_KINDS, type InterestLink } from '#domain/interests.ts'
import { formatLongDate, formatTime } from '../../shared/formatters.ts'
import { useNotebook } from '../notebook-context.tsx'
import panelStyles from '../panel.module.css'
import styles from './interests.module.css'

/** What is being answered of one candidate; `kind` null until it is chosen. */
export type Answer = { state: 'none' } | { state: 'link'; kind: InterestLink['kind'] | null; words: string }

interface CandidateLinkProps {
  candidate: Candidate
  answer: Answer | null
  isSigned: boolean
  onAnswer: (answer: Answer) => void
}

/** One candidate: when the juror hears them, and the juror's answer. */
export function CandidateLink({ candidate, answer, isSigned, onAnswer }: CandidateLinkProps) {
  const { t } = useTranslation('interests')
  const { session } = useNotebook().package
  const titleId = useId()
  const { firstName, lastName, number } = candidate
  const panels = new Map(session.panels.map((panel) => [panel.id, panel.name]))
  const orals = session.orals
    .filter(({ candidateId }) => candidateId === candidate.id)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const isKind = (value: string): value is InterestLink['kind'] => INTEREST_KINDS.some((kind) => kind === value)
  return (
    <section className={panelStyles['panel']} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('candidate', { firstName, lastName, number })}</h2>
      <p className={styles['quiet']}>
        {orals
          .map(({ startsAt, panelId }) =>
            t('oral', {
              date: formatLongDate(startsAt.slice(0, 10)),
              time: formatTime(startsAt),
              panel: panels.get(panelId) ?? panelId,
            }),
          )
          .join(' · ')}
      </p>
      <Radio.Group
        label={t('choice', { name: `${firstName} ${lastName}` })}
        value={answer?.state ?? ''}
        onChange={(state) => onAnswer(state === 'link' ? { state: 'link', kind: null, words: '' } : { state: 'none' })}
      >
        <div className={styles['choices']}>
          <Radio size="md" value="none" label={t('noLink')} />
          <Radio size="md" value="link" label={t('link')} />
        </div>
      </Radio.Group>
      {answer?.state === 'link' && (
        <div className={styles['link']}>
          <NativeSelect
            size="md"
            label={t('kindLabel')}
            value={answer.kind ?? ''}
            data={[{ value: '', label: '–' }, ...INTEREST_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]}
            onChange={(event) => {
              const { value } = event.currentTarget
              onAnswer({ ...answer, kind: isKind(value) ? value : null })
            }}
          />
          <Textarea
            size="md"
            autosize
            minRows={2}
            maxLength={1_000}
            label={t('words')}
            description={t('wordsHint')}
            value={answer.words}
            onChange={(event) => onAnswer({ ...answer, words: event.currentTarget.value })}
          />
          <p>{t('linkAdvice')}</p>
        </div>
      )}
      {isSigned && (
        <p className={styles['signed']}>
          <IconCircleCheck size={20} aria-hidden />
          {t('signed')}
        </p>
      )}
    </section>
  )
}
