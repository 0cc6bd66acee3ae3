import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { GridCriterion, GridSection } from '#domain/grid.ts'
import { Group, NumberField, TextField } from './fields.tsx'
import { freeId, type GridForm } from './grid-form.ts'
import own from './grids.module.css'
import { RowActs } from './row-acts.tsx'

type SectionPath = `sections.${number}`
type CriterionPath = `${SectionPath}.criteria.${number}`

/** What the jury observes: sections, their criteria and indicators, in the order they are read. */
export function SectionFields() {
  const { t } = useTranslation('grids')
  const { fields, move, remove } = useFieldArray<GridForm, 'sections', 'key'>({ name: 'sections', keyName: 'key' })
  return (
    <Group title={t('editor.content')} hint={t('editor.contentHint')} setting="sections">
      {fields.map(({ key, ...section }, place) => (
        <SectionRow
          key={key}
          section={section}
          path={`sections.${place}`}
          acts={
            <RowActs
              name={section.id}
              place={place}
              count={fields.length}
              onMove={move}
              onRemove={fields.length > 1 ? () => remove(place) : undefined}
            />
          }
        />
      ))}
    </Group>
  )
}

function SectionRow({ section, path, acts }: { section: GridSection; path: SectionPath; acts: ReactNode }) {
  const { t } = useTranslation('grids')
  const { register } = useFormContext<GridForm>()
  const { fields, move, remove } = useFieldArray<GridForm, `${SectionPath}.criteria`, 'key'>({ name: `${path}.criteria`, keyName: 'key' })
  const { id } = section
  const count = section.criteria.reduce((total, { indicators }) => total + indicators.length, 0)
  return (
    <div className={own['item']}>
      <div className={own['row']}>
        <TextField name={`${path}.title`} label={t('editor.sectionTitle', { id })} />
        <NumberField name={`${path}.weight`} label={t('editor.sectionWeight', { id })} />
        <Checkbox
          label={t('editor.eliminatory')}
          aria-label={t('editor.eliminatoryOf', { id })}
          mb={8}
          {...register(`${path}.eliminatory`)}
        />
        {acts}
      </div>
      <details className={own['fold']}>
        <summary>
          {id} : {t('editor.indicators', { count })}
        </summary>
        <div className={own['nested']}>
          {fields.map(({ key, ...criterion }, place) => (
            <CriterionRow
              key={key}
              criterion={criterion}
              path={`${path}.criteria.${place}`}
              acts={
                <RowActs
                  name={criterion.id}
                  place={place}
                  count={fields.length}
                  onMove={move}
                  onRemove={fields.length > 1 ? () => remove(place) : undefined}
                />
              }
            />
          ))}
        </div>
      </details>
    </div>
  )
}

function CriterionRow({ criterion, path, acts }: { criterion: GridCriterion; path: CriterionPath; acts: ReactNode }) {
  const { t } = useTranslation('grids')
  const { register, getValues } = useFormContext<GridForm>()
  const { fields, append, move, remove } = useFieldArray<GridForm, `${CriterionPath}.indicators`, 'key'>({
    name: `${path}.indicators`,
    keyName: 'key',
  })
  const add = () => {
    const taken = getValues('sections').flatMap(({ criteria }) => criteria.flatMap(({ indicators }) => indicators.map(({ id }) => id)))
    const id = freeId(`${criterion.id}.`, 'I', taken)
    append({ id, label: t('editor.newIndicator'), tags: [], details: [], essential: false, weight: 1 })
  }
  return (
    <div className={own['nested']}>
      <div className={own['row']}>
        <TextField name={`${path}.title`} label={t('editor.criterionTitle', { id: criterion.id })} />
        {acts}
      </div>
      {fields.map(({ key, id }, place) => (
        <div key={key} className={own['row']}>
          <TextField name={`${path}.indicators.${place}.label`} label={t('editor.indicatorLabel', { id })} />
          <NumberField
            name={`${path}.indicators.${place}.weight`}
            label={t('editor.indicatorWeight')}
            ariaLabel={t('editor.indicatorWeightOf', { id })}
          />
          <Checkbox
            label={t('editor.essential')}
            aria-label={t('editor.essentialOf', { id })}
            mb={8}
            {...register(`${path}.indicators.${place}.essential`)}
          />
          <RowActs
            name={id}
            place={place}
            count={fields.length}
            onMove={move}
            onRemove={fields.length > 1 ? () => remove(place) : undefined}
          />
        </div>
      ))}
      <div>
        <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t('editor.addIndicator')}
        </Button>
      </div>
    </div>
  )
}
