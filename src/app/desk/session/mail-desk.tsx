import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import type { JurorAddresses } from '#contract/juror-mail.ts'
import { Notice } from '../../shared/notice.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import table from '../table.module.css'
import { useAnswer } from '../use-answer.ts'
import { MailRow } from './mail-row.tsx'
import { SendAll } from './send-all.tsx'
import { useLinkMails } from './use-link-mails.ts'

/** Jurors' addresses, and their enrolment links by e-mail: to one of them, or to all who have no device yet. */
export function MailDesk({ board }: { board: SessionBoard }) {
  const { t } = useTranslation('mail')
  const known = useAnswer('jurorAddresses', { sessionId: board.session.id })
  return (
    <section className={styles['section']} aria-labelledby="desk-mail">
      <h2 id="desk-mail">{t('desk.title')}</h2>
      <Answered loaded={known}>
        {(value) => (
          <>
            {!value.isMailSet && (
              <Notice tone="info" title={t('desk.unsetTitle')}>
                {t('desk.unset')}
              </Notice>
            )}
            {/* Without a mail server no address is asked for; those there are can still be taken away. */}
            {(value.isMailSet || value.addresses.length > 0) && <MailView board={board} known={value} reload={known.reload} />}
          </>
        )}
      </Answered>
    </section>
  )
}

function MailView({ board, known, reload }: { board: SessionBoard; known: JurorAddresses; reload: () => void }) {
  const { t } = useTranslation('mail')
  const sessionId = board.session.id
  const mails = useLinkMails(sessionId, reload)
  const [unkept, setUnkept] = useState<ReadonlySet<string>>(new Set())
  const onKept = useCallback(
    (jurorId: string, isKept: boolean) =>
      setUnkept((before) => new Set([...before].filter((id) => id !== jurorId).concat(isKept ? [] : jurorId))),
    [],
  )
  const enrolled = new Set(board.devices.map(({ jurorId }) => jurorId))
  // Nothing goes to an address that somebody is changing.
  const waiting = known.addresses.filter(({ jurorId }) => !enrolled.has(jurorId) && !unkept.has(jurorId))
  return (
    <>
      <p className={styles['plain']}>{t('desk.intro')}</p>
      {known.isMailSet && <SendAll waiting={waiting} mails={mails} />}
      <table className={table['table']} aria-labelledby="desk-mail">
        <thead>
          <tr>
            <th scope="col">{t('desk.columns.juror')}</th>
            <th scope="col">{t('desk.columns.address')}</th>
            <th scope="col">{t('desk.columns.state')}</th>
            {known.isMailSet && <th scope="col">{t('desk.columns.action')}</th>}
          </tr>
        </thead>
        <tbody>
          {board.jurors.map((juror) => (
            <MailRow
              key={juror.id}
              sessionId={sessionId}
              juror={juror}
              address={known.addresses.find(({ jurorId }) => jurorId === juror.id)}
              hasDevice={enrolled.has(juror.id)}
              isMailSet={known.isMailSet}
              mails={mails}
              onSaved={reload}
              onKept={onKept}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}
