import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import styles from '../desk.module.css'
import { ChoicesField, Group, NumberField, TextField } from './fields.tsx'
import { freeId, type GridForm } from './grid-form.ts'
import own from './grids.module.css'
import { RowActs } from './row-acts.tsx'

/** The oral's duration, how it is split, and when to warn. The sum is checked while writing. */
export function TimeFields() {
  const { t } = useTranslation('grids')
  const { register } = useFormContext<GridForm>()
  const { fields, append, move, remove } = useFieldArray<GridForm, 'phases', 'key'>({ name: 'phases', keyName: 'key' })
  const add = () => {
    const taken = fields.map(({ id }) => id)
    append({ id: freeId('temps', '-', taken), title: t('editor.newPhase'), minutes: Number.NaN, focus: [] })
  }
  return (
    <Group title={t('editor.time')} setting="phases">
      <div className={own['row']}>
        <NumberField name="durationMinutes" label={t('editor.duration')} />
        <TextInput
          className={own['grow']}
          label={t('editor.warnings')}
          description={t('editor.warningsHint')}
          {...register('warningMinutes')}
        />
      </div>
      <h3>{t('editor.phases')}</h3>
      {fields.map(({ key }, place) => (
        <div key={key} className={own['item']}>
          <div className={own['row']}>
            <TextField name={`phases.${place}.title`} label={t('editor.phaseTitle', { place: place + 1 })} />
            <NumberField name={`phases.${place}.minutes`} label={t('editor.phaseMinutes', { place: place + 1 })} />
            <RowActs
              name={t('editor.phase', { place: place + 1 })}
              place={place}
              count={fields.length}
              onMove={move}
              onRemove={fields.length > 1 ? () => remove(place) : undefined}
            />
          </div>
          <FocusField place={place} />
        </div>
      ))}
      <PhaseSum />
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
          {t('editor.addPhase')}
        </Button>
      </div>
    </Group>
  )
}

/** Sections that are gone stay offered while chosen, so that they can be unchecked. */
function FocusField({ place }: { place: number }) {
  const { t } = useTranslation('grids')
  const sections = useWatch<GridForm, 'sections'>({ name: 'sections' })
  const { getValues } = useFormContext<GridForm>()
  const chosen = getValues(`phases.${place}.focus`) ?? []
  const ids = [...new Set([...sections.map(({ id }) => id), ...chosen])]
  return (
    <details className={styles['details']}>
      <summary>{t('editor.phaseFocus')}</summary>
      <ChoicesField name={`phases.${place}.focus`} label={t('editor.phaseFocus')} options={ids.map((id) => ({ value: id, label: id }))} />
    </details>
  )
}

function PhaseSum() {
  const { t } = useTranslation('grids')
  const phases = useWatch<GridForm, 'phases'>({ name: 'phases' })
  const duration = useWatch<GridForm, 'durationMinutes'>({ name: 'durationMinutes' })
  const sum = phases.reduce((total, { minutes }) => total + (Number.isNaN(minutes) ? 0 : minutes), 0)
  return (
    <p className={`${styles['plain']} cdj-figures`} role="status">
      {t('editor.sum', { sum: Number(sum.toFixed(2)), duration: Number.isNaN(duration) ? '–' : duration })}{' '}
      {Math.abs(sum - duration) < 0.001 ? t('editor.sumRight') : t('editor.sumWrong')}
    </p>
  )
}
