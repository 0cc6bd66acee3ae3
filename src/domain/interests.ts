import { z } from 'zod'
import type { Oral, Panel } from './exam-session.ts'
import { panelAt } from './panel-seats.ts'
import { idSchema, isoDateSchema, isoInstantSchema, proseSchema } from './primitives.ts'

/** What may link a juror to a candidate: family or friendship, work, having trained or coached them, or something else. */
export const INTEREST_KINDS = ['personal', 'work', 'training', 'other'] as const

/** What a juror declares of one candidate: no link (null), or which one, in their own words. */
export const interestDeclarationSchema = z.object({
  candidateId: idSchema,
  link: z.object({ kind: z.enum(INTEREST_KINDS), words: proseSchema.max(1_000) }).nullable(),
})
export type InterestDeclaration = z.infer<typeof interestDeclarationSchema>
export type InterestLink = NonNullable<InterestDeclaration['link']>

/** A declaration as the server holds it. */
export const declaredInterestSchema = interestDeclarationSchema.extend({
  jurorId: idSchema,
  /** By the device's clock. */
  statedAt: isoInstantSchema,
  receivedAt: isoInstantSchema,
})
export type DeclaredInterest = z.infer<typeof declaredInterestSchema>

/** A juror who stood aside for a candidate whom their panel was to hear that day. */
export const recusalSchema = z.object({
  jurorId: idSchema,
  candidateId: idSchema,
  panelId: idSchema,
  day: isoDateSchema,
  reason: proseSchema.min(1),
})

/** The candidates a juror's panels hear, in order of their first oral. */
export function candidatesHeard(
  {
    panels,
    orals,
  }: {
    panels: readonly Panel[]
    orals: readonly Pick<Oral, 'candidateId' | 'panelId' | 'startsAt'>[]
  },
  jurorId: string,
): string[] {
  const panelOf = new Map(panels.map((panel) => [panel.id, panel]))
  const sits = ({ panelId, startsAt }: { panelId: string; startsAt: string }) => {
    const panel = panelOf.get(panelId)
    return panel !== undefined && panelAt(panel, startsAt).jurorIds.includes(jurorId)
  }
  const heard = orals.filter(sits).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return [...new Set(heard.map(({ candidateId }) => candidateId))]
}

/** The last declaration of each juror on each candidate, by the moment it was stated. */
export function currentDeclarations(declared: readonly DeclaredInterest[]): DeclaredInterest[] {
  const byPair = new Map<string, DeclaredInterest>()
  const inOrder = [...declared].sort((a, b) => Date.parse(a.statedAt) - Date.parse(b.statedAt))
  for (const one of inOrder) byPair.set(`${one.jurorId}/${one.candidateId}`, one)
  return [...byPair.values()]
}
