import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { oralsOfDay } from '#domain/compose-minutes.ts'
import type { Strokes } from '#domain/entry.ts'
import type { Panel } from '#domain/exam-session.ts'
import { panelThrough } from '#domain/panel-seats.ts'
import { croppedToInk } from '#domain/strokes.ts'
import { t } from '#texts/i18n.ts'
import { grid, heading, note, paragraph, SOFT } from '../../minutes/pdf/parts.ts'
import { signatureSvg } from '../../minutes/pdf/signature-svg.ts'
import { clockTime, longDay, moment } from '../../minutes/pdf/words.ts'
import { printable } from '../pdf-maker.ts'
import { plainPdf } from '../plain-pdf.ts'
import type { AttendanceSignatures } from './attendance-signatures.ts'
import { fullName, madeOn, oralWords, type PrintedSession, titled } from './convocation-parts.ts'

/** Room for a hand's signature, in points. */
const SIGNATURE_HEIGHT = 34
const SIGNATURE_WIDTH = 170

/** One panel's day: each oral's candidate, then each member, signed as far as sheets say, else with room for a hand; null when it hears nobody that day. */
export async function attendanceSheetPdf(
  printed: PrintedSession,
  panel: Panel,
  day: string,
  signatures: AttendanceSignatures,
): Promise<Buffer | null> {
  const { session, author, madeOn: madeOnDay } = printed
  const orals = oralsOfDay(session, panel.id, day)
  if (orals.length === 0) return null
  const { jurorIds, presidentId } = panelThrough(panel, orals)
  const members = jurorIds.flatMap((id) => session.jurors.find((juror) => juror.id === id) ?? [])
  const title = t('convocations:attendance.title')
  return plainPdf({
    title: `${title}, ${panel.name}, ${longDay(day)}`,
    author,
    header: author,
    madeOn: madeOnDay,
    content: [
      ...titled(title, printed),
      paragraph(`${t('convocations:attendance.panel', { panel: panel.name, room: panel.room })}, ${longDay(day)}`),
      note(t('convocations:attendance.note')),
      ...(signatures.candidates.size + signatures.jurors.size > 0 ? [note(t('convocations:attendance.filled'))] : []),
      heading(t('convocations:attendance.candidates')),
      grid(
        ['auto', 'auto', '*', 'auto', SIGNATURE_WIDTH],
        [
          t('convocations:columns.time'),
          t('convocations:columns.number'),
          t('convocations:columns.candidate'),
          t('convocations:columns.part'),
          t('convocations:columns.signature'),
        ],
        orals.map((oral) => {
          const candidate = session.candidates.find(({ id }) => id === oral.candidateId)
          return [
            clockTime(oral.startsAt),
            candidate?.number ?? '',
            candidate ? fullName(candidate) : '',
            oralWords(printed, oral).part,
            candidateCell(candidate ? fullName(candidate) : '', signatures.candidates.get(oral.id)),
          ]
        }),
      ),
      {
        // Its title never ends a page alone: the whole panel has room on one.
        unbreakable: true,
        stack: [
          heading(t('convocations:attendance.jurors')),
          grid(
            ['*', '*', SIGNATURE_WIDTH],
            [t('convocations:columns.member'), t('convocations:columns.quality'), t('convocations:columns.signature')],
            members.map((juror) => [
              juror.id === presidentId ? t('convocations:attendance.president', { name: fullName(juror) }) : fullName(juror),
              juror.quality,
              jurorCell(fullName(juror), signatures.jurors.get(juror.id)),
            ]),
          ),
        ],
      },
      madeOn(printed),
    ],
  })
}

function candidateCell(name: string, given: ReturnType<AttendanceSignatures['candidates']['get']>): TableCell {
  if (!given) return box()
  const when = moment(given.at)
  if (given.gesture.kind === 'paper') return { stack: [box(), note(t('convocations:attendance.signedOnPaper', { when }))] }
  return { stack: [drawing(name, given.gesture.strokes), note(t('convocations:attendance.signedPresence', { when }))] }
}

function jurorCell(name: string, given: ReturnType<AttendanceSignatures['jurors']['get']>): TableCell {
  if (!given) return box()
  const { signature, signedAt, sheets } = given
  const gesture: Content =
    signature.kind === 'drawn'
      ? drawing(name, signature.strokes)
      : { text: printable(signature.name), italics: true, fontSize: 13, margin: [0, 3, 0, 3] }
  return { stack: [gesture, note(t('convocations:attendance.signedSheets', { count: sheets, when: moment(signedAt) }))] }
}

function drawing(name: string, strokes: Strokes): Content {
  return {
    svg: signatureSvg(croppedToInk(strokes)),
    alt: t('minutes:document.picture', { name }),
    fit: [SIGNATURE_WIDTH, SIGNATURE_HEIGHT],
    margin: [0, 3, 0, 3],
  }
}

function box(): Content {
  return {
    canvas: [{ type: 'rect', x: 0, y: 0, w: SIGNATURE_WIDTH, h: SIGNATURE_HEIGHT, lineWidth: 0.5, lineColor: SOFT }],
    margin: [0, 3, 0, 3],
  }
}
