import type { Candidate, Juror, Panel } from '#domain/exam-session.ts'
import { panelAt, panelThrough } from '#domain/panel-seats.ts'
import { convocations } from '#texts/fr/convocations.ts'
import { t } from '#texts/i18n.ts'
import { grid, heading, paragraph } from '../../minutes/pdf/parts.ts'
import { printable } from '../pdf-maker.ts'
import { plainPdf } from '../plain-pdf.ts'
import { advice, fullName, inOrder, madeOn, oralWords, type PrintedSession, titled } from './convocation-parts.ts'

/** Calls a candidate to their orals; null when they have none. */
export async function candidateConvocationPdf(printed: PrintedSession, candidate: Candidate): Promise<Buffer | null> {
  const orals = inOrder(printed.session.orals.filter(({ candidateId }) => candidateId === candidate.id))
  if (orals.length === 0) return null
  const addressee = [
    { text: printable(fullName(candidate)), alignment: 'right' as const, bold: true },
    { text: printable(t('convocations:candidate.number', { number: candidate.number })), alignment: 'right' as const },
  ]
  return pdfOf(printed, t('convocations:candidate.title'), [
    ...titled(t('convocations:candidate.title'), printed, addressee),
    paragraph(t('convocations:candidate.opening')),
    heading(t('convocations:candidate.orals')),
    grid(
      ['*', 'auto', '*', 'auto'],
      [column('when'), column('part'), column('room'), column('duration')],
      orals.map((oral) => {
        const { when, part, duration } = oralWords(printed, oral)
        return [when, part, oral.room, duration]
      }),
    ),
    ...advice(t('convocations:candidate.bring'), convocations.candidate.bringLines),
    ...advice(t('convocations:candidate.rules'), convocations.candidate.ruleLines),
    madeOn(printed),
  ])
}

/** Calls a juror to the orals at which they sit; null when there are none. */
export async function jurorConvocationPdf(printed: PrintedSession, juror: Juror): Promise<Buffer | null> {
  const { session } = printed
  const sittings = session.panels.flatMap((panel) => {
    const orals = inOrder(session.orals.filter(({ panelId }) => panelId === panel.id)).filter((oral) =>
      panelAt(panel, oral.startsAt).jurorIds.includes(juror.id),
    )
    return orals.length > 0 ? [{ panel, orals }] : []
  })
  if (sittings.length === 0) return null
  const addressee = [{ text: printable(fullName(juror)), alignment: 'right' as const, bold: true }]
  return pdfOf(printed, t('convocations:juror.title'), [
    ...titled(t('convocations:juror.title'), printed, addressee),
    paragraph(t('convocations:juror.opening')),
    ...sittings.flatMap(({ panel, orals }) => [
      heading(t('convocations:juror.panel', { panel: panel.name, room: panel.room })),
      paragraph(t('convocations:juror.role', { role: roleOf(panelThrough(panel, orals), juror) })),
      grid(
        ['*', '*', 'auto', 'auto'],
        [column('when'), column('candidate'), column('part'), column('duration')],
        orals.map((oral) => {
          const { when, part, duration } = oralWords(printed, oral)
          const candidate = session.candidates.find(({ id }) => id === oral.candidateId)
          return [when, candidate ? `${candidate.number} ${fullName(candidate)}` : '', part, duration]
        }),
      ),
    ]),
    ...advice(t('convocations:juror.bring'), convocations.juror.bringLines),
    ...advice(t('convocations:juror.rules'), convocations.juror.ruleLines),
    madeOn(printed),
  ])
}

function roleOf({ presidentId }: Panel, { id }: Juror): string {
  return presidentId === id ? t('convocations:juror.president') : t('convocations:juror.member')
}

function column(name: keyof typeof convocations.columns): string {
  return t(`convocations:columns.${name}`)
}

function pdfOf({ author, madeOn: day, session }: PrintedSession, title: string, content: Parameters<typeof plainPdf>[0]['content']) {
  return plainPdf({ title: `${title}, ${session.title}`, author, header: author, madeOn: day, content })
}
