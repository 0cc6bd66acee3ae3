import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataDecision, ListedRequest } from '#contract/data-protection.ts'
import { rectifiedNameSchema } from '#domain/data-request.ts'
import { formatDate } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { ConfirmDialog } from '../account/confirm-dialog.tsx'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import own from './data-protection.module.css'

/** Answers one request: what the law allows is said first, a refusal says why, an erasure is asked about once more. */
export function AnswerForm({ request, onDone }: { request: ListedRequest; onDone: () => void }) {
  const { t } = useTranslation('dataProtection')
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const [reason, setReason] = useState(useLegalReason(request))
  const [name, setName] = useState({ firstName: '', lastName: '' })
  const [wrong, setWrong] = useState<'reason' | 'name' | null>(null)
  const [isConfirming, setConfirming] = useState(false)
  const { id, kind, erasure } = request
  const mayGrant = erasure === null || erasure.because === 'allowed'

  const decide = async (outcome: DataDecision['outcome']) => {
    setConfirming(false)
    const rectified = rectifiedNameSchema.safeParse(name)
    const isNamed = kind === 'rectification' && outcome === 'granted'
    if (isNamed && !rectified.success) return setWrong('name')
    if (outcome === 'refused' && reason.trim() === '') return setWrong('reason')
    setWrong(null)
    const body: DataDecision = { outcome, reason, name: isNamed ? (rectified.data ?? null) : null }
    if (await run(() => callRoute('decideDataRequest', { params: { requestId: id }, body }))) onDone()
  }
  const grant = () => (kind === 'erasure' ? setConfirming(true) : void decide('granted').catch(breakPage))
  return (
    <div className={own['form']}>
      {failure && <FailureNotice failure={failure} />}
      {erasure && <ErasureNotice erasure={erasure} />}
      {kind === 'rectification' && (
        <>
          <p className={styles['plain']}>{t('requests.rectificationNote')}</p>
          {(['firstName', 'lastName'] as const).map((field) => (
            <TextInput
              key={field}
              label={t(`requests.${field}`)}
              value={name[field]}
              onChange={(event) => setName({ ...name, [field]: event.currentTarget.value })}
              error={wrong === 'name' && name[field].trim() === '' && t('requests.nameMissing')}
            />
          ))}
        </>
      )}
      <Textarea
        label={t('requests.reasonField')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={wrong === 'reason' && t('requests.reasonMissing')}
        autosize
        minRows={2}
      />
      <div className={styles['tools']}>
        {mayGrant && (
          <Button loading={busy} onClick={grant}>
            {t(`requests.grant.${kind}`)}
          </Button>
        )}
        <Button variant="default" loading={busy} onClick={() => void decide('refused').catch(breakPage)}>
          {t('requests.refuse')}
        </Button>
      </div>
      {isConfirming && (
        <ConfirmDialog
          title={t('requests.confirmTitle', { name: request.name ?? t('requests.nobody') })}
          confirm={t('requests.confirm')}
          onConfirm={() => void decide('granted').catch(breakPage)}
          onClose={() => setConfirming(false)}
        >
          {t('requests.confirmText')}
        </ConfirmDialog>
      )}
    </div>
  )
}

function ErasureNotice({ erasure }: { erasure: NonNullable<ListedRequest['erasure']> }) {
  const { t } = useTranslation('dataProtection')
  const words =
    erasure.because === 'minutes'
      ? t('requests.erasure.minutes', { day: formatDate(erasure.until) })
      : t(`requests.erasure.${erasure.because}`)
  return <Notice tone="info" title={words} />
}

/** The reason a refusal has by law, to be kept or rewritten; empty where there is none. */
function useLegalReason({ erasure }: ListedRequest): string {
  const { t } = useTranslation('dataProtection')
  if (erasure?.because === 'minutes') return t('requests.erasure.reasonMinutes', { day: formatDate(erasure.until) })
  return erasure?.because === 'holder' ? t('requests.erasure.reasonHolder') : ''
}
