import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { invitationRequestSchema } from '#contract/accounts.ts'
import { EVERYONE, type Role, roleSchema } from '#contract/roles.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { OneTimeLink } from './one-time-link.tsx'
import { useAct } from './use-act.ts'

interface Made {
  email: string
  link: string
  expiresAt: string
}

/** Invites somebody: their address and role, then a link to send them. */
export function InviteSection({ onInvited }: { onInvited: () => void }) {
  const { t } = useTranslation('accounts')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('coordinator')
  const [emailWrong, setEmailWrong] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const { busy, failure, run } = useAct()

  const invite = async (event: FormEvent) => {
    event.preventDefault()
    const read = invitationRequestSchema.safeParse({ email: email.trim(), role })
    setEmailWrong(!read.success)
    if (!read.success) return
    setMade(null)
    const answer = await run(() => callRoute('invite', { body: read.data }))
    if (!answer) return
    setMade({ email: read.data.email, ...answer.value })
    setEmail('')
    onInvited()
  }

  return (
    <section className={styles['card']} aria-labelledby="people-invite">
      <h2 id="people-invite">{t('invite.title')}</h2>
      {failure && <FailureNotice failure={failure} />}
      <form className={styles['section']} noValidate onSubmit={(event) => void invite(event)} style={{ maxWidth: 420 }}>
        <TextInput
          label={t('invite.email')}
          description={t('invite.emailHint')}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={emailWrong && t('invite.emailWrong')}
        />
        <NativeSelect
          label={t('invite.role')}
          description={t(`roleHelp.${role}`)}
          value={role}
          onChange={(event) => setRole(roleSchema.parse(event.currentTarget.value))}
          data={EVERYONE.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <div className={styles['tools']}>
          <Button type="submit" loading={busy}>
            {t('invite.submit')}
          </Button>
        </div>
      </form>
      {made && (
        <div className={styles['section']}>
          <h3>{t('invite.linkTitle')}</h3>
          <OneTimeLink label={t('invite.link')} link={made.link}>
            {t('invite.linkText', { email: made.email, until: formatMoment(Date.parse(made.expiresAt)) })}
          </OneTimeLink>
        </div>
      )}
    </section>
  )
}
