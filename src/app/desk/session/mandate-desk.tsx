import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import type { IssuedMandate, MandatePost } from '#contract/mandate.ts'
import { TextGive } from '../../shared/carried/text-give.tsx'
import { formatMoment } from '../../shared/formatters.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { Answered, FailureNotice } from '../answered.tsx'
import { callRoute, type Failure } from '../api.ts'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'
import { useAnswer } from '../use-answer.ts'
import { JurorMandateForm } from './juror-mandate-form.tsx'
import { OralMandateForm } from './oral-mandate-form.tsx'

/** A late candidate or another juror: changes the session, and gives the mandate to hand to tablets without a network. */
export function MandateDesk({ board }: { board: SessionBoard }) {
  const { t } = useTranslation('vault')
  const breakPage = useBreakPage()
  const sessionId = board.session.id
  const mandates = useAnswer('mandates', { sessionId })
  const [shown, setShown] = useState<IssuedMandate | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const issue = async (body: MandatePost) => {
    const answer = await callRoute('issueMandate', { params: { sessionId }, body })
    setFailure(answer.outcome === 'ok' ? null : answer)
    if (answer.outcome !== 'ok') return
    setShown(answer.value)
    mandates.reload()
  }
  const onIssue = (post: MandatePost) => void issue(post).catch(breakPage)
  return (
    <section className={styles['section']} aria-labelledby="desk-mandates">
      <h2 id="desk-mandates">{t('desk.mandate.title')}</h2>
      <p className={styles['plain']}>{t('desk.mandate.intro')}</p>
      {failure && <FailureNotice failure={failure} />}
      {shown && <ShownMandate key={shown.mandateId} board={board} issued={shown} />}
      <OralMandateForm board={board} onIssue={onIssue} />
      <JurorMandateForm board={board} onIssue={onIssue} />
      <Answered loaded={mandates}>{({ mandates: list }) => <MandateList board={board} mandates={list} onShow={setShown} />}</Answered>
    </section>
  )
}

function ShownMandate({ board, issued }: { board: SessionBoard; issued: IssuedMandate }) {
  const { t } = useTranslation('vault')
  return (
    <div className={styles['card']}>
      <h3>{useMandateName(board)(issued)}</h3>
      <p className={styles['plain']} role="status">
        {t('desk.mandate.ready')}
      </p>
      <TextGive text={issued.mandate} codeLabel={t('desk.mandate.code')} fileName={t('desk.mandate.fileName')} />
    </div>
  )
}

interface MandateListProps {
  board: SessionBoard
  mandates: readonly IssuedMandate[]
  onShow: (issued: IssuedMandate) => void
}

function MandateList({ board, mandates, onShow }: MandateListProps) {
  const { t } = useTranslation('vault')
  const nameOf = useMandateName(board)
  return (
    <ul className={styles['list']}>
      {mandates.map((issued) => (
        <li key={issued.mandateId} className={styles['concern']}>
          <div className={styles['cell']}>
            <strong>{nameOf(issued)}</strong>
            <span className={styles['soft']}>{t('desk.mandate.issued', { when: formatMoment(Date.parse(issued.issuedAt)) })}</span>
          </div>
          <Button variant="default" size="sm" onClick={() => onShow(issued)}>
            {t('desk.mandate.show')}
            <span className="cdj-visually-hidden"> {nameOf(issued)}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Names a mandate by who it adds, where, and in whose place. */
function useMandateName(board: SessionBoard): (issued: IssuedMandate) => string {
  const { t } = useTranslation('vault')
  const nameOf = (id: string) => {
    const person = [...board.candidates, ...board.jurors].find((one) => one.id === id)
    return person ? personName(person) : id
  }
  return ({ kind, personId, replacedId, panelId }) => {
    const panel = board.panels.find(({ id }) => id === panelId)?.name ?? panelId
    const name = nameOf(personId)
    if (replacedId !== null) return t('desk.mandate.replacementName', { name, replaced: nameOf(replacedId), panel })
    return t(`desk.mandate.${kind}Name`, { name, panel })
  }
}
