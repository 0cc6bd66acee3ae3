import { z } from 'zod'
import { candidateSchema, type ExamSession, jurorSchema, oralSchema, panelSchema, writtenSupportSchema } from './exam-session.ts'
import { currentDeclarations, type DeclaredInterest, recusalSchema } from './interests.ts'
import { idSchema, isoDateSchema, isoInstantSchema, lineSchema, proseSchema } from './primitives.ts'

/** `09:00`, on the centre's clock. */
const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const pauseSchema = z.object({ from: clockTimeSchema, to: clockTimeSchema })
export type Pause = z.infer<typeof pauseSchema>

export const MAX_BREAKS = 6

/** When orals may take place, and the pauses between them. */
export const openingHoursSchema = z.object({
  /** IANA name of the centre's time zone. */
  timeZone: z.string().regex(/^[A-Za-z_]+(\/[A-Za-z_-]+)+$/),
  days: z.array(isoDateSchema).max(60),
  from: clockTimeSchema,
  to: clockTimeSchema,
  /** Null: no lunch break. */
  lunch: pauseSchema.nullable(),
  /** Pauses of every day beside lunch; absent: none. */
  breaks: z.array(pauseSchema).max(MAX_BREAKS).optional(),
  turnoverMinutes: z.number().int().min(0).max(120),
  restMinutes: z.number().int().min(0).max(480),
})
export type OpeningHours = z.infer<typeof openingHoursSchema>

/** Every pause of a day, lunch among them, in order. */
export function pausesOf({ lunch, breaks = [] }: Pick<OpeningHours, 'lunch' | 'breaks'>): Pause[] {
  return [...(lunch ? [lunch] : []), ...breaks].sort((a, b) => a.from.localeCompare(b.from))
}

/** A panel that may still lack members or a president. */
export const preparedPanelSchema = panelSchema.extend({ jurorIds: z.array(idSchema), presidentId: idSchema.nullable() })
export type PreparedPanel = z.infer<typeof preparedPanelSchema>

/** An oral that may not have its place yet. `room`: another one than its panel's. */
export const preparedOralSchema = oralSchema.omit({ panelId: true, startsAt: true, room: true }).extend({
  place: z.object({ panelId: idSchema, startsAt: isoInstantSchema }).nullable(),
  room: lineSchema.nullable(),
})
export type PreparedOral = z.infer<typeof preparedOralSchema>

/** What is kept of a session beside what devices receive: it stays at the desk. */
export const deskNotesSchema = z.object({
  hours: openingHoursSchema,
  /** Links a juror declared with a candidate: they never meet. `declared`: on their own device, which alone takes it back. */
  interests: z
    .array(z.object({ jurorId: idSchema, candidateId: idSchema, note: proseSchema, declared: z.boolean().optional() }))
    .max(20_000),
  /** Who stood aside for whom, and why: it enters the minutes of that panel and day. */
  recusals: z.array(recusalSchema).max(20_000).default([]),
  /** Why a panel sits although a rule of composition warns. */
  compositionReasons: z.array(z.object({ panelId: idSchema, code: z.enum(['halfExternal']), reason: lineSchema })).max(1_000),
  /** Why a support is accepted although it does not meet the grid's settings. */
  exceptions: z.array(z.object({ supportId: idSchema, kind: z.enum(['pages', 'deadline']), reason: lineSchema })).max(20_000),
})
export type DeskNotes = z.infer<typeof deskNotesSchema>

/** A session as the desk prepares it: whole or not, published or not. */
export const preparationSchema = deskNotesSchema.extend({
  session: z.object({ title: lineSchema, centre: lineSchema, startsOn: isoDateSchema, endsOn: isoDateSchema }),
  candidates: z.array(candidateSchema).max(20_000),
  jurors: z.array(jurorSchema).max(2_000),
  panels: z.array(preparedPanelSchema).max(500),
  orals: z.array(preparedOralSchema).max(50_000),
  supports: z.array(writtenSupportSchema).max(50_000),
})
export type Preparation = z.infer<typeof preparationSchema>

