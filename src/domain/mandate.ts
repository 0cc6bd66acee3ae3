import { z } from 'zod'
import { candidateSchema, type ExamSession, jurorSchema, oralSchema, panelSchema, substitutionSchema } from './exam-session.ts'
import { uniteSubstitutions } from './panel-seats.ts'
import { hashSchema, idSchema, isoInstantSchema } from './primitives.ts'
import { publicJwkSchema, type SessionPackage } from './session-package.ts'

/**
 * A change of the day signed by the server for the coordinator: an oral more, or a juror who sits in a panel, in another one's place or not. It
 * holds everything a device without a network lacks but the grids (each package has all of its session's) and the PDFs. It only ever adds, a
 * replacement too: nothing signed under the former day becomes foreign.
 */
export const mandateSchema = z.object({
  format: z.literal('carnet-de-jury/mandate'),
  formatVersion: z.literal(1),
  mandateId: idSchema,
  sessionId: idSchema,
  issuedAt: isoInstantSchema,
  kind: z.enum(['oral', 'juror']),
  candidates: z.array(candidateSchema).max(200),
  jurors: z.array(jurorSchema).max(50),
  panels: z.array(panelSchema).min(1).max(20),
  orals: z.array(oralSchema).max(200),
  /** Of a juror's mandate: from when on, and in whose place. Absent when the juror sits through all of the panel's orals. */
  substitution: substitutionSchema.optional(),
  deviceKeys: z.array(z.object({ jurorId: idSchema, deviceId: hashSchema, key: publicJwkSchema, sealingKey: publicJwkSchema })).max(100),
})
export type Mandate = z.infer<typeof mandateSchema>

/** What a mandate is to a package. `notConcerned`: it is about panels where this juror does not sit. */
export type MandateOutcome =
  | { ok: true; changed: boolean; content: SessionPackage }
  | { ok: false; code: 'otherSession' | 'notConcerned' | 'gridMissing' }

/**
 * A package with a mandate's additions. What is missing is added, a panel's jurors and substitutions are united; what is known already stays as it is, so that
 * mandates can come in any order, and again. Pure.
 */
export function applyMandate(content: SessionPackage, mandate: Mandate): MandateOutcome {
  if (mandate.sessionId !== content.session.id) return { ok: false, code: 'otherSession' }
  const seats = mandate.panels.filter((panel) => panel.jurorIds.includes(content.jurorId)).map(({ id }) => id)
  const known = content.session.panels.filter((panel) => panel.jurorIds.includes(content.jurorId)).map(({ id }) => id)
  const concerned = mandate.panels.some(({ id }) => seats.includes(id) || known.includes(id))
  if (!concerned) return { ok: false, code: 'notConcerned' }
  const gridIds = new Set(content.grids.map(({ grid }) => grid.id))
  if (mandate.orals.some(({ gridId }) => !gridIds.has(gridId))) return { ok: false, code: 'gridMissing' }
  const session: ExamSession = {
    ...content.session,
    candidates: addMissing(content.session.candidates, mandate.candidates),
    jurors: addMissing(content.session.jurors, mandate.jurors),
    panels: unitePanels(content.session.panels, mandate.panels),
    orals: addMissing(content.session.orals, mandate.orals),
  }
  const deviceKeys = [
    ...content.deviceKeys,
    ...mandate.deviceKeys.filter(({ deviceId }) => !content.deviceKeys.some((other) => other.deviceId === deviceId)),
  ]
  const changed = session.orals.length > content.session.orals.length || countSeatings(session) > countSeatings(content.session)
  return { ok: true, changed, content: { ...content, session, deviceKeys } }
}

function addMissing<Item extends { id: string }>(known: readonly Item[], given: readonly Item[]): Item[] {
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...given.filter(({ id }) => !ids.has(id))]
}

function unitePanels(known: ExamSession['panels'], given: ExamSession['panels']): ExamSession['panels'] {
  const united = known.map((panel) => {
    const more = given.find(({ id }) => id === panel.id)
    if (!more) return panel
    const substitutions = uniteSubstitutions(panel, more)
    const jurorIds = [...new Set([...panel.jurorIds, ...more.jurorIds])]
    return { ...panel, jurorIds, ...(substitutions.length > 0 ? { substitutions } : {}) }
  })
  return addMissing(united, given)
}

function countSeatings({ panels }: ExamSession): number {
  return panels.reduce((sum, { jurorIds, substitutions = [] }) => sum + jurorIds.length + substitutions.length, 0)
}
