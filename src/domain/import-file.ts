import { z } from 'zod'
import { BusyTimes } from './busy-times.ts'
import { accommodationSchema, allottedMs, type ExamSession, type Panel } from './exam-session.ts'
import { seatedAt } from './panel-seats.ts'
import { idSchema, isoDateSchema, isoInstantSchema, lineSchema, proseSchema } from './primitives.ts'

/** The documented JSON file a session is imported from (docs/formats.md). Ids are the file's own and link its parts. */
export const importFileSchema = z.strictObject({
  format: z.literal('carnet-de-jury/import'),
  formatVersion: z.literal(1),
  session: z.strictObject({
    title: lineSchema,
    centre: lineSchema,
    startsOn: isoDateSchema,
    endsOn: isoDateSchema,
  }),
  candidates: z
    .array(
      z.strictObject({
        id: idSchema,
        number: lineSchema,
        lastName: lineSchema,
        firstName: lineSchema,
        accommodations: z.array(accommodationSchema).default([]),
        blocks: z.array(idSchema).min(1),
        /** Blocks of earlier sessions. */
        acquiredBefore: z.array(idSchema).max(50).optional(),
      }),
    )
    .min(1),
  jurors: z
    .array(z.strictObject({ id: idSchema, lastName: lineSchema, firstName: lineSchema, quality: lineSchema, external: z.boolean() }))
    .min(1),
  panels: z
    .array(z.strictObject({ id: idSchema, name: lineSchema, room: lineSchema, jurorIds: z.array(idSchema).min(1), presidentId: idSchema }))
    .min(1),
  orals: z
    .array(
      z.strictObject({
        id: idSchema,
        candidateId: idSchema,
        panelId: idSchema,
        /** A published grid's id (e.g. `cdcm-b1`). */
        gridId: idSchema,
        startsAt: isoInstantSchema,
        room: lineSchema.optional(),
        scenario: proseSchema.optional(),
      }),
    )
    .min(1),
})
export type ImportFile = z.infer<typeof importFileSchema>

/** A complaint about one place of the file. `path` is the place in the JSON; `code` is stable and has a sentence in the texts. */
export interface ImportIssue {
  path: (string | number)[]
  code:
    | 'duplicateId'
    | 'duplicateNumber'
    | 'unknownCandidate'
    | 'unknownPanel'
    | 'unknownGrid'
    | 'unknownJuror'
    | 'presidentNotMember'
    | 'singleJuror'
    | 'datesReversed'
    | 'oralOutsideDates'
    | 'jurorInTwoPlaces'
    | 'candidateInTwoPlaces'
    | 'blockNotRegistered'
  value: string
}

/** The published grids a file may name: id, duration in minutes, and the block it scores (null for the final interview). */
export interface KnownGrid {
  id: string
  durationMinutes: number
  blockId: string | null
}

/** A well-formed file, or a session of that shape whose panels have changed since. */
type CheckedFile = Omit<ImportFile, 'panels'> & { panels: Panel[] }

/** Every contradiction inside a well-formed file, all at once. */
export function checkImport(file: CheckedFile, grids: readonly KnownGrid[]): ImportIssue[] {
  const issues: ImportIssue[] = []
  const add = (path: ImportIssue['path'], code: ImportIssue['code'], value: string) => issues.push({ path, code, value })
  for (const part of ['candidates', 'jurors', 'panels', 'orals'] as const) {
    duplicates(
      file[part].map((row) => row.id),
      part,
      'id',
      'duplicateId',
      add,
    )
  }
  duplicates(
    file.candidates.map((row) => row.number),
    'candidates',
    'number',
    'duplicateNumber',
    add,
  )
  if (file.session.endsOn < file.session.startsOn) add(['session', 'endsOn'], 'datesReversed', file.session.endsOn)
  checkPanels(file, add)
  checkOrals(file, grids, add)
  return issues
}

type Add = (path: ImportIssue['path'], code: ImportIssue['code'], value: string) => void

function duplicates(values: readonly string[], part: string, key: string, code: ImportIssue['code'], add: Add): void {
  const seen = new Set<string>()
  values.forEach((value, index) => {
    if (seen.has(value)) add([part, index, key], code, value)
    seen.add(value)
  })
}

function checkPanels(file: CheckedFile, add: Add): void {
  const jurors = new Set(file.jurors.map((juror) => juror.id))
  file.panels.forEach((panel, index) => {
    panel.jurorIds.forEach((id, place) => {
      if (!jurors.has(id)) add(['panels', index, 'jurorIds', place], 'unknownJuror', id)
    })
    if (new Set(panel.jurorIds).size < 2) add(['panels', index, 'jurorIds'], 'singleJuror', panel.id)
    if (!panel.jurorIds.includes(panel.presidentId)) add(['panels', index, 'presidentId'], 'presidentNotMember', panel.presidentId)
  })
}

function checkOrals(file: CheckedFile, grids: readonly KnownGrid[], add: Add): void {
  const candidates = new Map(file.candidates.map((candidate) => [candidate.id, candidate]))
  const panels = new Map(file.panels.map((panel) => [panel.id, panel]))
  const known = new Map(grids.map((grid) => [grid.id, grid]))
  const busy = new BusyTimes<number>()
  file.orals.forEach((oral, index) => {
    const candidate = candidates.get(oral.candidateId)
    const panel = panels.get(oral.panelId)
    const grid = known.get(oral.gridId)
    if (!candidate) add(['orals', index, 'candidateId'], 'unknownCandidate', oral.candidateId)
    if (!panel) add(['orals', index, 'panelId'], 'unknownPanel', oral.panelId)
    if (!grid) add(['orals', index, 'gridId'], 'unknownGrid', oral.gridId)
    const day = oral.startsAt.slice(0, 10)
    if (day < file.session.startsOn || day > file.session.endsOn) add(['orals', index, 'startsAt'], 'oralOutsideDates', oral.startsAt)
    if (candidate && grid?.blockId && !candidate.blocks.includes(grid.blockId))
      add(['orals', index, 'gridId'], 'blockNotRegistered', grid.blockId)
    if (!candidate || !panel || !grid) return
    const from = Date.parse(oral.startsAt)
    const to = from + allottedMs(grid.durationMinutes, candidate.accommodations)
    const people = [
      { who: candidate.id, kind: 'candidate' as const },
      ...[...new Set(seatedAt(panel, from))].map((who) => ({ who, kind: 'juror' as const })),
    ]
    for (const { who, kind } of people) {
      const person = `${kind} ${who}`
      if (busy.during(person, from, to).size > 0) {
        add(['orals', index, 'startsAt'], kind === 'juror' ? 'jurorInTwoPlaces' : 'candidateInTwoPlaces', who)
      }
      busy.add(person, from, to, index)
    }
  })
}

/** The session a checked file describes; `sessionId` comes from the caller. Supports are added afterwards. */
export function importedSession(file: ImportFile, sessionId: string): ExamSession {
  const rooms = new Map(file.panels.map((panel) => [panel.id, panel.room]))
  return {
    id: sessionId,
    ...file.session,
    candidates: file.candidates,
    jurors: file.jurors,
    panels: file.panels,
    orals: file.orals.map((oral) => ({
      id: oral.id,
      candidateId: oral.candidateId,
      panelId: oral.panelId,
      gridId: oral.gridId,
      startsAt: oral.startsAt,
      room: oral.room ?? rooms.get(oral.panelId) ?? '',
      supportId: null,
      scenario: oral.scenario ?? null,
    })),
    supports: [],
  }
}
