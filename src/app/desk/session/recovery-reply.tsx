import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextGive } from '../../shared/carried/text-give.tsx'
import { formatMoment } from '../../shared/formatters.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute, type Failure } from '../api.ts'
import styles from '../desk.module.css'

/** A request as the desk reads it before opening anything. */
export interface ReadRequest {
  text: string
  controlNumber: string
  askedAt: string
  deviceName: string
  jurorName: string
}

/** One request: who asks, the number to compare by voice, then the answer to give. */
export function RecoveryReply({ sessionId, request }: { sessionId: string; request: ReadRequest }) {
  const { t } = useTranslation('vault')
  const breakPage = useBreakPage()
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [answer, setAnswer] = useState<string | null>(null)

  const give = async () => {
    setAsking(true)
    setFailure(null)
    const answered = await callRoute('answerRecovery', { params: { sessionId }, body: { request: request.text } })
    setAsking(false)
    if (answered.outcome === 'ok') setAnswer(answered.value.answer)
    else setFailure(answered)
  }
  return (
    <div className={styles['card']}>
      <h3>{t('desk.recovery.requestOf', { name: request.jurorName })}</h3>
      <p className={styles['plain']}>
        {t('desk.recovery.device', { name: request.deviceName })}.{' '}
        {t('desk.recovery.asked', { when: formatMoment(Date.parse(request.askedAt)) })}
      </p>
      <dl className={styles['facts']}>
        <div>
          <dt>{t('recovery.controlNumber')}</dt>
          <dd className="cdj-figures">{request.controlNumber}</dd>
        </div>
      </dl>
      {failure && <FailureNotice failure={failure} />}
      {answer === null ? (
        <>
          <p className={styles['plain']}>{t('desk.recovery.check')}</p>
          <div className={styles['tools']}>
            <Button loading={isAsking} onClick={() => void give().catch(breakPage)}>
              {t('desk.recovery.confirm')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <h3>{t('desk.recovery.answerTitle')}</h3>
          <p className={styles['plain']} role="status">
            {t('desk.recovery.answerOnline')} {t('desk.recovery.answerCarry')} {t('desk.recovery.journal')}
          </p>
          <TextGive text={answer} codeLabel={t('desk.recovery.code')} fileName={t('desk.recovery.fileName')} />
        </>
      )}
    </div>
  )
}
