import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#contract/accounts.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { FailureNotice } from '../answered.tsx'
import { type AnswerOf, callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { OneTimeLink } from './one-time-link.tsx'
import { useAct } from './use-act.ts'

interface PasswordLinkDialogProps {
  person: Person
  onChanged: () => void
  onClose: () => void
}

/** Makes a link to a new password for somebody who has forgotten theirs, shows it once, or withdraws the one that is open. */
export function PasswordLinkDialog({ person, onChanged, onClose }: PasswordLinkDialogProps) {
  const { t } = useTranslation('accounts')
  const [made, setMade] = useState<AnswerOf<'makePasswordLink'> | null>(null)
  const { busy, failure, run } = useAct()
  const params = { coordinatorId: person.id }

  const make = async () => {
    const answer = await run(() => callRoute('makePasswordLink', { params }))
    if (!answer) return
    setMade(answer.value)
    onChanged()
  }
  const withdraw = async () => {
    if (!(await run(() => callRoute('withdrawPasswordLink', { params })))) return
    onChanged()
    onClose()
  }

  return (
    // A click beside the dialog must not lose a link that is shown once.
    <Modal.Root opened onClose={onClose} size="md" centered closeOnClickOutside={false}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <div className={styles['section']}>
            <Modal.Title className={styles['dialogTitle']}>{t('passwordLink.title', { name: person.name })}</Modal.Title>
            {failure && <FailureNotice failure={failure} />}
            {made ? (
              <OneTimeLink label={t('passwordLink.link')} link={made.link}>
                {t('passwordLink.made', { email: person.email, until: formatMoment(Date.parse(made.expiresAt)) })}
              </OneTimeLink>
            ) : (
              <>
                <p className={styles['plain']}>{t('passwordLink.intro')}</p>
                {person.passwordLinkUntil !== null && (
                  <p className={styles['plain']}>
                    {t('passwordLink.replaces', { until: formatMoment(Date.parse(person.passwordLinkUntil)) })}
                  </p>
                )}
              </>
            )}
            <div className={styles['tools']}>
              {!made && (
                <Button loading={busy} onClick={() => void make()}>
                  {t('passwordLink.make')}
                </Button>
              )}
              {!made && person.passwordLinkUntil !== null && (
                <Button variant="default" disabled={busy} onClick={() => void withdraw()}>
                  {t('passwordLink.withdraw')}
                </Button>
              )}
              <Button variant="default" onClick={onClose}>
                {t('passwordLink.close')}
              </Button>
            </div>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
