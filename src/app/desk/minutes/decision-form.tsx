// Only this form has radios: their styles load with it.
import '@mantine/core/styles/Radio.css'
import { Button, NativeSelect, Radio, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliberatedOral } from '#contract/minutes.ts'
import { type PartVerdict, presenceSchema, verdictLevelSchema } from '#domain/entry.ts'
import type { Juror } from '#domain/exam-session.ts'
import { Notice } from '../../shared/notice.tsx'
import { callRoute, type Failure } from '../api.ts'
import type { PartComparison } from '../candidate-view.ts'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'
import { type DecisionFields, decisionRequest, startingFields, tookPlace } from './decision-form-state.ts'
import { IssueNotice } from './issue-notice.tsx'
import minutesStyles from './minutes.module.css'
import { RetakeFields } from './retake-fields.tsx'
import { VoteFields } from './vote-fields.tsx'

interface DecisionFormProps {
  oral: DeliberatedOral
  part: PartComparison
  jurors: readonly Juror[]
  /** Session, panel and day, as the route takes them. */
  place: { sessionId: string; panelId: string; day: string }
  onSaved: () => void
}

/** The panel's decision on one oral. The rule proposes beside each choice; what the sheets differ on has to be chosen. */
export function DecisionForm({ oral, part, jurors, place, onSaved }: DecisionFormProps) {
  const { t } = useTranslation(['minutes', 'domain'])
  const [fields, setFields] = useState(() => startingFields(oral, part))
  const [failure, setFailure] = useState<Failure | 'verdictMissing' | null>(null)
  const [sending, setSending] = useState(false)
  const change = (changes: Partial<DecisionFields>) => setFields((before) => ({ ...before, ...changes }))

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const body = decisionRequest(oral, fields)
    if (body === null) return setFailure('verdictMissing')
    setSending(true)
    const answer = await callRoute('recordDecision', { params: place, body })
    setSending(false)
    if (answer.outcome === 'ok') onSaved()
    else setFailure(answer)
  }

  return (
    <form
      className={minutesStyles['form']}
      aria-label={t('deliberation.form.legend', { part: part.row.partTitle, candidate: personName(part.row.candidate) })}
      onSubmit={(event) => void save(event)}
    >
      <NativeSelect
        label={t('deliberation.form.presence')}
        className={minutesStyles['short']}
        value={fields.presence}
        onChange={(event) => change({ presence: presenceSchema.parse(event.currentTarget.value) })}
        data={presenceSchema.options.map((value) => ({ value, label: t(`domain:presence.${value}`) }))}
      />
      {tookPlace(fields) && <SectionFields oral={oral} part={part} fields={fields} onChange={change} />}
      <Radio.Group
        label={t('deliberation.form.verdict')}
        value={fields.verdict ?? ''}
        onChange={(value) => change({ verdict: value as PartVerdict })}
        required
      >
        <div className={styles['tools']}>
          <Radio value="validated" label={t('domain:partVerdict.validated')} />
          <Radio value="notValidated" label={t('domain:partVerdict.notValidated')} />
        </div>
      </Radio.Group>
      <Textarea
        label={t('deliberation.form.reason')}
        description={t('deliberation.form.reasonHint')}
        autosize
        minRows={2}
        value={fields.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      {fields.verdict === 'notValidated' && <RetakeFields oral={oral} fields={fields} onChange={change} />}
      <VoteFields jurors={jurors} fields={fields} onChange={change} />
      {failure === 'verdictMissing' && <Notice tone="danger" role="alert" title={t('deliberation.form.verdictMissing')} />}
      {failure !== null && failure !== 'verdictMissing' && <IssueNotice failure={failure} />}
      <div className={styles['tools']}>
        <Button type="submit" loading={sending}>
          {t('deliberation.form.save')}
        </Button>
      </div>
    </form>
  )
}

interface FieldsProps {
  oral: DeliberatedOral
  part: PartComparison
  fields: DecisionFields
  onChange: (changes: Partial<DecisionFields>) => void
}

/** One verdict a section, those the sheets differ on first. */
function SectionFields({ oral, part, fields, onChange }: FieldsProps) {
  const { t } = useTranslation(['minutes', 'domain'])
  const divergent = new Set(part.sections.filter(({ agreement }) => agreement === 'divergent').map(({ id }) => id))
  const ordered = [...oral.sections].sort((a, b) => Number(divergent.has(b.id)) - Number(divergent.has(a.id)))
  return (
    <fieldset className={minutesStyles['fieldset']}>
      <legend>{t('deliberation.form.sections')}</legend>
      {ordered.map(({ id, title, proposal }) => {
        const given = fields.sections[id] ?? { verdict: null, reason: '' }
        const set = (changes: Partial<typeof given>) => onChange({ sections: { ...fields.sections, [id]: { ...given, ...changes } } })
        return (
          <div key={id} className={minutesStyles['decided']} data-divergent={divergent.has(id)}>
            <NativeSelect
              label={`${id} ${title}`}
              description={
                proposal
                  ? t('deliberation.sectionProposal', { value: t(`domain:verdict.${proposal}`) })
                  : t('deliberation.sectionNoProposal')
              }
              value={given.verdict ?? ''}
              onChange={(event) => set({ verdict: verdictLevelSchema.safeParse(event.currentTarget.value).data ?? null })}
              data={[
                { value: '', label: t('deliberation.undecided') },
                ...verdictLevelSchema.options.map((value) => ({ value, label: t(`domain:verdict.${value}`) })),
              ]}
            />
            {given.verdict !== null && (given.verdict !== 'acquired' || given.reason !== '' || divergent.has(id)) && (
              <Textarea
                label={t('deliberation.form.sectionReason')}
                autosize
                minRows={1}
                value={given.reason}
                onChange={(event) => set({ reason: event.currentTarget.value })}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
