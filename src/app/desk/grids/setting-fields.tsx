import { Checkbox, Textarea } from '@mantine/core'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ChoicesField, Group, NumberField } from './fields.tsx'
import { type GridForm, SETTINGS } from './grid-form.ts'
import own from './grids.module.css'

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
