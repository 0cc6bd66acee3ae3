import type { SessionBoard } from '#contract/desk.ts'
import type { MinutesSummary } from '#contract/minutes.ts'
import type { Panel } from '#domain/exam-session.ts'

/** One panel on one day: what one deliberation and one set of minutes are about. */
export interface PanelDay {
  panel: Panel
  /** `YYYY-MM-DD`. */
  day: string
  /** Those no others correct: none, one, or several when a tablet and the desk froze some apart. */
  minutes: MinutesSummary[]
}

/** Every panel's days of orals, by day then panel. */
export function panelDays({ panels, orals }: Pick<SessionBoard, 'panels' | 'orals'>, minutes: readonly MinutesSummary[]): PanelDay[] {
  return panels
    .flatMap((panel) => {
      const days = new Set(orals.filter(({ panelId }) => panelId === panel.id).map(({ startsAt }) => startsAt.slice(0, 10)))
      return [...days].map((day) => ({ panel, day, minutes: allInForce(minutes, panel.id, day) }))
    })
    .sort((a, b) => a.day.localeCompare(b.day))
}

function allInForce(minutes: readonly MinutesSummary[], panelId: string, day: string): MinutesSummary[] {
  return minutes.filter((one) => one.panelId === panelId && one.day === day && one.amendedBy === null)
}

/** The minutes no others correct: the latest, should there be several. */
export function minutesInForce(minutes: readonly MinutesSummary[], panelId: string, day: string): MinutesSummary | null {
  return allInForce(minutes, panelId, day).at(-1) ?? null
}

/** Where a panel's day is deliberated. `amends`: the minutes to correct. */
export function deliberationPath(sessionId: string, panelId: string, day: string, amends?: string): string {
  const path = `/coordination/sessions/${encodeURIComponent(sessionId)}/jurys/${encodeURIComponent(panelId)}/${day}`
  return amends === undefined ? path : `${path}?corrige=${encodeURIComponent(amends)}`
}

export function minutesPath(hash: string): string {
  return `/coordination/proces-verbaux/${hash}`
}
