import { z } from 'zod'
import { MAX_RETENTION_DAYS } from './session-package.ts'

/** Kinds of data that are erased on their own when their time is over. The first seven count from a session, the others from their own date. */
export const SESSION_KINDS = ['identities', 'supports', 'devices', 'preparation', 'sheets', 'calibrations', 'candidates'] as const
export const PURGED_KINDS = [...SESSION_KINDS, 'drafts', 'accounts', 'signIns', 'requests'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]
export type PurgedKind = (typeof PURGED_KINDS)[number]
/** Those with a length of their own: a sign-in goes once it has expired. */
export type SetKind = Exclude<PurgedKind, 'signIns'>

const MAX_MONTHS = 1_200
const CALIBRATION_MONTHS = 12
const monthsSchema = z.number().int().min(1).max(MAX_MONTHS)

/** How long each kind of data is kept. Nothing here shortens minutes, results or the journal: they are the proof itself. */
export const retentionSettingsSchema = z
  .object({
    /** Days after a session's end from which its devices propose to be wiped, where the session says nothing else. */
    notebookDays: z.number().int().min(1).max(MAX_RETENTION_DAYS),
    /** Months during which the whole desk opens a session's sheets; later only those who answer for the certification do. */
    sheetsActiveMonths: monthsSchema,
    months: z.object({
      identities: monthsSchema,
      supports: monthsSchema,
      devices: monthsSchema,
      preparation: monthsSchema,
      sheets: monthsSchema,
      // Settings saved before there was this kind do not have it.
      calibrations: monthsSchema.default(CALIBRATION_MONTHS),
      candidates: monthsSchema,
      drafts: monthsSchema,
      accounts: monthsSchema,
      requests: monthsSchema,
    }),
  })
  .refine(({ sheetsActiveMonths, months }) => sheetsActiveMonths <= months.sheets, { path: ['sheetsActiveMonths'] })
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>

/**
 * What is proposed until an administrator decides. Five years is the time in which a decision can be contested (Code civil, art. 2224), one
 * year the usual active life of an examination's file; a certification is declared within three months, which leaves time for rejected ones.
 */
export const DEFAULT_RETENTION: RetentionSettings = {
  notebookDays: 30,
  sheetsActiveMonths: 12,
  months: {
    identities: 12,
    supports: 12,
    devices: 12,
    preparation: 60,
    sheets: 60,
    calibrations: CALIBRATION_MONTHS,
    candidates: 60,
    drafts: 12,
    accounts: 12,
    requests: 60,
  },
}

/** The same day so many months later (or earlier), the month's last day where it has no such day. `YYYY-MM-DD`. */
export function addMonths(isoDate: string, months: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** From when a session's time is counted: its end, or the day it was put here when that is later, so that an old one is not erased at once. */
export function countedFrom({ endsOn, storedOn }: { endsOn: string; storedOn: string }): string {
  return storedOn > endsOn ? storedOn : endsOn
}

/** Whether a time counted from a date is over on a day: on the day itself it still runs. */
export function isOver(from: string, months: number, today: string): boolean {
  return today > addMonths(from, months)
}
