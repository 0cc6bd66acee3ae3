import { NativeSelect } from '@mantine/core'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Group, NumberField } from './fields.tsx'
import { type GridForm, PART_KINDS } from './grid-form.ts'
import own from './grids.module.css'

/** How verdicts are expressed. */
export function ScaleFields() {
  const { t } = useTranslation('grids')
  const { register } = useFormContext<GridForm>()
  const kind = useWatch<GridForm, 'scale.kind'>({ name: 'scale.kind' })
  return (
    <Group title={t('editor.scale')} setting="scale">
      <div className={own['row']}>
        <NativeSelect
          className={own['grow']}
          label={t('editor.scaleKind')}
          data={[
            { value: 'levels', label: t('scale.levels') },
            { value: 'points', label: t('scale.points') },
          ]}
          {...register('scale.kind')}
        />
        {kind === 'points' && (
          <>
            <NumberField name="scale.max" label={t('scale.max')} />
            <NumberField name="scale.step" label={t('scale.step')} />
          </>
        )}
      </div>
    </Group>
  )
}

/** From indicators to a section's proposal, and from sections to the part's. */
export function DecisionFields() {
  const { t } = useTranslation('grids')
  const { register } = useFormContext<GridForm>()
  const kind = useWatch<GridForm, 'decisionRule.part.kind'>({ name: 'decisionRule.part.kind' })
  return (
    <Group title={t('editor.decision')} hint={t('editor.decisionHint')} setting="decisionRule">
      <div className={own['row']}>
        <NumberField name="decisionRule.section.acquiredFromPercent" label={t('rule.acquiredFrom')} />
        <NumberField name="decisionRule.section.inProgressFromPercent" label={t('rule.inProgressFrom')} />
      </div>
      <div className={own['row']}>
        <NativeSelect
          className={own['grow']}
          label={t('rule.part')}
          data={PART_KINDS.map((value) => ({ value, label: t(`rule.kind.${value}`) }))}
          {...register('decisionRule.part.kind')}
        />
        {kind === 'atLeast' && <NumberField name="decisionRule.part.count" label={t('rule.count')} />}
        {kind === 'percent' && <NumberField name="decisionRule.part.percent" label={t('rule.percentOf')} />}
        {kind === 'average' && (
          <>
            <NumberField name="decisionRule.part.threshold" label={t('rule.threshold')} />
            <NumberField name="decisionRule.part.floor" label={t('rule.floor')} />
          </>
        )}
      </div>
    </Group>
  )
}
