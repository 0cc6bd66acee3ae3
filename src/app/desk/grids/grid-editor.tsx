import { Button, TextInput, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Framework } from '#domain/framework.ts'
import type { Grid } from '#domain/grid.ts'
import { formatList } from '../../shared/formatters.ts'
import { ConfirmDialog } from '../account/confirm-dialog.tsx'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { ComplaintList } from './complaint-list.tsx'
import { DecisionFields, ScaleFields } from './decision-fields.tsx'
import { DeliveryFields } from './delivery-fields.tsx'
import { Group, TextField } from './fields.tsx'
import { draftOf, formOf, type GridForm, nextVersion, readForm } from './grid-form.ts'
import own from './grids.module.css'
import { Preview } from './preview.tsx'
import { AnnounceContext } from './row-acts.tsx'
import { SectionFields } from './section-fields.tsx'
import { ChoiceFields, SupportFields } from './setting-fields.tsx'
import { TimeFields } from './time-fields.tsx'

interface GridEditorProps {
  /** What to start from: a published version, or a framework's suggestion. */
  source: Grid
  framework: Framework
  /** The versions already published under the grid's id. */
  takenVersions: readonly string[]
  onPublished: (hash: string) => void
}

/** Writes a new version of a grid, shows what it decides while it is written, and publishes it. */
export function GridEditor({ source, framework, takenVersions, onPublished }: GridEditorProps) {
  const version = takenVersions.includes(source.version) ? nextVersion(source.version, takenVersions) : source.version
  const form = useForm<GridForm>({ defaultValues: formOf(source, version) })
  const [announced, setAnnounced] = useState('')
  return (
    <FormProvider {...form}>
      <AnnounceContext value={setAnnounced}>
        <VisuallyHidden role="status">{announced}</VisuallyHidden>
        <div className={own['editor']}>
          <div className={own['fields']}>
            <IdentityFields takenVersions={takenVersions} />
            <TimeFields />
            <ScaleFields />
            <DecisionFields />
            <SectionFields framework={framework} />
            <DeliveryFields framework={framework} />
            <SupportFields />
            <ChoiceFields />
            <PublishPart takenVersions={takenVersions} onPublished={onPublished} />
          </div>
          <LivePreview takenVersions={takenVersions} />
        </div>
      </AnnounceContext>
    </FormProvider>
  )
}

function IdentityFields({ takenVersions }: { takenVersions: readonly string[] }) {
  const { t } = useTranslation('grids')
  const { register } = useFormContext<GridForm>()
  const hint = takenVersions.length === 0 ? t('editor.versionFirst') : t('editor.versionHint', { versions: formatList(takenVersions) })
  return (
    <Group title={t('editor.identity')}>
      <div className={own['row']}>
        <TextField name="title" label={t('editor.gridTitle')} />
        <TextInput label={t('editor.version')} description={hint} {...register('version')} />
      </div>
    </Group>
  )
}

const PREVIEW_DELAY_MS = 250

/** Follows the fields a little behind the fingers: reading a whole grid at each key would slow the writing. */
function LivePreview({ takenVersions }: { takenVersions: readonly string[] }) {
  const { getValues, watch } = useFormContext<GridForm>()
  const [grid, setGrid] = useState(() => readForm(getValues(), takenVersions).grid)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const { unsubscribe } = watch(() => {
      clearTimeout(timer)
      // Parsed anew: the fields' own objects change in place.
      timer = setTimeout(() => setGrid(readForm(structuredClone(getValues()), takenVersions).grid), PREVIEW_DELAY_MS)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [watch, getValues, takenVersions])
  return <Preview grid={grid} />
}

function PublishPart({ takenVersions, onPublished }: Pick<GridEditorProps, 'takenVersions' | 'onPublished'>) {
  const { t } = useTranslation('grids')
  const { getValues } = useFormContext<GridForm>()
  const [wasChecked, setWasChecked] = useState(false)
  const [confirming, setConfirming] = useState<Grid | null>(null)
  const act = useAct()
  const publish = async (checked: Grid) => {
    setConfirming(null)
    const done = await act.run(() => callRoute('publishGrid', { body: checked }))
    if (done) onPublished(done.value.hash)
  }
  const issues = act.failure?.outcome === 'problem' ? (act.failure.problem.issues ?? []) : []
  return (
    <section className={styles['section']}>
      {wasChecked && <LiveComplaints takenVersions={takenVersions} />}
      {act.failure && <FailureNotice failure={act.failure} />}
      {issues.length > 0 && (
        <ul>
          {issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      <div className={styles['tools']}>
        <Button
          loading={act.busy}
          onClick={() => {
            setWasChecked(true)
            setConfirming(readForm(getValues(), takenVersions).grid)
          }}
        >
          {t('editor.publish')}
        </Button>
      </div>
      {confirming && (
        <ConfirmDialog
          title={t('editor.confirmTitle', confirming)}
          confirm={t('editor.confirm')}
          onConfirm={() => void publish(confirming)}
          onClose={() => setConfirming(null)}
        >
          {t('editor.confirmText')}
        </ConfirmDialog>
      )}
    </section>
  )
}

/** What is still wrong, as it is mended. */
function LiveComplaints({ takenVersions }: { takenVersions: readonly string[] }) {
  const { getValues } = useFormContext<GridForm>()
  useWatch<GridForm>()
  const form = getValues()
  return <ComplaintList complaints={readForm(form, takenVersions).complaints} draft={draftOf(form)} />
}