const LONGEST_SESSION_DAYS = 60

/** The hours proposed at first: working days of the session, 8:30 to 18:00, lunch at 12:30, ten minutes between orals, an hour’s rest. */
export function usualHours(startsOn: string, endsOn: string, timeZone = 'Europe/Paris'): OpeningHours {
  return {
    timeZone,
    days: workingDays(startsOn, endsOn),
    from: '08:30',
    to: '18:00',
    lunch: { from: '12:30', to: '13:30' },
    turnoverMinutes: 10,
    restMinutes: 60,
  }
}

/** Every Monday to Friday from one date to another, both included; at most 60. */
export function workingDays(startsOn: string, endsOn: string): string[] {
  return datesBetween(startsOn, endsOn).filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))
}

/** Every date from one to another, both included; at most 60. */
export function datesBetween(startsOn: string, endsOn: string): string[] {
  const dates: string[] = []
  for (let date = startsOn; date <= endsOn && dates.length < LONGEST_SESSION_DAYS; date = nextDate(date)) dates.push(date)
  return dates
}

function nextDate(isoDate: string): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** A session with nobody in it yet. */
export function emptyPreparation(session: Preparation['session']): Preparation {
  const hours = usualHours(session.startsOn, session.endsOn)
  return {
    session,
    candidates: [],
    jurors: [],
    panels: [],
    orals: [],
    supports: [],
    hours,
    interests: [],
    recusals: [],
    compositionReasons: [],
    exceptions: [],
  }
}

/** A published session as the desk prepares it, with what the desk keeps beside it. */
export function preparationOf(session: ExamSession, notes: DeskNotes | null): Preparation {
  const { id: _id, title, centre, startsOn, endsOn, candidates, jurors, panels, orals, supports } = session
  const roomOf = new Map(panels.map((panel) => [panel.id, panel.room]))
  const head = { title, centre, startsOn, endsOn }
  return {
    ...emptyPreparation(head),
    ...notes,
    session: head,
    candidates,
    jurors,
    panels,
    orals: orals.map(({ panelId, startsAt, room, ...oral }) => ({
      ...oral,
      place: { panelId, startsAt },
      room: room === roomOf.get(panelId) ? null : room,
    })),
    supports,
  }
}

/** What the desk keeps beside the session itself. */
export function notesOf({ hours, interests, recusals, compositionReasons, exceptions }: Preparation): DeskNotes {
  return { hours, interests: interests.filter(({ declared }) => declared !== true), recusals, compositionReasons, exceptions }
}

/** A preparation with the links jurors declare on their devices as they are now, in place of those it had. */
export function withDeclaredLinks(preparation: Preparation, declared: readonly DeclaredInterest[]): Preparation {
  const own = preparation.interests.filter((interest) => interest.declared !== true)
  const known = new Set(own.map(({ jurorId, candidateId }) => `${jurorId}/${candidateId}`))
  const links = currentDeclarations(declared).flatMap(({ jurorId, candidateId, link }) =>
    link === null || known.has(`${jurorId}/${candidateId}`) ? [] : [{ jurorId, candidateId, note: link.words, declared: true }],
  )
  return { ...preparation, interests: [...own, ...links] }
}

/** The session to publish. Throws a RangeError when an oral has no place or a panel no president: check first. */
export function sessionOf(preparation: Preparation, sessionId: string): ExamSession {
  const { session, candidates, jurors, panels, orals, supports } = preparation
  const roomOf = new Map(panels.map((panel) => [panel.id, panel.room]))
  return {
    id: sessionId,
    ...session,
    candidates,
    jurors,
    panels: panels.map(({ presidentId, ...panel }) => {
      if (presidentId === null) throw new RangeError('a panel has no president')
      return { ...panel, presidentId }
    }),
    orals: orals.map(({ place, room, ...oral }) => {
      if (place === null) throw new RangeError('an oral has no place')
      return { ...oral, ...place, room: room ?? roomOf.get(place.panelId) ?? '' }
    }),
    supports,
  }
}
