import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { routePath } from '#contract/routes.ts'
import { type DataRequestKind, dataRequestKindSchema } from '#domain/data-request.ts'
import { isoDateSchema } from '#domain/primitives.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import own from './data-protection.module.css'
import { today } from './today.ts'

interface PersonActsProps {
  sessionId: string
  candidateId: string
  onRecorded: () => void
}

/** One candidate's file to hand out, and the form that records their request. */
export function PersonActs({ sessionId, candidateId, onRecorded }: PersonActsProps) {
  const { t } = useTranslation('dataProtection')
  return (
    <>
      <p className={styles['plain']}>{t('requests.fileHelp')}</p>
      <div className={styles['tools']}>
        <Button
          component="a"
          href={routePath('personalFile', { sessionId, candidateId })}
          download
          variant="default"
          leftSection={<IconFileZip size={18} aria-hidden />}
        >
          {t('requests.file')}
        </Button>
      </div>
      <RequestForm sessionId={sessionId} candidateId={candidateId} onRecorded={onRecorded} />
    </>
  )
}

function RequestForm({ sessionId, candidateId, onRecorded }: PersonActsProps) {
  const { t } = useTranslation('dataProtection')
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const [kind, setKind] = useState<DataRequestKind>('access')
  const [receivedOn, setReceivedOn] = useState(today)
  const [detail, setDetail] = useState('')
  const [isDateWrong, setDateWrong] = useState(false)
  const [isSaved, setSaved] = useState(false)

  const record = async () => {
    setSaved(false)
    const isWrong = !isoDateSchema.safeParse(receivedOn).success || receivedOn > today()
    setDateWrong(isWrong)
    if (isWrong) return
    const body = { kind, sessionId, candidateId, receivedOn, detail }
    if (!(await run(() => callRoute('recordDataRequest', { body })))) return
    setDetail('')
    setSaved(true)
    onRecorded()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void record().catch(breakPage)
  }
  return (
    <form className={own['form']} noValidate onSubmit={submit} aria-label={t('requests.submit')}>
      {failure && <FailureNotice failure={failure} />}
      <NativeSelect
        label={t('requests.kind')}
        description={t(`requests.kindHelp.${kind}`)}
        value={kind}
        onChange={(event) => setKind(dataRequestKindSchema.parse(event.currentTarget.value))}
        data={dataRequestKindSchema.options.map((value) => ({ value, label: t(`kindOfRequest.${value}`) }))}
      />
      <TextInput
        type="date"
        label={t('requests.receivedOn')}
        value={receivedOn}
        max={today()}
        onChange={(event) => setReceivedOn(event.currentTarget.value)}
        error={isDateWrong && t('requests.receivedWrong')}
      />
      <Textarea
        label={t('requests.detail')}
        value={detail}
        onChange={(event) => setDetail(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <div className={styles['tools']}>
        <Button type="submit" loading={busy}>
          {t('requests.submit')}
        </Button>
      </div>
      {isSaved && <Notice tone="info" role="status" title={t('requests.saved')} />}
    </form>
  )
}
