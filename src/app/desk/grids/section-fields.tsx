import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useContext, useState } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Framework } from '#domain/framework.ts'
import { type GridCriterion, type GridIndicator, type GridSection, partKey } from '#domain/grid.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { Group, NumberField, TextField } from './fields.tsx'
import { freeId, type GridForm } from './grid-form.ts'
import own from './grids.module.css'
import { AnnounceContext, RowActs } from './row-acts.tsx'

type SectionPath = `sections.${number}`
type CriterionPath = `${SectionPath}.criteria.${number}`

/** What the jury observes: sections, their criteria and indicators, in the order they are read. */
export function SectionFields({ framework }: { framework: Framework }) {
  const { t } = useTranslation('grids')
  const { fields, append, move, remove } = useFieldArray<GridForm, 'sections', 'key'>({ name: 'sections', keyName: 'key' })
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
      <AddSection framework={framework} onAdd={append} />
    </Group>
  )
}

/** Adds what the framework has for this part and the grid lacks, or a competence of the certifier's own. */
function AddSection({ framework, onAdd }: { framework: Framework; onAdd: (section: GridSection) => void }) {
  const { t } = useTranslation('grids')
  const announce = useContext(AnnounceContext)
  const { getValues } = useFormContext<GridForm>()
  const sections = useWatch<GridForm, 'sections'>({ name: 'sections' })
  const [wanted, setWanted] = useState('')
  const { part, framework: ref } = getValues()
  const suggested = defaultGrids(framework, ref).find((grid) => partKey(grid.part) === partKey(part))?.sections ?? []
  const offered = suggested.filter(({ id }) => !sections.some((section) => section.id === id))
  const add = () => {
    const section = offered.find(({ id }) => id === wanted) ?? ownSection()
    onAdd(section)
    setWanted('')
    announce(t('editor.addedRow', { name: section.id }))
  }
  const ownSection = (): GridSection => {
    const id = freeId(
      `${partKey(part)}.`,
      'S',
      sections.map((section) => section.id),
    )
    const criterion = newCriterion(id, [], t('editor.newCriterion'), t('editor.newIndicator'))
    return { id, title: t('editor.newSection'), weight: 1, eliminatory: false, criteria: [criterion] }
  }
  return (
    <div className={own['row']}>
      <NativeSelect
        className={own['grow']}
        label={t('editor.sectionToAdd')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        data={[{ value: '', label: t('editor.ownSection') }, ...offered.map(({ id, title }) => ({ value: id, label: `${id} : ${title}` }))]}
      />
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
        {t('editor.addSection')}
      </Button>
    </div>
  )
}

function newCriterion(sectionId: string, taken: readonly string[], title: string, label: string): GridCriterion {
  const id = freeId(`${sectionId}.`, 'K', taken)
  return { id, title, indicators: [newIndicator(`${id}.I1`, label)] }
}

function newIndicator(id: string, label: string): GridIndicator {
  return { id, label, tags: [], details: [], essential: false, weight: 1 }
}

function SectionRow({ section, path, acts }: { section: GridSection; path: SectionPath; acts: ReactNode }) {
  const { t } = useTranslation('grids')
  const { register } = useFormContext<GridForm>()
  const { fields, append, move, remove } = useFieldArray<GridForm, `${SectionPath}.criteria`, 'key'>({
    name: `${path}.criteria`,
    keyName: 'key',
  })
  const { id } = section
  const addCriterion = () => {
    const taken = fields.map((criterion) => criterion.id)
    append(newCriterion(id, taken, t('editor.newCriterion'), t('editor.newIndicator')))
  }
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
          <div>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={16} aria-hidden />}
              aria-label={t('editor.addCriterionTo', { id })}
              onClick={addCriterion}
            >
              {t('editor.addCriterion')}
            </Button>
          </div>
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
    const prefix = `${criterion.id}.`
    const id = freeId(
      prefix,
      'I',
      taken.filter((one) => one.startsWith(prefix)),
    )
    append(newIndicator(id, t('editor.newIndicator')))
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
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-label={t('editor.addIndicatorTo', { id: criterion.id })}
          onClick={add}
        >
          {t('editor.addIndicator')}
        </Button>
      </div>
    </div>
  )
}
