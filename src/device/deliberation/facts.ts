import { z } from 'zod'
import { type MinutesFacts, minutesFactsSchema } from '#domain/compose-minutes.ts'
import { type Minutes, uniteRecusals } from '#domain/minutes.ts'
import { idSchema } from '#domain/primitives.ts'
import type { Notebook } from '../notebook.ts'
import { readSignedSheets } from '../signing.ts'
import { findPanelDay } from './panel-day.ts'
import { putPanelRow, readPanelRow } from './panel-rows.ts'

type Recusal = Minutes['recusals'][number]

const storedFactsSchema = minutesFactsSchema.extend({
  /** The office's recusals known at the last change: what is not among `recusals` was taken out on purpose; a later one is news. */
  seenRecusals: z.array(z.object({ jurorId: idSchema, candidateId: idSchema })).optional(),
  /** Candidates whose sheets were opened by this juror's own recusal before they signed theirs: it is never taken back. */
  openedFor: z.array(idSchema).optional(),
})
type StoredFacts = z.infer<typeof storedFactsSchema>

/** A panel day's facts as they stand on this device. */
export interface DayFacts {
  /** What was said of the day, with what the office has said of recusals since; null when nothing was yet. */
  facts: MinutesFacts | null
  /** Candidates for whom this juror's own recusal can no longer be taken back. */
  openedFor: readonly string[]
}

const factsId = (panelId: string, day: string) => `${panelId}/${day}`

const isSame = (a: Pick<Recusal, 'jurorId' | 'candidateId'>, b: Pick<Recusal, 'jurorId' | 'candidateId'>) =>
  a.jurorId === b.jurorId && a.candidateId === b.candidateId

/** Who stands aside that day as the office has it in the newest package. */
export function officeRecusals({ package: { recusals = [] } }: Pick<Notebook, 'package'>, panelId: string, day: string): Recusal[] {
  return recusals.filter((one) => one.panelId === panelId && one.day === day).map(({ panelId: _panel, day: _day, ...recusal }) => recusal)
}

/** What was said of the day, and what the office has said of recusals since. */
export async function readFacts(notebook: Notebook, panelId: string, day: string): Promise<DayFacts> {
  const stored = await readStored(notebook, panelId, day)
  return { facts: stored && withNews(notebook, { panelId, day }, stored), openedFor: stored?.openedFor ?? [] }
}

/** Stores what the panel says of its day: hours, absences, recusals, notes, ways of appeal. */
export async function saveFacts(notebook: Notebook, panelId: string, day: string, facts: MinutesFacts): Promise<void> {
  await store(notebook, { panelId, day }, await readStored(notebook, panelId, day), facts)
}

/**
 * Changes what was said of the day from what is stored, or from `first` when nothing was. Resolves once it is on disk. A recusal of one's own
 * that opened the others' sheets stays, whatever the change.
 */
export async function changeFacts(
  notebook: Notebook,
  place: { panelId: string; day: string },
  first: MinutesFacts,
  change: (facts: MinutesFacts) => MinutesFacts,
): Promise<void> {
  await navigator.locks.request(`cdj-facts-${factsId(place.panelId, place.day)}`, async () => {
    const stored = await readStored(notebook, place.panelId, place.day)
    const before = stored === null ? first : withNews(notebook, place, stored)
    const after = change(before)
    const openedFor = await openedByOwnRecusal(notebook, place, stored, [...before.recusals, ...after.recusals])
    const kept = before.recusals.filter((one) => one.jurorId === notebook.juror.id && openedFor.includes(one.candidateId))
    await store(notebook, place, { ...(stored ?? after), openedFor }, { ...after, recusals: uniteRecusals(after.recusals, kept) })
  })
}

function readStored(notebook: Notebook, panelId: string, day: string): Promise<StoredFacts | null> {
  return readPanelRow(notebook, 'facts', factsId(panelId, day), storedFactsSchema)
}

function withNews(notebook: Notebook, place: { panelId: string; day: string }, stored: StoredFacts): MinutesFacts {
  const { seenRecusals = [], openedFor: _opened, ...facts } = stored
  const news = officeRecusals(notebook, place.panelId, place.day).filter((one) => !seenRecusals.some((other) => isSame(one, other)))
  return { ...facts, recusals: uniteRecusals(facts.recusals, news) }
}

async function store(
  notebook: Notebook,
  { panelId, day }: { panelId: string; day: string },
  before: Pick<StoredFacts, 'seenRecusals' | 'openedFor'> | null,
  facts: MinutesFacts,
): Promise<void> {
  const office = officeRecusals(notebook, panelId, day).map(({ jurorId, candidateId }) => ({ jurorId, candidateId }))
  const seen = before?.seenRecusals ?? []
  const row: StoredFacts = {
    ...facts,
    seenRecusals: [...seen, ...office.filter((one) => !seen.some((other) => isSame(one, other)))],
    openedFor: before?.openedFor ?? [],
  }
  await putPanelRow(notebook, 'facts', factsId(panelId, day), storedFactsSchema.parse(row))
}

/** Candidates whose co-jurors' sheets open, or have opened, because this juror stood aside without having signed a sheet on them. */
async function openedByOwnRecusal(
  notebook: Notebook,
  { panelId, day }: { panelId: string; day: string },
  stored: StoredFacts | null,
  recusals: readonly Recusal[],
): Promise<string[]> {
  const opened = new Set(stored?.openedFor ?? [])
  const isOld = (one: Recusal) => stored?.recusals.some((other) => isSame(one, other)) ?? false
  const orals = findPanelDay(notebook, panelId, day)?.orals ?? []
  for (const one of recusals.filter((recusal) => recusal.jurorId === notebook.juror.id && !isOld(recusal))) {
    const own = orals.filter(({ candidateId }) => candidateId === one.candidateId)
    const signed = await Promise.all(own.map(({ id }) => readSignedSheets(notebook, id)))
    if (signed.some((sheets) => sheets.length === 0)) opened.add(one.candidateId)
  }
  return [...opened]
}
