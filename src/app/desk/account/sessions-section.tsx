import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MySession } from '#contract/accounts.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { describeBrowser } from './describe-browser.ts'
import { useAct } from './use-act.ts'

/** One's open sessions: on which device, last seen when; each can be closed, or all others. */
export function SessionsSection({ sessions, onChanged }: { sessions: readonly MySession[]; onChanged: () => void }) {
  const { t } = useTranslation('accounts')
  const { busy, failure, run } = useAct()
  const close = async (id: string | null) => {
    const closed = await run(() =>
      id === null ? callRoute('revokeMyOtherSessions') : callRoute('revokeMySession', { params: { signInId: id } }),
    )
    if (closed) onChanged()
  }
  const deviceName = ({ userAgent }: MySession) => {
    const known = describeBrowser(userAgent)
    return known ? t('account.sessions.browserOn', known) : t('account.sessions.unknownDevice')
  }

  return (
    <section className={styles['card']} aria-labelledby="account-sessions">
      <h2 id="account-sessions">{t('account.sessions.title')}</h2>
      <p className={styles['plain']}>{t('account.sessions.intro')}</p>
      {failure && <FailureNotice failure={failure} />}
      <ul className={styles['list']}>
        {sessions.map((session) => {
          const name = deviceName(session)
          return (
            <li key={session.id} className={styles['headline']}>
              <span className={styles['cell']}>
                <strong>{session.isCurrent ? `${name} (${t('account.sessions.current')})` : name}</strong>
                <span className={styles['soft']}>
                  {t('account.sessions.seen', {
                    seen: formatMoment(Date.parse(session.lastSeenAt)),
                    opened: formatMoment(Date.parse(session.signedInAt)),
                  })}
                </span>
              </span>
              {!session.isCurrent && (
                <Button variant="default" size="sm" disabled={busy} onClick={() => void close(session.id)}>
                  {t('account.sessions.revoke')}
                  <span className="cdj-visually-hidden"> {t('account.sessions.revokeNamed', { name })}</span>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.some(({ isCurrent }) => !isCurrent) && (
        <div className={styles['tools']}>
          <Button variant="default" loading={busy} onClick={() => void close(null)}>
            {t('account.sessions.revokeOthers')}
          </Button>
        </div>
      )}
    </section>
  )
}
