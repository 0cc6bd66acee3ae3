import { useTranslation } from 'react-i18next'
import { certifierName } from '#domain/certifier.ts'
import type { PanelDecision } from '#domain/deliberation.ts'
import { candidateName, type Minutes, minutesFigures } from '#domain/minutes.ts'
import { formatList, formatLongDate, formatTime } from '../../shared/formatters.ts'
import { clockText } from '../../shared/sheet/clock-text.ts'
import { VerdictIcon } from '../oral/marking/verdict-icon.tsx'
import styles from './deliberation.module.css'

interface MinutesReadingProps {
  minutes: Minutes
  /** « Bloc 1 », from a part's key. */
  partName: (part: string) => string
  /** A section's title, by its grid's hash; empty where it is not known. */
  sectionTitle: (gridHash: string, sectionId: string) => string
}

/** Minutes in plain French, whole: what every member reads before signing. */
export function MinutesReading({ minutes, partName, sectionTitle }: MinutesReadingProps) {
  const { t } = useTranslation('deliberation')
  const { certification, session, panel, members, recusals } = minutes
  const memberName = (id: string) => members.find(({ jurorId }) => jurorId === id)?.name ?? id
  return (
    <article className={styles['paper']}>
      <header>
        <p>
          <strong>{t('reading.certification', certification)}</strong>
        </p>
        {certification.certifier && <p>{t('reading.certifier', { name: certifierName(certification.certifier) })}</p>}
        <p>
          {certification.rncpCode === null ? t('reading.rncpNone') : t('reading.rncp', { code: certification.rncpCode })}{' '}
          {certification.certifier?.registeredOn && t('reading.registered', { day: formatLongDate(certification.certifier.registeredOn) })}
        </p>
        <p>{t('reading.session', session)}</p>
        <p>{t('reading.panel', { panel: panel.name, room: panel.room })}</p>
        <p>
          {t('reading.hours', {
            date: formatLongDate(minutes.day),
            start: formatTime(minutes.startedAt),
            end: formatTime(minutes.endedAt),
          })}
        </p>
        {minutes.amends && <p>{t('reading.amends', minutes.amends)}</p>}
      </header>
      <h3>{t('reading.members')}</h3>
      <ul>
        {members.map((member) => (
          <li key={member.jurorId}>
            {t('reading.member', {
              name: member.name,
              quality: member.quality,
              side: member.external ? t('minutes.external') : t('minutes.internal'),
            })}
            {member.president && ` (${t('minutes.president')})`}
            {!member.present && ` – ${t('reading.absent', { reason: member.absenceReason })}`}
          </li>
        ))}
      </ul>
      <p>
        {t('reading.figures', minutesFigures(minutes).members)} {minutes.parity && t('reading.parity', minutes.parity)}
      </p>
      {recusals.length === 0 ? (
        <p>{t('reading.recusalsNone')}</p>
      ) : (
        <>
          <h3>{t('reading.recusals')}</h3>
          <ul>
            {recusals.map(({ jurorId, candidateId, reason }) => (
              <li key={`${jurorId}/${candidateId}`}>
                {t('minutes.recusalLine', { juror: memberName(jurorId), candidate: candidateName(minutes, candidateId), reason })}
              </li>
            ))}
          </ul>
        </>
      )}
      {minutes.compositionNotes.length > 0 && (
        <>
          <h3>{t('reading.composition')}</h3>
          {minutes.compositionNotes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </>
      )}
      <h3>{t('reading.candidates')}</h3>
      {minutes.attendance.map((attendance) => {
        const decision = minutes.decisions.find(({ oralId }) => oralId === attendance.oralId)
        return (
          <section key={attendance.oralId}>
            <h4>{t('reading.candidate', { ...attendance, part: partName(attendance.part) })}</h4>
            <Attendance attendance={attendance} />
            {decision && <Decision decision={decision} memberName={memberName} partName={partName} sectionTitle={sectionTitle} />}
          </section>
        )
      })}
      <h3>{t('reading.titles')}</h3>
      <ul>
        {minutes.titles.map((title) => (
          <li key={title.candidateId}>
            {[
              t('reading.title', { name: candidateName(minutes, title.candidateId), outcome: t(`reading.outcome.${title.outcome}`) }),
              ...(title.acquiredBlocks.length > 0
                ? [t('reading.acquired', { blocks: formatList(title.acquiredBlocks.map(partName)) })]
                : []),
              ...(title.acquiredBefore ? [t('reading.acquiredBefore', { blocks: formatList(title.acquiredBefore.map(partName)) })] : []),
              ...(title.missingParts.length > 0
                ? [t('reading.missingParts', { parts: formatList(title.missingParts.map(partName)) })]
                : []),
              ...(title.pendingParts.length > 0 ? [t('reading.pending', { parts: formatList(title.pendingParts.map(partName)) })] : []),
            ].join(' ')}
          </li>
        ))}
      </ul>
      <h3>{t('reading.grids')}</h3>
      <ul>
        {minutes.grids.map(({ grid, title }) => (
          <li key={grid.hash}>
            {t('reading.grid', { title, version: grid.version })}
            <br />
            <span className={styles['hash']}>{t('reading.gridHash', { hash: grid.hash })}</span>
          </li>
        ))}
      </ul>
      <h3>{t('reading.appeal')}</h3>
      <p className={styles['prose']}>{minutes.appeal}</p>
    </article>
  )
}

function Attendance({ attendance }: { attendance: Minutes['attendance'][number] }) {
  const { t } = useTranslation(['deliberation', 'domain', 'transcription'])
  const facts = [
    t('deliberation:reading.presence', { presence: t(`domain:presence.${attendance.presence}`).toLowerCase() }),
    attendance.identityChecked ? t('deliberation:reading.identity') : t('deliberation:reading.identityNot'),
    ...(attendance.presenceSigned ? [t(`deliberation:reading.presenceSigned.${attendance.presenceSigned}`)] : []),
    t('deliberation:reading.time', { elapsed: clockText(attendance.elapsedMs), allotted: clockText(attendance.allottedMs) }),
    ...(attendance.overtimeMs > 0 ? [t('deliberation:reading.overtime', { overtime: clockText(attendance.overtimeMs) })] : []),
    ...(attendance.accommodations.length > 0
      ? [t('deliberation:reading.accommodations', { list: formatList(attendance.accommodations) })]
      : []),
    ...(attendance.incidents.length > 0 ? [t('deliberation:reading.incidents', { list: attendance.incidents.join(' ; ') })] : []),
    ...(attendance.transcriptions ?? []).map((line) => t('transcription:line', line)),
  ]
  return <p className="cdj-figures">{facts.join(' ')}</p>
}

interface DecisionProps {
  decision: PanelDecision
  memberName: (jurorId: string) => string
  partName: (part: string) => string
  sectionTitle: (gridHash: string, sectionId: string) => string
}

function Decision({ decision, memberName, partName, sectionTitle }: DecisionProps) {
  const { t } = useTranslation(['deliberation', 'domain'])
  const { vote } = decision
  const facts = [
    ...(decision.sheets.length > 0
      ? [t('deliberation:reading.sheets', { names: formatList(decision.sheets.map(({ jurorId }) => memberName(jurorId))) })]
      : []),
    ...(decision.missingJurors.length > 0
      ? [t('deliberation:reading.missing', { names: formatList(decision.missingJurors.map(memberName)) })]
      : []),
    ...(decision.proposal === null
      ? []
      : [t('deliberation:reading.ruleProposed', { verdict: t(`domain:partVerdict.${decision.proposal}`).toLowerCase() })]),
  ]
  return (
    <>
      <p>{facts.join(' ')}</p>
      {decision.sections.length > 0 && (
        <ul className={styles['plain']}>
          {decision.sections.map(({ id, verdict, reason }) => (
            <li key={id}>
              <span className={styles['verdict']} data-verdict={verdict}>
                <VerdictIcon verdict={verdict} size={16} />{' '}
                {t('deliberation:reading.section', {
                  section: [id, sectionTitle(decision.grid.hash, id)].join(' ').trim(),
                  verdict: t(`domain:verdict.${verdict}`).toLowerCase(),
                })}
              </span>
              {reason !== '' && ` – ${reason}`}
            </li>
          ))}
        </ul>
      )}
      <p>
        <strong>{t('deliberation:reading.decision', { verdict: t(`domain:partVerdict.${decision.verdict}`).toLowerCase() })}</strong>
        {decision.reason !== '' && ` ${t('deliberation:reading.reason', { reason: decision.reason })}`}
      </p>
      {decision.retake.length > 0 && (
        <p>
          {t('deliberation:reading.retake', { list: formatList(decision.retake.map((id) => (id === decision.part ? partName(id) : id))) })}
        </p>
      )}
      {vote && (
        <p>
          {t('deliberation:reading.vote', {
            inFavour: vote.inFavour.length,
            against: vote.against.length,
            abstained: vote.abstained.length,
          })}
          {vote.castingVote && ` ${t('deliberation:reading.casting')}`}
        </p>
      )}
    </>
  )
}
