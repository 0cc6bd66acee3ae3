import type { Content } from 'pdfmake/interfaces.js'
import { allottedMs, type ExamSession, type Oral } from '#domain/exam-session.ts'
import { type Grid, partKey } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import { heading, paragraph } from '../../minutes/pdf/parts.ts'
import { clockTime, longDay, partName } from '../../minutes/pdf/words.ts'
import { printable } from '../pdf-maker.ts'

/** A session and its grids, for what is printed of it. `author`: the certifier, or the centre where it is not known. */
export interface PrintedSession {
  session: ExamSession
  grids: readonly Grid[]
  author: string
  /** `YYYY-MM-DD`. */
  madeOn: string
}

/** When, of what, how long, extra time included. */
export function oralWords({ session, grids }: PrintedSession, oral: Oral): { when: string; part: string; duration: string } {
  const grid = grids.find(({ id }) => id === oral.gridId)
  const candidate = session.candidates.find(({ id }) => id === oral.candidateId)
  const ms = grid ? allottedMs(grid.durationMinutes, candidate?.accommodations ?? []) : 0
  return {
    when: t('convocations:when', { day: longDay(oral.startsAt.slice(0, 10)), time: clockTime(oral.startsAt) }),
    part: grid ? partName(partKey(grid.part)) : oral.gridId,
    duration: t('convocations:minutes', { minutes: Math.round(ms / 60_000) }),
  }
}

/** Orals in order of time. */
export function inOrder(orals: readonly Oral[]): Oral[] {
  return [...orals].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
}

export function titled(title: string, { session }: PrintedSession, addressee: Content[] = []): Content[] {
  return [
    ...addressee,
    { text: printable(title), style: 'title' },
    { text: printable(session.title), style: 'subtitle' },
    paragraph(t('convocations:place', { centre: session.centre })),
  ]
}

/** A heading and its points. */
export function advice(title: string, lines: readonly string[]): Content[] {
  return [heading(title), { ul: lines.map((text) => ({ text: printable(text) })), margin: [0, 0, 0, 6] }]
}

export function madeOn({ madeOn: day }: PrintedSession): Content {
  return { text: printable(t('convocations:doneAt', { day: longDay(day) })), style: 'note', margin: [0, 14, 0, 0] }
}

export function fullName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`
}
