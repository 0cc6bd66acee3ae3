import { Button } from '@mantine/core'
import { IconMail, IconRefresh } from '@tabler/icons-react'
import { useObservable } from 'dexie-react-hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { watchDay } from '#device/day.ts'
import { deliverNow } from '#device/delivery.ts'
import type { OutboxSummary } from '#device/outbox.ts'
import { EmptyState } from '../shared/empty-state.tsx'
import { formatMoment } from '../shared/formatters.ts'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { useBreakPage } from '../shared/use-break-page.ts'
import { dayLines } from './day-plan.ts'
import { EnvelopeFile } from './envelope-file.tsx'
import { NetworkBadge } from './network-badge.tsx'
import { useNotebook } from './notebook-context.tsx'
import styles from './outbox-page.module.css'
import { ResealedNotice } from './resealed-notice.tsx'
import { SignedSheetList } from './signed-sheet-list.tsx'
import { SyncSentence } from './sync-chip.tsx'
import { TransferLink } from './transfer/transfer-link.tsx'
import { useOnline } from './use-online.ts'

/** Where the signed sheets and minutes are: to deliver, delivered, refused; and how to carry them by hand. */
export function OutboxPage({ outbox }: { outbox: OutboxSummary | undefined }) {
  const { t } = useTranslation(['room', 'problems'])
  const online = useOnline()
  return (
    <>
      <PageHeader title={t('sync.title')}>{t('sync.subtitle')}</PageHeader>
      <div className={styles['state']}>
        <NetworkBadge online={online} />
        {outbox && <SyncSentence outbox={outbox} />}
      </div>
      {outbox?.refused.map(({ envelopeId, code }) => (
        <Notice key={envelopeId} tone="danger" title={t('sync.refusedTitle', { reason: t(`problems:${code}.title`) })}>
          <p>{t('sync.refusedSafe')}</p>
          <p>{t(`problems:${code}.detail`)}</p>
        </Notice>
      ))}
      {outbox && <ResealedNotice count={outbox.resealed} />}
      {outbox && outbox.waiting + outbox.delivered + outbox.refused.length > 0 && <DeliverNow outbox={outbox} />}
      <Sheets />
      {outbox && outbox.minutes > 0 && (
        <p>
          {t('sync.minutes', { count: outbox.minutes })} <Link to="/salle/deliberation">{t('sync.minutesLink')}</Link>
        </p>
      )}
      <EnvelopeFile />
      <TransferLink />
    </>
  )
}

function DeliverNow({ outbox }: { outbox: OutboxSummary }) {
  const { t } = useTranslation('room')
  const breakPage = useBreakPage()
  const [delivering, setDelivering] = useState(false)
  const deliver = async () => {
    setDelivering(true)
    await deliverNow()
    setDelivering(false)
  }
  const { lastTry } = outbox
  return (
    <div className={styles['deliver']}>
      {outbox.waiting > 0 && (
        <Button
          size="lg"
          loading={delivering}
          leftSection={<IconRefresh size={22} aria-hidden />}
          onClick={() => void deliver().catch(breakPage)}
        >
          {t('sync.deliverNow')}
        </Button>
      )}
      <p role="status" className={styles['lastTry']}>
        {delivering
          ? t('sync.delivering')
          : lastTry
            ? t('sync.lastTry', { moment: formatMoment(lastTry.at), outcome: t(`sync.outcome.${lastTry.outcome}`) })
            : t('sync.neverTried')}
      </p>
      {outbox.waiting > 0 && <p className={styles['lastTry']}>{t('sync.safeAdvice')}</p>}
    </div>
  )
}

function Sheets() {
  const { t } = useTranslation('room')
  const notebook = useNotebook()
  const orals = useObservable(() => watchDay(notebook), [notebook])
  if (!orals) return null
  const lines = dayLines(orals).filter(({ day }) => day.sheet?.state === 'signed')
  if (lines.length === 0) {
    return (
      <EmptyState
        icon={IconMail}
        title={t('sync.empty.title')}
        action={
          <Button component={Link} to="/salle" variant="default" size="lg">
            {t('sync.empty.action')}
          </Button>
        }
      >
        {t('sync.empty.detail')}
      </EmptyState>
    )
  }
  return <SignedSheetList lines={lines} framework={notebook.package.framework} />
}
