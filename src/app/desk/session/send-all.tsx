import { Button, Progress } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JurorAddress } from '#contract/juror-mail.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { FailureNotice } from '../answered.tsx'
import styles from '../desk.module.css'
import type { LinkMails } from './use-link-mails.ts'

interface SendAllProps {
  /** The addresses of those who have no device. */
  waiting: readonly JurorAddress[]
  mails: LinkMails
}

/** To everybody without a device: those to whom nothing was sent, and apart those who were sent a link already. */
export function SendAll({ waiting, mails }: SendAllProps) {
  const { t } = useTranslation('mail')
  const breakPage = useBreakPage()
  const groups = {
    sendAll: waiting.filter(({ mailedAt }) => mailedAt === null),
    remindAll: waiting.filter(({ mailedAt }) => mailedAt !== null),
  }
  const { series } = mails
  return (
    <>
      {mails.failure && <FailureNotice failure={mails.failure} />}
      {waiting.length === 0 && <p className={styles['plain']}>{t('desk.nobody')}</p>}
      <div className={styles['tools']}>
        {(['sendAll', 'remindAll'] as const).map(
          (group) =>
            groups[group].length > 0 && (
              <Button
                key={group}
                variant={group === 'sendAll' ? 'filled' : 'default'}
                leftSection={<IconMail size={18} aria-hidden />}
                disabled={mails.sending !== null}
                onClick={() => void mails.send(groups[group].map(({ jurorId }) => jurorId)).catch(breakPage)}
              >
                {t(`desk.${group}`, { count: groups[group].length })}
              </Button>
            ),
        )}
      </div>
      {/* One juror's row says enough of one link. */}
      {series?.isRunning && series.total > 1 && (
        <Progress value={(series.done / series.total) * 100} aria-label={t('desk.progressLabel')} />
      )}
      <p className={styles['plain']} role="status">
        {series && series.total > 1 && <SeriesWords {...series} />}
      </p>
    </>
  )
}

function SeriesWords({ total, done, sent, isRunning }: NonNullable<LinkMails['series']>) {
  const { t } = useTranslation('mail')
  if (isRunning) return t('desk.progress', { done, total })
  const told = t('desk.done', { count: sent, total })
  return done < total ? `${told} ${t('desk.stopped')}` : told
}
