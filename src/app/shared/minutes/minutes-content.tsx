import '#texts/office.ts'
import { useTranslation } from 'react-i18next'
import { certifierName } from '#domain/certifier.ts'
import type { PanelDecision, TitleOutcome } from '#domain/deliberation.ts'
import { candidateName, type Minutes, minutesFigures } from '#domain/minutes.ts'
import { formatDate, formatDuration, formatList, formatTime } from '../formatters.ts'
import { TranscribedLine } from '../transcribed-line.tsx'
import { MinutesAnnex } from './minutes-annex.tsx'
import styles from './minutes-content.module.css'
import { MinutesRules } from './minutes-rules.tsx'
import { memberName, usePartName } from './minutes-words.ts'

/** Everything minutes say, to read on a screen: the same as their PDF, and better for a screen reader. */
export function MinutesContent({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation('minutes')
  return (
    <div className={styles['content']}>
      {minutes.amends && <p>{t('document.amends', minutes.amends)}</p>}
      <Facts minutes={minutes} />
      <Composition minutes={minutes} />
      <Attendance minutes={minutes} />
      <section>
        <h3>{t('document.decisions')}</h3>
        {minutes.decisions.map((decision) => (
          <Decision key={decision.oralId} minutes={minutes} decision={decision} />
        ))}
      </section>
      <section>
        <h3>{t('document.titles')}</h3>
        <ul>
          {minutes.titles.map((title) => (
            <Title key={title.candidateId} minutes={minutes} title={title} />
          ))}
        </ul>
      </section>
      <MinutesRules minutes={minutes} />
      <section>
        <h3>{t('document.appeal')}</h3>
        <p className={styles['words']}>{minutes.appeal}</p>
      </section>
      <MinutesAnnex minutes={minutes} />
    </div>
  )
}

function Facts({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation('minutes')
  const { certification, session, panel } = minutes
  const registration = ({ rncpCode, certifier }: Minutes['certification']) => {
    if (rncpCode === null) return t('document.noRncp')
    return certifier?.registeredOn ? t('document.rncpSince', { code: rncpCode, day: formatDate(certifier.registeredOn) }) : rncpCode
  }
  const facts = [
    [t('document.certification'), certification.title],
    [t('document.level'), certification.level],
    ...(certification.certifier ? ([[t('document.certifier'), certifierName(certification.certifier)]] as const) : []),
    [t('document.rncp'), registration(certification)],
    [t('document.framework'), t('document.version', certification.framework)],
    [t('document.session'), session.title],
    [t('document.centre'), session.centre],
    [t('document.panel'), panel.name],
    [t('document.room'), panel.room],
    [t('document.day'), formatDate(minutes.day)],
    [t('document.hours'), t('document.hoursValue', { start: formatTime(minutes.startedAt), end: formatTime(minutes.endedAt) })],
  ] as const
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Composition({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation('minutes')
  return (
    <section>
      <h3>{t('document.composition')}</h3>
      <ul>
        {minutes.members.map((member) => (
          <li key={member.jurorId}>
            <strong>{member.name}</strong>
            {member.president && ` (${t('document.president')})`}, {member.quality},{' '}
            {member.external ? t('document.external') : t('document.internal')},{' '}
            {member.present ? t('document.present') : t('document.absent', { reason: member.absenceReason })}
          </li>
        ))}
      </ul>
      <p>
        {t('document.figures', minutesFigures(minutes).members)} {minutes.parity && t('document.parity', minutes.parity)}
      </p>
      {minutes.compositionNotes.map((note) => (
        <p key={note} className={styles['words']}>
          {note}
        </p>
      ))}
      {minutes.recusals.length === 0 ? (
        <p>{t('document.noRecusal')}</p>
      ) : (
        <ul>
          {minutes.recusals.map(({ jurorId, candidateId, reason }) => (
            <li key={`${jurorId} ${candidateId}`}>
              {t('document.recusal', { juror: memberName(minutes, jurorId), candidate: candidateName(minutes, candidateId), reason })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Attendance({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation(['minutes', 'domain'])
  const partName = usePartName()
  return (
    <section>
      <h3>{t('document.attendance')}</h3>
      <p>{t('document.called', minutesFigures(minutes).candidates)}</p>
      <ul>
        {minutes.attendance.map((line) => (
          <li key={line.oralId}>
            <strong>{line.name}</strong> (n° {line.number}), {partName(line.part)} : {t(`domain:presence.${line.presence}`)}
            {line.presence !== 'absent' && `, ${t(`document.identity.${line.identityChecked ? 'checked' : 'unchecked'}`)}`}
            {line.presenceSigned && `, ${t(`document.presenceSigned.${line.presenceSigned}`)}`}
            {line.elapsedMs > 0 &&
              `, ${t('document.timeValue', { elapsed: formatDuration(line.elapsedMs), allotted: formatDuration(line.allottedMs) })}`}
            {line.overtimeMs > 0 && `, ${t('document.overtime', { time: formatDuration(line.overtimeMs) })}`}
            {line.accommodations.length > 0 && <p>{t('document.accommodations', { effects: formatList(line.accommodations) })}</p>}
            {line.incidents.length > 0 && <p>{t('document.incidents', { notes: formatList(line.incidents) })}</p>}
            {line.transcriptions?.map((told) => (
              <TranscribedLine key={`${told.filledBy} ${told.by}`} transcribed={told} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decision({ minutes, decision }: { minutes: Minutes; decision: PanelDecision }) {
  const { t } = useTranslation(['minutes', 'domain'])
  const partName = usePartName()
  const plain = decision.sections.filter(({ verdict, reason }) => verdict === 'acquired' && reason === '')
  const told = decision.sections.filter((section) => !plain.includes(section))
  const against = decision.proposal !== null && decision.proposal !== decision.verdict
  return (
    <div className={styles['decision']}>
      <h4>
        {candidateName(minutes, decision.candidateId)}, {partName(decision.part)}
      </h4>
      <p>
        {t('document.decision')} : <strong>{t(`domain:partVerdict.${decision.verdict}`)}</strong>
      </p>
      <p>
        {decision.proposal === null
          ? t('document.noProposal')
          : t('document.proposal', { value: t(`domain:partVerdict.${decision.proposal}`) })}{' '}
        {against && t('document.against')}
      </p>
      {decision.reason !== '' && <p className={styles['words']}>{t('document.reason', { reason: decision.reason })}</p>}
      {plain.length > 0 && <p>{t('document.acquired', { sections: formatList(plain.map(({ id }) => id)) })}</p>}
      {told.length > 0 && (
        <ul>
          {told.map(({ id, verdict, reason }) => (
            <li key={id}>
              {id} : {t(`domain:verdict.${verdict}`)}
              {reason !== '' && `. ${reason}`}
            </li>
          ))}
        </ul>
      )}
      {decision.retake.length > 0 && (
        <p>
          {t('document.retake', { parts: formatList(decision.retake.map((part) => (part === decision.part ? partName(part) : part))) })}
        </p>
      )}
      <VoteWords minutes={minutes} decision={decision} />
      {decision.missingJurors.length > 0 && (
        <p>{t('document.missingSheets', { names: formatList(decision.missingJurors.map((id) => memberName(minutes, id))) })}</p>
      )}
    </div>
  )
}

function VoteWords({ minutes, decision: { vote } }: { minutes: Minutes; decision: PanelDecision }) {
  const { t } = useTranslation('minutes')
  if (vote === null) return <p>{t('document.unanimous')}</p>
  const names = (ids: readonly string[]) => (ids.length === 0 ? t('document.nobody') : formatList(ids.map((id) => memberName(minutes, id))))
  return (
    <p>
      {t('document.voteNames', { inFavour: names(vote.inFavour), against: names(vote.against), abstained: names(vote.abstained) })}{' '}
      {vote.castingVote && t('document.castingVote')}
    </p>
  )
}

function Title({ minutes, title }: { minutes: Minutes; title: TitleOutcome }) {
  const { t } = useTranslation('minutes')
  const partName = usePartName()
  const { acquiredBlocks, acquiredBefore = [], missingParts, pendingParts } = title
  return (
    <li>
      <strong>{candidateName(minutes, title.candidateId)}</strong> : {t(`outcome.${title.outcome}`)}.{' '}
      {acquiredBlocks.length > 0 ? t('outcomeDetail.acquired', { blocks: formatList(acquiredBlocks) }) : t('outcomeDetail.acquiredNone')}{' '}
      {acquiredBefore.length > 0 && t('outcomeDetail.acquiredBefore', { blocks: formatList(acquiredBefore) })}{' '}
      {missingParts.length > 0 && t('outcomeDetail.missing', { parts: formatList(missingParts.map(partName)) })}{' '}
      {pendingParts.length > 0 && t('outcomeDetail.pending', { parts: formatList(pendingParts.map(partName)) })}
    </li>
  )
}
