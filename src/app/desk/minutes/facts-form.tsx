import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Candidate, Juror } from '#domain/exam-session.ts'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'
import type { FactFields } from './facts-state.ts'
import minutesStyles from './minutes.module.css'

interface FactsFormProps {
  fields: FactFields
  jurors: readonly Juror[]
  /** Those who passed that day. */
  candidates: readonly Candidate[]
  isCorrective: boolean
  onChange: (changes: Partial<FactFields>) => void
}

/** What only the panel can say of its day: hours, absences, recusals, remarks, ways of appeal. */
export function FactsForm({ fields, jurors, candidates, isCorrective, onChange }: FactsFormProps) {
  const { t } = useTranslation('minutes')
  return (
    <div className={minutesStyles['form']}>
      {isCorrective && (
        <Textarea
          label={t('freeze.amendsReason')}
          required
          autosize
          minRows={2}
          value={fields.amendsReason}
          onChange={(event) => onChange({ amendsReason: event.currentTarget.value })}
        />
      )}
      <div className={minutesStyles['hours']}>
        <TextInput
          type="datetime-local"
          label={t('freeze.startedAt')}
          required
          value={fields.startedAt}
          onChange={(event) => onChange({ startedAt: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('freeze.endedAt')}
          required
          value={fields.endedAt}
          onChange={(event) => onChange({ endedAt: event.currentTarget.value })}
        />
      </div>
      <p className={`${styles['plain']} ${styles['soft']}`}>{t('freeze.hoursHint')}</p>
      <Absences fields={fields} jurors={jurors} onChange={onChange} />
      <Recusals fields={fields} jurors={jurors} candidates={candidates} onChange={onChange} />
      <div className={minutesStyles['hours']}>
        {(['women', 'men'] as const).map((name) => (
          <TextInput
            key={name}
            type="number"
            min={0}
            max={50}
            inputMode="numeric"
            label={t(`freeze.${name}`)}
            value={fields[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <p className={`${styles['plain']} ${styles['soft']}`}>{t('freeze.parityHint')}</p>
      <Textarea
        label={t('freeze.compositionNotes')}
        description={t('freeze.compositionHint')}
        autosize
        minRows={2}
        value={fields.compositionNotes}
        onChange={(event) => onChange({ compositionNotes: event.currentTarget.value })}
      />
      <Textarea
        label={t('freeze.appeal')}
        description={t('freeze.appealHint')}
        required
        autosize
        minRows={2}
        value={fields.appeal}
        onChange={(event) => onChange({ appeal: event.currentTarget.value })}
      />
    </div>
  )
}

function Absences({ fields, jurors, onChange }: Pick<FactsFormProps, 'fields' | 'jurors' | 'onChange'>) {
  const { t } = useTranslation('minutes')
  const toggle = (id: string, isAbsent: boolean) => {
    const { [id]: _before, ...others } = fields.absences
    onChange({ absences: isAbsent ? { ...others, [id]: '' } : others })
  }
  return (
    <fieldset className={minutesStyles['fieldset']}>
      <legend>{t('freeze.absences')}</legend>
      {jurors.map((juror) => {
        const reason = fields.absences[juror.id]
        const name = personName(juror)
        return (
          <div key={juror.id} className={minutesStyles['fieldset']}>
            <Checkbox
              label={t('freeze.absent', { name })}
              checked={reason !== undefined}
              onChange={(event) => toggle(juror.id, event.currentTarget.checked)}
            />
            {reason !== undefined && (
              <TextInput
                label={t('freeze.absenceReason', { name })}
                value={reason}
                onChange={(event) => onChange({ absences: { ...fields.absences, [juror.id]: event.currentTarget.value } })}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

function Recusals({ fields, jurors, candidates, onChange }: Omit<FactsFormProps, 'isCorrective'>) {
  const { t } = useTranslation('minutes')
  const set = (key: number, changes: Partial<FactFields['recusals'][number]>) =>
    onChange({ recusals: fields.recusals.map((one) => (one.key === key ? { ...one, ...changes } : one)) })
  const add = () => {
    const key = Math.max(-1, ...fields.recusals.map((one) => one.key)) + 1
    onChange({ recusals: [...fields.recusals, { key, jurorId: '', candidateId: '', candidateName: undefined, reason: '' }] })
  }
  const people = (list: readonly (Juror | Candidate)[]) => [
    { value: '', label: '–' },
    ...list.map((one) => ({ value: one.id, label: personName(one) })),
  ]
  // Whom another panel heard instead is not among this day's candidates.
  const elsewhere = fields.recusals.flatMap(({ candidateId, candidateName }) =>
    candidateName === undefined ? [] : [{ value: candidateId, label: candidateName }],
  )
  return (
    <fieldset className={minutesStyles['fieldset']}>
      <legend>{t('freeze.recusals')}</legend>
      <p className={`${styles['plain']} ${styles['soft']}`}>{t('freeze.recusalsHint')}</p>
      {fields.recusals.map(({ key, jurorId, candidateId, reason }) => (
        <div key={key} className={minutesStyles['recusal']}>
          <NativeSelect
            label={t('freeze.recusalJuror')}
            value={jurorId}
            data={people(jurors)}
            onChange={(event) => set(key, { jurorId: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('freeze.recusalCandidate')}
            value={candidateId}
            data={[...people(candidates), ...elsewhere]}
            onChange={(event) => {
              const { value } = event.currentTarget
              set(key, { candidateId: value, candidateName: elsewhere.find((one) => one.value === value)?.label })
            }}
          />
          <TextInput
            label={t('freeze.recusalReason')}
            value={reason}
            onChange={(event) => set(key, { reason: event.currentTarget.value })}
          />
          <Button variant="default" onClick={() => onChange({ recusals: fields.recusals.filter((one) => one.key !== key) })}>
            {t('freeze.removeRecusal')}
          </Button>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={add}>
          {t('freeze.addRecusal')}
        </Button>
      </div>
    </fieldset>
  )
}
