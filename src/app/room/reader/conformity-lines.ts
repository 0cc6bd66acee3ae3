import { supportConformity } from '#domain/conformity.ts'
import type { WrittenSupport } from '#domain/exam-session.ts'
import type { Grid, GridSetting } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import { formatDate } from '../../shared/formatters.ts'

/** One thing the grid asks of a support, and whether it is met; `met` is null where the grid asks nothing. */
export interface ConformityLine {
  about: 'pages' | 'deadline'
  met: boolean | null
  /** The text leaves this limit open: it is the certifier's choice. */
  chosen: boolean
  sentence: string
}

/** A support's conformity in plain words: its pages without annexes against the limit, the day it came against the deadline. */
export function conformityLines(support: WrittenSupport, grid: Grid, startsAt: string): ConformityLine[] {
  const conformity = supportConformity(support, grid, startsAt)
  const chosen = (setting: GridSetting) => grid.certifierSettings.includes(setting)
  return [
    { ...pagesLine(conformity, support.pages), chosen: conformity.maxPages !== null && chosen('maxPages') },
    { ...deadlineLine(conformity), chosen: conformity.deadline !== null && chosen('submissionWeeksBefore') },
  ]
}

type Facts = ReturnType<typeof supportConformity>

function pagesLine({ pagesWithoutAnnexes, maxPages, pagesConform }: Facts, allPages: number): Omit<ConformityLine, 'chosen'> {
  const count = pagesWithoutAnnexes
  const annexes = allPages - pagesWithoutAnnexes
  const counted = annexes > 0 ? t('reader:conformity.pagesAndAnnexes', { count, annexes }) : t('reader:conformity.pages', { count })
  if (maxPages === null) return { about: 'pages', met: null, sentence: t('reader:conformity.noLimit', { counted }) }
  const sentence = pagesConform
    ? t('reader:conformity.withinLimit', { counted, maxPages })
    : t('reader:conformity.overLimit', { counted, maxPages, count: pagesWithoutAnnexes - maxPages })
  return { about: 'pages', met: pagesConform, sentence }
}

function deadlineLine({ receivedOn, deadline, deadlineConform }: Facts): Omit<ConformityLine, 'chosen'> {
  const day = formatDate(receivedOn)
  if (deadline === null) return { about: 'deadline', met: null, sentence: t('reader:conformity.noDeadline', { day }) }
  const limit = formatDate(deadline)
  if (deadlineConform) return { about: 'deadline', met: true, sentence: t('reader:conformity.inTime', { day, limit }) }
  return { about: 'deadline', met: false, sentence: t('reader:conformity.late', { day, limit, count: daysBetween(deadline, receivedOn) }) }
}

/** Whole days from one calendar date to another. */
function daysBetween(fromIsoDate: string, toIsoDate: string): number {
  return Math.round((Date.parse(toIsoDate) - Date.parse(fromIsoDate)) / 86_400_000)
}
