import type { Content } from 'pdfmake/interfaces.js'
import type { PanelDecision, TitleOutcome, Vote } from '#domain/deliberation.ts'
import { candidateName, type Minutes, minutesFigures } from '#domain/minutes.ts'
import { t } from '#texts/i18n.ts'
import { grid, heading, note, paragraph, subheading } from './parts.ts'
import { duration, memberName, names, partName, partRuleWords, shortHash, verdictName } from './words.ts'

/** Who passed what, and how it went. */
export function attendanceContent(minutes: Minutes): Content[] {
  return [
    heading(t('minutes:document.attendance')),
    paragraph(t('minutes:document.called', minutesFigures(minutes).candidates)),
    grid(
      ['auto', '*', 'auto', '*'],
      [t('minutes:document.exam'), t('minutes:document.candidate'), t('minutes:document.presence'), t('minutes:document.time')],
      minutes.attendance.map((line) => [partName(line.part), `${line.name} (n° ${line.number})`, presence(line), course(line)]),
    ),
  ]
}

function presence({ presence: value, identityChecked, presenceSigned }: Minutes['attendance'][number]): string {
  const words = [
    t(`domain:presence.${value}`),
    ...(value === 'absent' ? [] : [t(`minutes:document.identity.${identityChecked ? 'checked' : 'unchecked'}`)]),
    ...(presenceSigned ? [t(`minutes:document.presenceSigned.${presenceSigned}`)] : []),
  ]
  return words.join(', ')
}

function course(line: Minutes['attendance'][number]): string {
  const lines = [
    line.elapsedMs === 0
      ? t('minutes:document.notHeld')
      : t('minutes:document.timeValue', { elapsed: duration(line.elapsedMs), allotted: duration(line.allottedMs) }),
    ...(line.overtimeMs > 0 ? [t('minutes:document.overtime', { time: duration(line.overtimeMs) })] : []),
    ...(line.accommodations.length > 0 ? [t('minutes:document.accommodations', { effects: line.accommodations.join(', ') })] : []),
    ...(line.incidents.length > 0 ? [t('minutes:document.incidents', { notes: line.incidents.join(' ; ') })] : []),
    ...(line.transcriptions ?? []).map((told) => t('transcription:line', told)),
  ]
  return lines.join('\n')
}

/** The rules the panel applied, each under the hash of its grid. */
export function rulesContent(minutes: Minutes): Content[] {
  return [
    heading(t('minutes:document.rules')),
    ...minutes.grids.flatMap(({ grid: ref, title, decisionRule }) => [
      subheading(`${title} (${t('minutes:document.version', ref)})`),
      paragraph(
        `${t('minutes:rule.section', {
          acquired: decisionRule.section.acquiredFromPercent,
          inProgress: decisionRule.section.inProgressFromPercent,
        })} ${partRuleWords(decisionRule.part)}`,
      ),
      note(t('minutes:document.fingerprint', { hash: ref.hash })),
    ]),
    note(`${t('minutes:document.framework')}. ${t('minutes:document.fingerprint', { hash: minutes.certification.framework.hash })}`),
  ]
}

/** Titles of the sections decided on, by id: the minutes name them by their ids, the grids by their words. */
export type SectionTitles = ReadonlyMap<string, string>

/** Every decision with its reasons, its vote and the sheets it rests on. */
export function decisionsContent(minutes: Minutes, titles: SectionTitles): Content[] {
  return minutes.decisions.flatMap((decision, place) => {
    const [head, ...rest] = decisionContent(minutes, decision, titles)
    // The section's title stays with the first decision.
    return place === 0
      ? [{ unbreakable: true, stack: [heading(t('minutes:document.decisions')), head ?? ''] }, ...rest]
      : [head ?? '', ...rest]
  })
}

function decisionContent(minutes: Minutes, decision: PanelDecision, titles: SectionTitles): Content[] {
  const plain = decision.sections.filter(({ verdict, reason }) => verdict === 'acquired' && reason === '')
  const told = decision.sections.filter((section) => !plain.includes(section))
  return [
    {
      unbreakable: true,
      stack: [
        subheading(`${candidateName(minutes, decision.candidateId)}, ${partName(decision.part)}`),
        {
          text: [`${t('minutes:document.decision')} : `, { text: t(`domain:partVerdict.${decision.verdict}`), bold: true }],
          style: 'verdict',
        },
        paragraph(decisionWords(minutes, decision).join('\n')),
        ...(plain.length === 0 ? [] : [paragraph(t('minutes:document.acquired', { sections: plain.map(({ id }) => id).join(', ') }))]),
      ],
    },
    ...(told.length === 0
      ? []
      : [
          grid(
            ['*', 'auto', '*'],
            [t('minutes:document.section'), t('minutes:document.verdict'), t('minutes:document.sectionReason')],
            told.map(({ id, verdict, reason }) => [`${id} ${titles.get(id) ?? ''}`.trim(), verdictName(verdict), reason]),
          ),
        ]),
    note(sheetsWords(minutes, decision)),
  ]
}

