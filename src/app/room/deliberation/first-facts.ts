import { officeRecusals } from '#device/deliberation/facts.ts'
import type { PanelDay } from '#device/deliberation/panel-day.ts'
import type { Notebook } from '#device/notebook.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import { t } from '#texts/i18n.ts'
import { offsetMinutes } from '../../shared/formatters.ts'

/**
 * What a panel's day is taken to be until somebody says otherwise: from the first oral until now, all present but those the desk knows stood aside,
 * with the certifier's own ways of appeal.
 */
export function firstFacts(notebook: Pick<Notebook, 'package'>, panelDay: PanelDay, nowMs: number): MinutesFacts {
  const { orals, panel, day } = panelDay
  const first = orals[0]?.startsAt ?? new Date(nowMs).toISOString()
  return {
    startedAt: first,
    endedAt: inOffsetOf(first, Math.max(nowMs, Date.parse(first))),
    recusals: officeRecusals(notebook, panel.id, day),
    compositionNotes: [],
    appeal: notebook.package.certifier?.appeal || t('deliberation:minutes.appealDefault'),
    amends: null,
    absences: [],
  }
}

/** A moment as ISO 8601, to the minute, in the offset another instant states: the centre's own time. */
export function inOffsetOf(isoInstant: string, epochMs: number): string {
  const offset = offsetMinutes(isoInstant)
  const wall = new Date(epochMs + offset * 60_000).toISOString().slice(0, 16)
  return `${wall}:00${offsetText(offset)}`
}

/** The same day at another hour (`HH:MM`). */
export function atHour(isoInstant: string, hour: string): string {
  const offset = offsetMinutes(isoInstant)
  const day = new Date(Date.parse(isoInstant) + offset * 60_000).toISOString().slice(0, 10)
  return `${day}T${hour}:00${offsetText(offset)}`
}

function offsetText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
