import { Anchor, Button } from '@mantine/core'
import { IconCertificate, IconDownload, IconFileTypePdf } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { StoredMinutes } from '#contract/minutes.ts'
import { routePath } from '#contract/routes.ts'
import { formatLongDate, formatMoment } from '../../shared/formatters.ts'
import { MinutesContent } from '../../shared/minutes/minutes-content.tsx'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import { useAnswer } from '../use-answer.ts'
import { deliberationPath, minutesPath } from './panel-days.ts'
import { SignatureTable } from './signature-table.tsx'

/** Stored minutes: who has signed, what they say, and what proves them. */
export function MinutesPage() {
  const { t } = useTranslation('minutes')
  const { hash = '' } = useParams()
  const stored = useAnswer('minutes', { hash })
  const minutes = stored.value?.minutes
  return (
    <>
      <Anchor component={Link} to={minutes ? `/coordination/sessions/${encodeURIComponent(minutes.session.id)}` : '/coordination'}>
        ← {minutes?.session.title ?? t('desk.back')}
      </Anchor>
      <PageHeader key={hash} title={minutes?.amends ? t('document.corrective') : t('page.title')} opensVisit>
        {minutes && t('deliberation.subtitle', { panel: minutes.panel.name, day: formatLongDate(minutes.day) })}
      </PageHeader>
      <Answered loaded={stored}>{(value) => <MinutesView stored={value} />}</Answered>
    </>
  )
}

export function MinutesView({ stored }: { stored: StoredMinutes }) {
  const { t } = useTranslation('minutes')
  const { summary, minutes, journalIndex, serverKeyId } = stored
  return (
    <>
      {summary.amendedBy !== null && (
        <Notice
          tone="danger"
          title={t('page.amendedTitle')}
          actions={
            <Anchor component={Link} to={minutesPath(summary.amendedBy)}>
              {t('page.openAmending')}
            </Anchor>
          }
        >
          {t('page.amendedAdvice')}
        </Notice>
      )}
      <Tools stored={stored} />
      <section className={styles['section']} aria-labelledby="minutes-signatures">
        <h2 id="minutes-signatures">{t('page.signaturesTitle')}</h2>
        {summary.missing.length > 0 && <p className={styles['plain']}>{t('page.howToSign')}</p>}
        <SignatureTable stored={stored} />
        <p className={`${styles['plain']} ${styles['soft']}`}>{t('document.kind')}</p>
        <p className={`${styles['plain']} ${styles['soft']} ${styles['words']}`}>
          {t(`page.origin.${summary.origin}`)}.{' '}
          {t('page.received', { when: formatMoment(Date.parse(summary.receivedAt)), index: journalIndex })}{' '}
          {t('document.fingerprint', { hash: summary.hash })}
          <br />
          {t('document.serverKey', { keyId: serverKeyId })}
        </p>
        {minutes.amends && (
          <Anchor component={Link} to={minutesPath(minutes.amends.hash)}>
            {t('page.openAmended')}
          </Anchor>
        )}
      </section>
      <section className={styles['card']} aria-labelledby="minutes-content">
        <h2 id="minutes-content">{t('page.title')}</h2>
        <MinutesContent minutes={minutes} />
      </section>
    </>
  )
}

function Tools({ stored: { summary, minutes } }: { stored: StoredMinutes }) {
  const { t } = useTranslation('minutes')
  const may = useMay()
  const { hash } = summary
  return (
    <>
      <div className={styles['tools']}>
        <Button component="a" href={routePath('minutesPdf', { hash })} download leftSection={<IconFileTypePdf size={18} aria-hidden />}>
          {t('page.pdf')}
        </Button>
        <Button
          component="a"
          href={routePath('minutesProof', { hash })}
          download
          variant="default"
          leftSection={<IconCertificate size={18} aria-hidden />}
        >
          {t('page.proof')}
        </Button>
        <Button
          component="a"
          href={routePath('minutesFullProof', { hash })}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('page.fullProof')}
        </Button>
        <Anchor component={Link} to="/verifier">
          {t('page.verify')}
        </Anchor>
        {summary.amendedBy === null && may('freezeMinutes') && (
          <Anchor component={Link} to={deliberationPath(minutes.session.id, minutes.panel.id, minutes.day, hash)}>
            {t('page.amend')}
          </Anchor>
        )}
      </div>
      <p className={`${styles['plain']} ${styles['soft']}`}>{t('page.fullProofHint')}</p>
    </>
  )
}