function decisionWords(minutes: Minutes, decision: PanelDecision): string[] {
  const against = decision.proposal !== null && decision.proposal !== decision.verdict
  return [
    decision.presence === 'present' ? '' : t(`domain:presence.${decision.presence}`),
    decision.proposal === null
      ? t('minutes:document.noProposal')
      : t('minutes:document.proposal', { value: t(`domain:partVerdict.${decision.proposal}`) }),
    against ? t('minutes:document.against') : '',
    decision.reason === '' ? '' : t('minutes:document.reason', { reason: decision.reason }),
    decision.retake.length === 0 ? '' : t('minutes:document.retake', { parts: decision.retake.map(retakeName).join(', ') }),
    decision.vote === null ? t('minutes:document.unanimous') : voteWords(minutes, decision.vote),
  ].filter((line) => line !== '')
}

function retakeName(part: string): string {
  return /^B\d+$/.test(part) || part === 'finalInterview' ? partName(part) : part
}

function voteWords(minutes: Minutes, vote: Vote): string {
  const counts = t('minutes:document.vote', {
    inFavour: vote.inFavour.length,
    against: vote.against.length,
    abstained: vote.abstained.length,
  })
  const who = t('minutes:document.voteNames', {
    inFavour: names(minutes, vote.inFavour),
    against: names(minutes, vote.against),
    abstained: names(minutes, vote.abstained),
  })
  return [counts, who, ...(vote.castingVote ? [t('minutes:document.castingVote')] : [])].join(' ')
}

function sheetsWords(minutes: Minutes, { sheets, missingJurors }: PanelDecision): string {
  const lines = sheets.map(({ jurorId, hash }) =>
    t('minutes:document.sheetLine', { juror: memberName(minutes, jurorId), hash: shortHash(hash) }),
  )
  return [
    ...(lines.length === 0 ? [] : [`${t('minutes:document.sheets')} : ${lines.join(' ; ')}.`]),
    ...(missingJurors.length === 0 ? [] : [t('minutes:document.missingSheets', { names: names(minutes, missingJurors) })]),
  ].join(' ')
}

/** What each candidate has of the certification once this day is counted. */
export function titlesContent(minutes: Minutes): Content[] {
  return [
    heading(t('minutes:document.titles')),
    grid(
      ['auto', 'auto', '*'],
      [t('minutes:document.candidate'), t('minutes:document.decision'), t('minutes:document.titleDetails')],
      minutes.titles.map((title) => [candidateName(minutes, title.candidateId), t(`minutes:outcome.${title.outcome}`), titleWords(title)]),
    ),
  ]
}

function titleWords({ acquiredBlocks, acquiredBefore = [], missingParts, pendingParts }: TitleOutcome): string {
  return [
    acquiredBlocks.length === 0
      ? t('minutes:outcomeDetail.acquiredNone')
      : t('minutes:outcomeDetail.acquired', { blocks: acquiredBlocks.join(', ') }),
    ...(acquiredBefore.length === 0 ? [] : [t('minutes:outcomeDetail.acquiredBefore', { blocks: acquiredBefore.join(', ') })]),
    ...(missingParts.length === 0 ? [] : [t('minutes:outcomeDetail.missing', { parts: missingParts.map(partName).join(', ') })]),
    ...(pendingParts.length === 0 ? [] : [t('minutes:outcomeDetail.pending', { parts: pendingParts.map(partName).join(', ') })]),
  ].join(' ')
}

/** The whole hash of every sheet the panel had before it: what a proof is checked against. */
export function sheetHashesContent(minutes: Minutes): Content[] {
  const lines = minutes.decisions.flatMap(({ oralId, part, sheets }) => {
    const candidate = minutes.attendance.find((line) => line.oralId === oralId)?.name ?? oralId
    return sheets.map(({ jurorId, hash }) => [`${candidate}, ${partName(part)}`, memberName(minutes, jurorId), { text: hash, fontSize: 8 }])
  })
  if (lines.length === 0) return []
  return [
    heading(t('minutes:document.annex')),
    grid(['auto', 'auto', '*'], [t('minutes:document.exam'), t('minutes:document.member'), t('minutes:document.sheetHash')], lines),
  ]
}
