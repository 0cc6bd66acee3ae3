import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#contract/accounts.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { useAct } from './use-act.ts'

/** The invitations nobody has used yet, each to withdraw. */
export function PendingInvitations({ invitations, onChanged }: { invitations: readonly Invitation[]; onChanged: () => void }) {
  const { t } = useTranslation('accounts')
  const { busy, failure, run } = useAct()
  const withdraw = async (invitationId: string) => {
    if (await run(() => callRoute('withdrawInvitation', { params: { invitationId } }))) onChanged()
  }
  return (
    <section className={styles['card']} aria-labelledby="people-pending">
      <h2 id="people-pending">{t('invite.pendingTitle')}</h2>
      {failure && <FailureNotice failure={failure} />}
      {invitations.length === 0 && <p className={styles['plain']}>{t('invite.pendingNone')}</p>}
      <ul className={styles['list']}>
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} className={styles['headline']}>
            <span className={styles['cell']}>
              <strong>{email}</strong>
              <span className={styles['soft']}>
                {t('invite.pending', { role: t(`role.${role}`), until: formatMoment(Date.parse(expiresAt)) })}
              </span>
            </span>
            <Button variant="default" size="sm" disabled={busy} onClick={() => void withdraw(id)}>
              {t('invite.withdraw')}
              <span className="cdj-visually-hidden"> {t('invite.withdrawNamed', { email })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
