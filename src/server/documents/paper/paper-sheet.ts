import type { Content } from 'pdfmake/interfaces.js'
import encodeQr from 'qr'
import { presenceSchema } from '#domain/entry.ts'
import { allottedMs, type Candidate, type ExamSession, type Juror, type Oral, type Panel } from '#domain/exam-session.ts'
import { type Grid, partKey } from '#domain/grid.ts'
import { formatPaperCode } from '#seal/paper-code.ts'
import { t } from '#texts/i18n.ts'
import { facts, heading, note } from '../../minutes/pdf/parts.ts'
import { longDay, partName, partRuleWords } from '../../minutes/pdf/words.ts'
import { printable } from '../pdf-maker.ts'
import { choices, ruledLines, TEXT_WIDTH, writeIn } from './boxes.ts'
import { deliveryContent, sectionContent } from './paper-grid.ts'

/** What one sheet is printed from. */
export interface PaperSubject {
  session: ExamSession
  oral: Oral
  candidate: Candidate
  panel: Panel
  juror: Juror
  grid: Grid
  gridHash: string
}

/** One juror's sheet for one oral, to be filled by hand: everything the sheet on a device asks for. */
export async function paperSheetContent(subject: PaperSubject): Promise<Content[]> {
  const { grid } = subject
  return [
    await headContent(subject),
    note(t('paper:sheet.howTo', { essential: t('paper:sheet.essential'), help: t('paper:sheet.help') })),
    ...courseContent(),
    ...grid.sections.flatMap((section) => sectionContent(grid, section)),
    ...deliveryContent(grid),
    ...partContent(grid),
    signaturesContent(),
    note(t('paper:sheet.certifierChoice')),
  ]
}

/** Who, what, when, and the code that says so to a tablet. */
async function headContent({ session, oral, candidate, panel, juror, grid, gridHash }: PaperSubject): Promise<Content> {
  const code = await formatPaperCode({
    sessionId: session.id,
    oralId: oral.id,
    jurorId: juror.id,
    grid: { id: grid.id, version: grid.version, hash: gridHash },
  })
  const minutes = Math.round(allottedMs(grid.durationMinutes, candidate.accommodations) / 60_000)
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: printable(t('paper:sheet.title')), style: 'title' },
          { text: printable(grid.title), style: 'subtitle' },
          facts([
            [
              t('paper:sheet.candidate'),
              `${candidate.firstName} ${candidate.lastName}, ${t('paper:sheet.number', { number: candidate.number })}`,
            ],
            [t('paper:sheet.juror'), `${juror.firstName} ${juror.lastName}`],
            [t('paper:sheet.panel'), t('paper:sheet.panelValue', { panel: panel.name, room: oral.room })],
            [t('paper:sheet.when'), `${longDay(oral.startsAt.slice(0, 10))}, ${oral.startsAt.slice(11, 16).replace(':', ' h ')}`],
            [t('paper:sheet.allotted'), t('paper:sheet.allottedValue', { minutes })],
            ...(candidate.accommodations.length === 0
              ? []
              : [[t('paper:sheet.accommodations'), candidate.accommodations.map(({ effect }) => effect).join(', ')] as const]),
          ]),
        ],
      },
      {
        width: 104,
        stack: [
          { svg: encodeQr(code, 'svg', { ecc: 'low', border: 4 }), alt: t('paper:sheet.codePicture'), width: 104 },
          { text: printable(t('paper:sheet.codeHint')), fontSize: 7.5, color: '#4a4a4a', alignment: 'center' },
        ],
      },
    ],
    columnGap: 14,
  }
}

/** Who came, and the timer's line. */
function courseContent(): Content[] {
  return [
    heading(t('paper:sheet.presence')),
    choices([...presenceSchema.options.map((value) => t(`domain:presence.${value}`)), t('paper:sheet.identityChecked')]),
    writeIn(t('paper:sheet.presenceReason'), TEXT_WIDTH),
    {
      table: {
        widths: ['auto', '*', '*', '*', '*'],
        body: [
          [
            { text: printable(t('paper:sheet.timer')), bold: true },
            ...(['startedAt', 'endedAt', 'paused', 'spoken'] as const).map((key) => printable(t(`paper:sheet.${key}`))),
          ],
        ],
      },
      layout: {
        hLineColor: () => '#888888',
        vLineColor: () => '#888888',
        hLineWidth: () => 0.5,
        vLineWidth: () => 0.5,
        paddingTop: () => 6,
        paddingBottom: () => 6,
      },
      margin: [0, 0, 0, 6],
    },
  ]
}

/** The opinion on the whole, and the words. */
function partContent(grid: Grid): Content[] {
  return [
    {
      unbreakable: true,
      stack: [
        heading(t('paper:sheet.part')),
        note(t('paper:sheet.rule', { rule: partRuleWords(grid.decisionRule.part) })),
        choices(
          (['validated', 'notValidated'] as const).map((value) => `${partName(partKey(grid.part))} : ${t(`domain:partVerdict.${value}`)}`),
        ),
        writeIn(t('paper:sheet.reason'), TEXT_WIDTH),
      ],
    },
    { unbreakable: true, stack: [heading(t('paper:sheet.appreciation')), ruledLines(TEXT_WIDTH, 7)] },
  ]
}

function signaturesContent(): Content {
  const room = (words: string) => ({
    text: printable(words),
    fontSize: 8.5,
    color: '#4a4a4a',
    margin: [0, 0, 0, 62] as [number, number, number, number],
  })
  return {
    unbreakable: true,
    stack: [
      heading(t('paper:sheet.signature')),
      {
        table: {
          widths: ['*', '*'],
          body: [[room(t('paper:sheet.jurorSignature')), room(t('paper:sheet.transcriberSignature'))]],
        },
        layout: { hLineWidth: () => 0.8, vLineWidth: () => 0.8 },
      },
    ],
  }
}
