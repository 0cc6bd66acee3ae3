import type { TableCell } from 'pdfmake/interfaces.js'
import { oralsOfDay } from '#domain/compose-minutes.ts'
import type { Panel } from '#domain/exam-session.ts'
import { panelThrough } from '#domain/panel-seats.ts'
import { t } from '#texts/i18n.ts'
import { grid, heading, note, paragraph, SOFT } from '../../minutes/pdf/parts.ts'
import { clockTime, longDay } from '../../minutes/pdf/words.ts'
import { plainPdf } from '../plain-pdf.ts'
import { fullName, madeOn, oralWords, type PrintedSession, titled } from './convocation-parts.ts'

/** Room for a hand's signature, in points. */
const SIGNATURE_HEIGHT = 34
const SIGNATURE_WIDTH = 170

/** One panel's day to be signed by hand: each oral's candidate, then each member; null when it hears nobody that day. */
export async function attendanceSheetPdf(printed: PrintedSession, panel: Panel, day: string): Promise<Buffer | null> {
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
            box(),
          ]
        }),
      ),
      heading(t('convocations:attendance.jurors')),
      grid(
        ['*', '*', SIGNATURE_WIDTH],
        [t('convocations:columns.member'), t('convocations:columns.quality'), t('convocations:columns.signature')],
        members.map((juror) => [
          juror.id === presidentId ? t('convocations:attendance.president', { name: fullName(juror) }) : fullName(juror),
          juror.quality,
          box(),
        ]),
      ),
      madeOn(printed),
    ],
  })
}

function box(): TableCell {
  return {
    canvas: [{ type: 'rect', x: 0, y: 0, w: SIGNATURE_WIDTH, h: SIGNATURE_HEIGHT, lineWidth: 0.5, lineColor: SOFT }],
    margin: [0, 3, 0, 3],
  }
}
