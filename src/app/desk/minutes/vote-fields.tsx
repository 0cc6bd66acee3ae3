import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Juror } from '#domain/exam-session.ts'
import { personName } from '../person-name.ts'
import { type Ballot, type DecisionFields, isTie } from './decision-form-state.ts'
import minutesStyles from './minutes.module.css'

const BALLOTS = ['inFavour', 'against', 'abstained'] as const satisfies readonly Ballot[]

interface VoteFieldsProps {
  jurors: readonly Juror[]
  fields: DecisionFields
  onChange: (changes: Partial<DecisionFields>) => void
}

/** How a split panel voted; the president's casting vote only on a tie. */
export function VoteFields({ jurors, fields: { ballots, castingVote }, onChange }: VoteFieldsProps) {
  const { t } = useTranslation('minutes')
  const cast = (jurorId: string, value: string) => {
    const { [jurorId]: _before, ...others } = ballots ?? {}
    const ballot = BALLOTS.find((one) => one === value)
    const next = ballot ? { ...others, [jurorId]: ballot } : others
    onChange({ ballots: next, castingVote: castingVote && isTie(next) })
  }
  return (
    <fieldset className={minutesStyles['fieldset']}>
      <Checkbox
        label={t('deliberation.form.voted')}
        checked={ballots !== null}
        onChange={(event) => onChange({ ballots: event.currentTarget.checked ? {} : null, castingVote: false })}
      />
      {ballots !== null && (
        <>
          <div className={minutesStyles['voters']}>
            {jurors.map((juror) => (
              <NativeSelect
                key={juror.id}
                label={t('deliberation.form.votePerson', { name: personName(juror) })}
                value={ballots[juror.id] ?? ''}
                onChange={(event) => cast(juror.id, event.currentTarget.value)}
                data={[
                  { value: '', label: t('deliberation.form.votes.none') },
                  ...BALLOTS.map((value) => ({ value, label: t(`deliberation.form.votes.${value}`) })),
                ]}
              />
            ))}
          </div>
          {isTie(ballots) && (
            <Checkbox
              label={t('deliberation.form.castingVote')}
              checked={castingVote}
              onChange={(event) => onChange({ castingVote: event.currentTarget.checked })}
            />
          )}
        </>
      )}
    </fieldset>
  )
}
