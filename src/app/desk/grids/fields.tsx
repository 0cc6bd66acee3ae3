import { Checkbox, TextInput } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { Controller, type FieldPath, type FieldPathByValue, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { GridSetting } from '#domain/grid.ts'
import styles from '../desk.module.css'
import type { GridForm } from './grid-form.ts'
import own from './grids.module.css'

/** A titled group of the editor's fields; marked where the certifier chose what the text leaves open. */
export function Group({ title, hint, setting, children }: { title: string; hint?: string; setting?: GridSetting; children: ReactNode }) {
  const id = useId()
  return (
    <section className={own['group']} aria-labelledby={id}>
      <div className={own['row']}>
        <h2 id={id}>{title}</h2>
        {setting && <ChoiceMark setting={setting} />}
      </div>
      {hint && <p className={`${styles['plain']} ${styles['soft']}`}>{hint}</p>}
      {children}
    </section>
  )
}

function ChoiceMark({ setting }: { setting: GridSetting }) {
  const { t } = useTranslation('grids')
  const choices = useWatch<GridForm, 'certifierSettings'>({ name: 'certifierSettings' })
  return choices.includes(setting) ? <span className={own['mark']}>{t('page.certifier')}</span> : null
}

interface NumberFieldProps {
  name: FieldPathByValue<GridForm, number>
  label: string
  hint?: string
  /** The visible label is elsewhere. */
  ariaLabel?: string
}

/** A number, empty allowed while writing. */
export function NumberField({ name, label, hint, ariaLabel }: NumberFieldProps) {
  const { register } = useFormContext<GridForm>()
  return (
    <TextInput
      className={own['narrow']}
      type="number"
      step="any"
      min={0}
      label={label}
      description={hint}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      {...register(name, { valueAsNumber: true })}
    />
  )
}

export function TextField({ name, label }: { name: FieldPath<GridForm>; label: string }) {
  const { register } = useFormContext<GridForm>()
  return <TextInput className={own['grow']} label={label} {...register(name)} />
}

interface ChoicesFieldProps<Value extends string> {
  name: FieldPathByValue<GridForm, Value[]>
  label: string
  options: readonly { value: Value; label: string }[]
}

/** Several of a few. */
export function ChoicesField<Value extends string>({ name, label, options }: ChoicesFieldProps<Value>) {
  const { control } = useFormContext<GridForm>()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => {
        const chosen = field.value as Value[]
        const toggle = (value: Value) =>
          field.onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
        return (
          <fieldset aria-label={label} className={own['choices']}>
            {options.map(({ value, label: words }) => (
              <Checkbox key={value} label={words} checked={chosen.includes(value)} onChange={() => toggle(value)} />
            ))}
          </fieldset>
        )
      }}
    />
  )
}
