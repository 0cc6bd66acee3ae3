import { Checkbox, Textarea } from '@mantine/core'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { canDeliveryCount, withDelivery } from '#domain/delivery-count.ts'
import type { Framework } from '#domain/framework.ts'
import styles from '../desk.module.css'
import { ChoicesField, Group, NumberField, TextField } from './fields.tsx'
import { type GridForm, SETTINGS } from './grid-form.ts'
import own from './grids.module.css'

/** The oral delivery's checklist: counted where the framework's indicators allow it, formative otherwise. */
export function DeliveryFields({ framework }: { framework: Framework }) {
  const { t } = useTranslation('grids')
  const { setValue } = useFormContext<GridForm>()
  const delivery = useWatch<GridForm, 'delivery'>({ name: 'delivery' })
  const sections = useWatch<GridForm, 'sections'>({ name: 'sections' })
  const canCount = canDeliveryCount({ delivery, sections }, framework)
  if (delivery.items.length === 0) {
    return (
      <Group title={t('editor.delivery')}>
        <p className={styles['plain']}>{t('editor.deliveryNone')}</p>
      </Group>
    )
  }
  return (
    <Group title={t('editor.delivery')} setting="delivery">
      <Checkbox
        label={t('editor.deliveryCounted')}
        description={canCount ? t('editor.deliveryFormative') : t('editor.deliveryImpossible')}
        checked={delivery.counted}
        disabled={!canCount && !delivery.counted}
        onChange={(event) => setValue('delivery', withDelivery(delivery, event.currentTarget.checked, framework))}
      />
      {delivery.items.map((item, place) => (
        <div key={item.id} className={own['row']}>
          <TextField name={`delivery.items.${place}.title`} label={t('editor.deliveryItem', { id: item.id })} />
        </div>
      ))}
    </Group>
  )
}

/** What the written support must be. */
export function SupportFields() {
  const { t } = useTranslation('grids')
  const { register } = useFormContext<GridForm>()
  return (
    <Group title={t('editor.support')} setting="maxPages">
      <div className={own['row']}>
        <NumberField name="support.maxPages" label={t('editor.maxPages')} hint={t('editor.maxPagesHint')} />
        <NumberField name="support.submissionWeeksBefore" label={t('editor.weeks')} hint={t('editor.weeksHint')} />
        <Checkbox label={t('editor.annexesExcluded')} mb={8} {...register('support.annexesExcluded')} />
      </div>
    </Group>
  )
}

/** What the framework's text leaves open, and what jurors read about the part. */
export function ChoiceFields() {
  const { t } = useTranslation('grids')
  const { register } = useFormContext<GridForm>()
  return (
    <>
      <Group title={t('editor.choices')} hint={t('editor.choicesHint')}>
        <ChoicesField
          name="certifierSettings"
          label={t('editor.choices')}
          options={SETTINGS.map((value) => ({ value, label: t(`setting.${value}`) }))}
        />
      </Group>
      <Group title={t('editor.guidance')}>
        <Textarea aria-label={t('editor.guidance')} description={t('editor.guidanceHint')} rows={8} {...register('guidance')} />
      </Group>
    </>
  )
}
