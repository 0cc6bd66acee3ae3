import { Button, TextInput } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { type FormEvent, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { JurorAddress } from '#contract/juror-mail.ts'
import type { Juror } from '#domain/exam-session.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { FailureNotice } from '../answered.tsx'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'
import own from './mail-row.module.css'
import { useJurorAddress } from './use-juror-address.ts'
import type { LinkMails } from './use-link-mails.ts'

interface MailRowProps {
  sessionId: string
  juror: Juror
  address: JurorAddress | undefined
  hasDevice: boolean
  /** Whether anything can be sent. */
  isMailSet: boolean
  mails: LinkMails
  onSaved: () => void
  /** Told whenever what is written begins or ceases to be what is stored. */
  onKept: (jurorId: string, isKept: boolean) => void
}

/** One juror: where their link goes, what came of it, and the act. An address is kept when its field is left, by Enter, or before it is sent to. */
export function MailRow({ sessionId, juror, address, hasDevice, isMailSet, mails, onSaved, onKept }: MailRowProps) {
  const { t } = useTranslation('mail')
  const breakPage = useBreakPage()
  const written = useJurorAddress({ sessionId, jurorId: juror.id }, address?.email ?? '', onSaved)
  const { isKept } = written
  useEffect(() => onKept(juror.id, isKept), [onKept, juror.id, isKept])
  const outcome = mails.outcomes.get(juror.id)
  const name = personName(juror)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void written.keep().catch(breakPage)
  }
  const send = async () => {
    if (await written.keep()) await mails.send([juror.id])
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={t('desk.columns.address')}>
        <form className={own['address']} noValidate onSubmit={submit}>
          <TextInput
            className={own['field']}
            type="email"
            aria-label={t('desk.addressOf', { name })}
            autoComplete="off"
            maxLength={254}
            value={written.text}
            onChange={(event) => written.write(event.currentTarget.value)}
            onBlur={() => void written.keep().catch(breakPage)}
            error={written.isWrong && t('desk.addressWrong')}
          />
          <span role="status" className={styles['soft']}>
            {written.said && t(`desk.address.${written.said}`)}
          </span>
          {written.failure && <FailureNotice failure={written.failure} />}
        </form>
      </td>
      <td data-label={t('desk.columns.state')}>
        <div className={styles['cell']}>
          <span>{hasDevice ? t('desk.enrolled') : t('desk.notEnrolled')}</span>
          {address?.mailedAt && (
            <span className={styles['soft']}>{t('desk.mailed', { when: formatMoment(Date.parse(address.mailedAt)) })}</span>
          )}
          <span role="status">
            {outcome && t(`desk.outcome.${outcome.outcome}`)}
            {outcome && outcome.replyCode !== null && ` ${t('desk.replyCode', { code: outcome.replyCode })}`}
          </span>
        </div>
      </td>
      {isMailSet && (
        <td data-label={t('desk.columns.action')}>
          {written.text.trim() !== '' && (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconMail size={18} aria-hidden />}
              loading={mails.sending === juror.id}
              disabled={mails.sending !== null && mails.sending !== juror.id}
              onClick={() => void send().catch(breakPage)}
            >
              {t('desk.send')}
              <span className="cdj-visually-hidden"> {t('desk.sendTo', { name })}</span>
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}
