import type { VerdictLevel } from '#domain/entry.ts'
import type { Grid } from '#domain/grid.ts'
import type { Minutes } from '#domain/minutes.ts'
import { withFirst } from '#texts/first-of-month.ts'
import { t } from '#texts/i18n.ts'
import { printable } from '../../documents/pdf-maker.ts'

const OFFSET = /([+-])(\d{2}):?(\d{2})$/

/** Shifted so that reading it in UTC gives the wall clock of the instant's own offset. */
function inOwnOffset(instant: string): Date {
  const [, sign, hours, minutes] = OFFSET.exec(instant) ?? []
  const shift = hours === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return new Date(Date.parse(instant) + shift * 60_000)
}

const dayFormat = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const plainDayFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
const timeFormat = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
/** Exams are French: instants without an offset of their own (`Z`) are told in Paris time. */
const parisFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })

/** `mardi 24 novembre 2026`, from `YYYY-MM-DD`. */
export function longDay(isoDate: string): string {
  return printable(withFirst(dayFormat.format(new Date(`${isoDate}T00:00:00Z`))))
}

/** `24 novembre 2026`, from `YYYY-MM-DD`. */
export function plainDay(isoDate: string): string {
  return printable(withFirst(plainDayFormat.format(new Date(`${isoDate}T00:00:00Z`))))
}

/** `18:05`, by the instant's own offset; Paris time for `Z`. */
export function clockTime(instant: string): string {
  return instant.endsWith('Z') ? moment(instant) : printable(timeFormat.format(inOwnOffset(instant)))
}

/** `24 novembre 2026 à 18:05`, Paris time. */
export function moment(instant: string): string {
  return printable(withFirst(parisFormat.format(new Date(instant))))
}

/** `29 min 10 s`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const rest = seconds % 60
  const minutes = `${Math.floor(seconds / 60)}\u00a0min`
  return rest === 0 ? minutes : `${minutes} ${rest}\u00a0s`
}

/** The first characters of a hash, for the eye; the whole stands once in the document. */
export function shortHash(hash: string): string {
  return hash.slice(0, 10)
}

/** `Bloc B1`, `Entretien final`. */
export function partName(part: string): string {
  return part === 'finalInterview' ? t('minutes:part.finalInterview') : t('minutes:part.block', { id: part })
}

export function verdictName(verdict: VerdictLevel): string {
  return t(`domain:verdict.${verdict}`)
}

/** Names of members by juror id; the id itself for somebody unknown. */
export function memberName({ members }: Minutes, jurorId: string): string {
  return members.find((member) => member.jurorId === jurorId)?.name ?? jurorId
}

export function names(minutes: Minutes, jurorIds: readonly string[]): string {
  return jurorIds.length === 0 ? t('minutes:document.nobody') : jurorIds.map((id) => memberName(minutes, id)).join(', ')
}

/** A part's rule of decision in one sentence. */
export function partRuleWords(rule: Grid['decisionRule']['part']): string {
  switch (rule.kind) {
    case 'allAcquired':
      return t('domain:partRule.allAcquired')
    case 'atLeast':
      return t('domain:partRule.atLeast', { count: rule.count })
    case 'percent':
      return t('domain:partRule.percent', { percent: rule.percent })
    case 'average':
      return t('domain:partRule.average', { threshold: rule.threshold, floor: rule.floor })
  }
}
