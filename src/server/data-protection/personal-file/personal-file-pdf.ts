import type { Content } from 'pdfmake/interfaces.js'
import { t } from '#texts/i18n.ts'
import { printable } from '../../documents/pdf-maker.ts'
import { plainPdf } from '../../documents/plain-pdf.ts'
import { facts, heading, note, paragraph, subheading } from '../../minutes/pdf/parts.ts'
import { clockTime, longDay, moment } from '../../minutes/pdf/words.ts'
import { partName } from '../../results/decision-rows.ts'
import { points } from '../../results/pdf/result-document.ts'
import { decisionContent } from './decision-content.ts'
import type { LinksAbout } from './links-about.ts'
import type { PersonalFile } from './personal-file.ts'
import { sheetContent } from './sheet-content.ts'

/** The file to be read: who, which orals, what each juror noted, what was decided, what else is kept. Empty parts say so. */
export async function personalFilePdf(file: PersonalFile): Promise<Buffer> {
  const { candidate, session, certification, madeAt } = file
  const title = t('dataProtection:file.title')
  return plainPdf({
    title,
    author: t('shared:productName'),
    header: `${candidate.firstName} ${candidate.lastName}`,
    madeOn: madeAt.slice(0, 10),
    content: [
      { text: title, style: 'title' },
      { text: printable(`${certification.title}, ${session.title}`), style: 'subtitle' },
      paragraph(t('dataProtection:file.opening', { when: moment(madeAt) })),
      ...identityContent(file),
      ...section('orals', file.orals.map(oralWords)),
      ...section('supports', file.supports.map(supportWords)),
      heading(t('dataProtection:file.section.sheets')),
      ...(file.sheets.length === 0 ? [paragraph(t('dataProtection:file.none'))] : file.sheets.flatMap(sheetContent)),
      ...(file.sheetsErased > 0 ? [paragraph(t('dataProtection:file.sheetsErased', { count: file.sheetsErased }))] : []),
      heading(t('dataProtection:file.section.decisions')),
      ...(file.decisions.length === 0 ? [paragraph(t('dataProtection:file.none'))] : file.decisions.flatMap(decisionContent)),
      ...(file.title ? [paragraph(t('dataProtection:file.result', { outcome: t(`results:outcome.${file.title.outcome}`) }))] : []),
      ...section('others', othersWords(file)),
      note(t('dataProtection:file.closing')),
    ],
  })
}

function section(name: 'orals' | 'supports' | 'others', lines: readonly string[]): Content[] {
  const told = lines.length === 0 ? [paragraph(t('dataProtection:file.none'))] : points(lines)
  return [heading(t(`dataProtection:file.section.${name}`)), ...told]
}

function identityContent({ candidate, civilIdentity }: PersonalFile): Content[] {
  const accommodations = candidate.accommodations.map(({ effect }) => effect).join(' ; ')
  return [
    heading(t('dataProtection:file.section.identity')),
    facts([
      [t('dataProtection:file.name'), `${candidate.firstName} ${candidate.lastName}`],
      [t('dataProtection:file.number'), candidate.number],
      [t('dataProtection:file.blocks'), candidate.blocks.join(', ')],
      ...(candidate.acquiredBefore?.length
        ? [[t('dataProtection:file.acquiredBefore'), candidate.acquiredBefore.join(', ')] as const]
        : []),
      [t('dataProtection:file.accommodations'), accommodations === '' ? t('dataProtection:file.none') : accommodations],
    ]),
    ...(civilIdentity
      ? [
          subheading(t('dataProtection:file.civil')),
          facts([
            [t('dataProtection:file.birthName'), civilIdentity.birthName],
            [t('dataProtection:file.firstNames'), civilIdentity.firstNames.join(', ')],
            [t('dataProtection:file.birth'), birthWords(civilIdentity)],
            [t('dataProtection:file.birthPlace'), civilIdentity.birthCommune ?? t('dataProtection:file.unknown')],
            [t('dataProtection:file.sex'), civilIdentity.sex],
          ]),
        ]
      : []),
  ]
}

function birthWords({ birthDay, birthMonth, birthYear }: NonNullable<PersonalFile['civilIdentity']>): string {
  return [birthDay, birthMonth, birthYear].flatMap((part) => (part === null ? [] : [String(part).padStart(2, '0')])).join('/')
}

function oralWords({ part, startsAt, room, panel }: PersonalFile['orals'][number]): string {
  return t('dataProtection:file.oral', {
    part: partName(part),
    day: longDay(startsAt.slice(0, 10)),
    time: clockTime(startsAt),
    room,
    panel,
  })
}

function supportWords({ part, fileName, pages, receivedOn, isFileKept, exceptions }: PersonalFile['supports'][number]): string {
  const told = t('dataProtection:file.support', { part: partName(part), fileName, count: pages, day: longDay(receivedOn) })
  const kept = t(isFileKept ? 'dataProtection:file.supportKept' : 'dataProtection:file.supportGone')
  return [told, kept, ...exceptions.map(({ reason }) => t('dataProtection:file.exception', { reason }))].join(' ')
}

function othersWords({ passport, requests, attendance, ...about }: PersonalFile): string[] {
  return [
    ...attendance.map((line) =>
      t('dataProtection:file.attendance', { part: partName(line.part), presence: t(`domain:presence.${line.presence}`) }),
    ),
    ...passport.map(({ madeAt, state }) => t(`dataProtection:file.passport.${state}`, { when: moment(madeAt) })),
    ...linksWords(about),
    ...requests.map(({ kind, receivedOn, decision }) => {
      const outcome = decision ? t(`dataProtection:outcome.${decision.outcome}`) : t('dataProtection:outcome.waiting')
      return t('dataProtection:file.request', { kind: t(`dataProtection:kindOfRequest.${kind}`), day: longDay(receivedOn), outcome })
    }),
  ]
}

function linksWords({ links, withoutLink, recusals }: LinksAbout): string[] {
  return [
    ...links.map(({ kind, words, statedAt }) =>
      kind === null || statedAt === null
        ? t('dataProtection:file.linkNoted', { words })
        : t('dataProtection:file.linkDeclared', { day: longDay(statedAt.slice(0, 10)), kind: t(`interests:kind.${kind}`), words }),
    ),
    ...(withoutLink > 0 ? [t('dataProtection:file.withoutLink', { count: withoutLink })] : []),
    ...recusals.map(({ day, reason }) => t('dataProtection:file.recusal', { day: longDay(day), reason })),
  ]
}
