import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CalibrationList, calibrationPostSchema } from '#contract/calibration.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import forms from '../minutes/minutes.module.css'

/** Long enough to read a case and mark a few competences. */
const USUAL_MINUTES = '10'

interface CalibrationFormProps {
  sessionId: string
  grids: CalibrationList['grids']
  onPublished: () => void
}

/** Writes an invented case and gives it to the session's jurors. */
export function CalibrationForm({ sessionId, grids, onPublished }: CalibrationFormProps) {
  const { t } = useTranslation('calibration')
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [gridId, setGridId] = useState(grids[0]?.id ?? '')
  const [minutes, setMinutes] = useState(USUAL_MINUTES)
  const [told, setTold] = useState<'wrong' | 'published' | null>(null)
  const publish = async () => {
    const parsed = calibrationPostSchema.safeParse({ title, text: text.trim(), gridId, minutes: Number(minutes) })
    setTold(parsed.success ? null : 'wrong')
    if (!parsed.success) return
    if (!(await run(() => callRoute('publishCalibration', { params: { sessionId }, body: parsed.data })))) return
    setTitle('')
    setText('')
    setTold('published')
    onPublished()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void publish().catch(breakPage)
  }
  return (
    <section className={styles['card']} aria-labelledby="calibration-new">
      <h2 id="calibration-new">{t('desk.new')}</h2>
      {failure && <FailureNotice failure={failure} />}
      {told === 'wrong' && <Notice tone="danger" role="alert" title={t('desk.wrong')} />}
      {told === 'published' && <Notice tone="info" role="status" title={t('desk.published')} />}
      <form className={forms['form']} onSubmit={submit} noValidate>
        <TextInput
          label={t('desk.name')}
          required
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('desk.grid')}
          data={grids.map(({ id, title: name }) => ({ value: id, label: name }))}
          value={gridId}
          onChange={(event) => setGridId(event.currentTarget.value)}
        />
        <Textarea
          label={t('desk.text')}
          description={t('desk.textHint')}
          required
          autosize
          minRows={5}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          className={forms['short'] ?? ''}
          label={t('desk.minutes')}
          inputMode="numeric"
          required
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={busy}>
            {t('desk.publish')}
          </Button>
        </div>
      </form>
    </section>
  )
}
