import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { certifierName } from '#domain/certifier.ts'
import { candidateName, type Minutes, minutesFigures } from '#domain/minutes.ts'
import { t } from '#texts/i18n.ts'
import { facts, grid, heading, paragraph } from './parts.ts'
import { clockTime, longDay, memberName, plainDay } from './words.ts'

/** What, when and where, then who sat. */
export function compositionContent(minutes: Minutes): Content[] {
  const { certification, session, panel } = minutes
  return [
    facts([
      [t('minutes:document.certification'), certification.title],
      [t('minutes:document.level'), String(certification.level)],
      ...(certification.certifier ? ([[t('minutes:document.certifier'), certifierName(certification.certifier)]] as const) : []),
      [t('minutes:document.rncp'), registration(certification)],
      [t('minutes:document.framework'), t('minutes:document.version', certification.framework)],
      [t('minutes:document.session'), session.title],
      [t('minutes:document.centre'), session.centre],
      [t('minutes:document.panel'), panel.name],
      [t('minutes:document.room'), panel.room],
      [t('minutes:document.day'), longDay(minutes.day)],
      [
        t('minutes:document.hours'),
        t('minutes:document.hoursValue', { start: clockTime(minutes.startedAt), end: clockTime(minutes.endedAt) }),
      ],
    ]),
    heading(t('minutes:document.composition')),
    grid(
      ['*', '*', 'auto', '*'],
      [t('minutes:document.member'), t('minutes:document.quality'), t('minutes:document.origin'), t('minutes:document.presence')],
      minutes.members.map(memberRow),
    ),
    paragraph(figures(minutes)),
    ...minutes.compositionNotes.map((note) => paragraph(`${t('minutes:document.compositionNotes')} : ${note}`)),
    paragraph(
      minutes.recusals.length === 0
        ? t('minutes:document.noRecusal')
        : minutes.recusals
            .map(({ jurorId, candidateId, reason }) =>
              t('minutes:document.recusal', {
                juror: memberName(minutes, jurorId),
                candidate: candidateName(minutes, candidateId),
                reason,
              }),
            )
            .join('\n'),
    ),
  ]
}

function registration({ rncpCode, certifier }: Minutes['certification']): string {
  if (rncpCode === null) return t('minutes:document.noRncp')
  return certifier?.registeredOn ? t('minutes:document.rncpSince', { code: rncpCode, day: plainDay(certifier.registeredOn) }) : rncpCode
}

function memberRow({ name, president, quality, external, present, absenceReason }: Minutes['members'][number]): TableCell[] {
  return [
    president ? `${name} (${t('minutes:document.president')})` : name,
    quality,
    external ? t('minutes:document.external') : t('minutes:document.internal'),
    present ? t('minutes:document.present') : t('minutes:document.absent', { reason: absenceReason }),
  ]
}

function figures(minutes: Minutes): string {
  return [
    t('minutes:document.figures', minutesFigures(minutes).members),
    ...(minutes.parity ? [t('minutes:document.parity', minutes.parity)] : []),
  ].join(' ')
}
