import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedRequest } from '#contract/data-protection.ts'
import { formatDate } from '../../shared/formatters.ts'
import { StateBadge } from '../../shared/state-badge.tsx'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import { AnswerForm } from './answer-form.tsx'
import own from './data-protection.module.css'
import { today } from './today.ts'

interface RequestListProps {
  requests: readonly ListedRequest[]
  onDecided: () => void
}

/** Those that wait come first, the soonest due at the top. One is answered at a time. */
export function RequestList({ requests, onDecided }: RequestListProps) {
  const { t } = useTranslation('dataProtection')
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <section className={styles['section']} aria-labelledby="requests-list">
      <h2 id="requests-list">{t('requests.listTitle')}</h2>
      {requests.length === 0 ? (
        <p className={styles['plain']}>{t('requests.none')}</p>
      ) : (
        <ul className={styles['list']}>
          {requests.map((request) => (
            <li key={request.id} className={own['request']}>
              <RequestSummary request={request} />
              {openId === request.id ? (
                <AnswerForm
                  request={request}
                  onDone={() => {
                    setOpenId(null)
                    onDecided()
                  }}
                />
              ) : (
                <AnswerButton request={request} onOpen={() => setOpenId(request.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function AnswerButton({ request: { decision, name }, onOpen }: { request: ListedRequest; onOpen: () => void }) {
  const { t } = useTranslation('dataProtection')
  const may = useMay()
  if (decision !== null) return null
  if (!may('decideDataRequest')) return <p className={styles['plain']}>{t('requests.byManager')}</p>
  return (
    <div>
      <Button variant="default" onClick={onOpen} aria-label={t('requests.answerTitle', { name: name ?? t('requests.nobody') })}>
        {t('requests.answer')}
      </Button>
    </div>
  )
}

function RequestSummary({ request }: { request: ListedRequest }) {
  const { t } = useTranslation('dataProtection')
  const { kind, name, sessionTitle, receivedOn, dueOn, detail, decision } = request
  const isLate = decision === null && dueOn < today()
  return (
    <>
      <div className={styles['headline']}>
        <strong>{name ?? t('requests.nobody')}</strong>
        <StateBadge meaning={decision === null ? (isLate ? 'danger' : 'accent') : 'neutral'}>
          {t(`outcome.${decision?.outcome ?? 'waiting'}`)}
        </StateBadge>
      </div>
      <p className={styles['plain']}>
        {t(`kindOfRequest.${kind}`)}, {sessionTitle}
      </p>
      <p className={`${styles['plain']} ${styles['soft']}`}>
        {t('requests.received', { day: formatDate(receivedOn) })}{' '}
        {decision === null
          ? t(isLate ? 'requests.late' : 'requests.due', { day: formatDate(dueOn) })
          : t('requests.decided', { when: formatDate(decision.decidedAt.slice(0, 10)) })}
      </p>
      {detail !== '' && <p className={styles['words']}>{detail}</p>}
      {decision !== null && decision.reason !== '' && (
        <p className={styles['words']}>{t(`requests.reason.${decision.outcome}`, { reason: decision.reason })}</p>
      )}
    </>
  )
}
