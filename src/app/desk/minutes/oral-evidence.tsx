import { useTranslation } from 'react-i18next'
import type { OralEvidence as Evidence } from '#contract/oral-evidence.ts'
import { formatDuration, formatPoints } from '../../shared/formatters.ts'
import styles from '../desk.module.css'
import minutesStyles from './minutes.module.css'

interface OralEvidenceProps {
  evidence: Evidence
  nameOf: (jurorId: string) => string
  /** Sections the sheets differ on: theirs come first and open. */
  divergentIds: ReadonlySet<string>
}

/** What stands behind the verdicts: reasons, marks that differ and notes by section, then opinions, time and delivery. */
export function OralEvidence({ evidence, nameOf, divergentIds }: OralEvidenceProps) {
  const { t } = useTranslation('minutes')
  const ordered = [...evidence.sections].sort((a, b) => Number(divergentIds.has(b.id)) - Number(divergentIds.has(a.id)))
  return (
    <div className={minutesStyles['evidence']}>
      {ordered.map((section) => (
        <SectionEvidence key={section.id} section={section} nameOf={nameOf} isOpen={divergentIds.has(section.id)} />
      ))}
      {evidence.opinions.length > 0 && (
        <details className={styles['details']}>
          <summary>{t('deliberation.evidence.opinions')}</summary>
          <ul>
            {evidence.opinions.map(({ jurorId, reason, appreciation }) => (
              <li key={jurorId}>
                {nameOf(jurorId)} : {[reason, appreciation].filter((words) => words !== '').join(' – ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className={styles['details']}>
        <summary>{t('deliberation.evidence.course')}</summary>
        <ul>
          {evidence.timings.map(({ jurorId, allottedMs, elapsedMs, overtimeMs, pausedMs }) => (
            <li key={jurorId} className="cdj-figures">
              {nameOf(jurorId)} :{' '}
              {[
                t('document.timeValue', { elapsed: formatDuration(elapsedMs), allotted: formatDuration(allottedMs) }),
                ...(overtimeMs > 0 ? [t('document.overtime', { time: formatDuration(overtimeMs) })] : []),
                ...(pausedMs > 0 ? [t('deliberation.evidence.paused', { time: formatDuration(pausedMs) })] : []),
              ].join(', ')}
            </li>
          ))}
          {evidence.delivery.map(({ title, isContested, marks }) => (
            <li key={title}>
              {title}
              {isContested && <strong> ({t('deliberation.evidence.contestedOne')})</strong>} : <Marks marks={marks} nameOf={nameOf} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function SectionEvidence({
  section,
  nameOf,
  isOpen,
}: Pick<OralEvidenceProps, 'nameOf'> & { section: Evidence['sections'][number]; isOpen: boolean }) {
  const { t } = useTranslation('minutes')
  return (
    <details className={styles['details']} open={isOpen}>
      <summary>
        {section.id} {section.title}
      </summary>
      <ul>
        {section.jurors.map(({ jurorId, points, reason }) => (
          <li key={`verdict ${jurorId}`}>
            {nameOf(jurorId)} :{' '}
            {[points === null ? '' : t('deliberation.evidence.points', { points: formatPoints(points) }), reason]
              .filter((words) => words !== '')
              .join('. ')}
          </li>
        ))}
        {section.contested.map(({ label, marks }) => (
          <li key={`mark ${label}`}>
            {label} : <Marks marks={marks} nameOf={nameOf} />
          </li>
        ))}
        {section.notes.map(({ id, jurorId, text }) => (
          <li key={`note ${jurorId} ${id}`}>
            {t('deliberation.evidence.note', { name: nameOf(jurorId), text: text === '' ? t('deliberation.evidence.ink') : text })}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Marks({ marks, nameOf }: Pick<OralEvidenceProps, 'nameOf'> & { marks: Evidence['delivery'][number]['marks'] }) {
  const { t } = useTranslation(['minutes', 'domain'])
  const words = marks.map(({ jurorId, value }) =>
    t('minutes:deliberation.evidence.mark', {
      name: nameOf(jurorId),
      value: value === null ? t('minutes:deliberation.evidence.unmarked') : t(`domain:observation.${value}`).toLowerCase(),
    }),
  )
  return <>{words.join(' ; ')}</>
}
