import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeliberatedOral } from '#contract/minutes.ts'
import type { DecisionFields } from './decision-form-state.ts'
import minutesStyles from './minutes.module.css'

interface RetakeFieldsProps {
  oral: DeliberatedOral
  fields: DecisionFields
  onChange: (changes: Partial<DecisionFields>) => void
}

/** What the candidate takes again: the whole part, or the sections that are not acquired. */
export function RetakeFields({ oral, fields, onChange }: RetakeFieldsProps) {
  const { t } = useTranslation('minutes')
  const failed = oral.sections.filter(({ id }) => fields.sections[id]?.verdict !== 'acquired')
  const choices = [
    { id: oral.part, label: t('deliberation.form.retakeWhole') },
    ...failed.map(({ id, title }) => ({ id, label: `${id} ${title}` })),
  ]
  const toggle = (id: string, isChosen: boolean) =>
    onChange({ retake: isChosen ? [...fields.retake, id] : fields.retake.filter((one) => one !== id) })
  return (
    <fieldset className={minutesStyles['fieldset']}>
      <legend>{t('deliberation.form.retake')}</legend>
      {choices.map(({ id, label }) => (
        <Checkbox
          key={id}
          label={label}
          checked={fields.retake.includes(id)}
          onChange={(event) => toggle(id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}
