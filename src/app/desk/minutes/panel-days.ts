import type { SessionBoard } from '#contract/desk.ts'
import type { MinutesSummary } from '#contract/minutes.ts'
import type { Panel } from '#domain/exam-session.ts'

/** One panel on one day: what one deliberation and one set of minutes are about. */
export interface PanelDay {
  panel: Panel
  /** `YYYY-MM-DD`. */
  day: string
  /** The minutes in force, if any. */
  minutes: MinutesSummary | null
}

/** Every panel's days of orals, by day then panel. */
export function panelDays({ panels, orals }: Pick<SessionBoard, 'panels' | 'orals'>, minutes: readonly MinutesSummary[]): PanelDay[] {
  return panels
    .flatMap((panel) => {
      const days = new Set(orals.filter(({ panelId }) => panelId === panel.id).map(({ startsAt }) => startsAt.slice(0, 10)))
      return [...days].map((day) => ({ panel, day, minutes: minutesInForce(minutes, panel.id, day) }))
    })
    .sort((a, b) => a.day.localeCompare(b.day))
}

/** The minutes no others correct: the latest, should two tablets have frozen some apart. */
export function minutesInForce(minutes: readonly MinutesSummary[], panelId: string, day: string): MinutesSummary | null {
  return minutes.filter((one) => one.panelId === panelId && one.day === day && one.amendedBy === null).at(-1) ?? null
}

/** Where a panel's day is deliberated. `amends`: the minutes to correct. */
export function deliberationPath(sessionId: string, panelId: string, day: string, amends?: string): string {
  const path = `/coordination/sessions/${encodeURIComponent(sessionId)}/jurys/${encodeURIComponent(panelId)}/${day}`
  return amends === undefined ? path : `${path}?corrige=${encodeURIComponent(amends)}`
}

export function minutesPath(hash: string): string {
  return `/coordination/proces-verbaux/${hash}`
}
