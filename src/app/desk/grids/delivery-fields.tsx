import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { canDeliveryCount, withDelivery } from '#domain/delivery-count.ts'
import type { Framework } from '#domain/framework.ts'
import styles from '../desk.module.css'
import { Group, TextField } from './fields.tsx'
import { freeId, type GridForm } from './grid-form.ts'
import own from './grids.module.css'
import { RowActs } from './row-acts.tsx'

/** The oral delivery's checklist: counted where the framework's indicators allow it, formative otherwise. Its items are the certifier's. */
export function DeliveryFields({ framework }: { framework: Framework }) {
  const { t } = useTranslation('grids')
  const { setValue } = useFormContext<GridForm>()
  const delivery = useWatch<GridForm, 'delivery'>({ name: 'delivery' })
  const sections = useWatch<GridForm, 'sections'>({ name: 'sections' })
  const { fields, append, move, remove } = useFieldArray<GridForm, 'delivery.items', 'key'>({ name: 'delivery.items', keyName: 'key' })
  const canCount = canDeliveryCount({ delivery, sections }, framework)
  const add = () => {
    const id = freeId(
      'P',
      'O',
      fields.map((item) => item.id),
    )
    append({ id, title: t('editor.newDelivery'), observables: [], timed: false, target: id })
  }
  return (
    <Group title={t('editor.delivery')} setting="delivery">
      {fields.length === 0 ? (
        <p className={styles['plain']}>{t('editor.deliveryNone')}</p>
      ) : (
        <Checkbox
          label={t('editor.deliveryCounted')}
          description={canCount ? t('editor.deliveryFormative') : t('editor.deliveryImpossible')}
          checked={delivery.counted}
          disabled={!canCount && !delivery.counted}
          onChange={(event) => setValue('delivery', withDelivery(delivery, event.currentTarget.checked, framework))}
        />
      )}
      {fields.map(({ key, id }, place) => (
        <div key={key} className={own['row']}>
          <TextField name={`delivery.items.${place}.title`} label={t('editor.deliveryItem', { id })} />
          <RowActs name={id} place={place} count={fields.length} onMove={move} onRemove={() => remove(place)} />
        </div>
      ))}
      {/* What is counted is the framework's own: an item of the certifier's has no indicator to count for. */}
      {!delivery.counted && (
        <div>
          <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('editor.addDelivery')}
          </Button>
        </div>
      )}
    </Group>
  )
}
