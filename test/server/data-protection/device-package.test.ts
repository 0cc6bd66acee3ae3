import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { candidateSchema } from '#domain/exam-session.ts'
import { sessionPackageSchema } from '#domain/session-package.ts'
import { AN_IDENTITY, aDocumentedDay } from '../../builders/a-documented-day.ts'
import type { aPreparation } from '../../builders/a-preparation.ts'
import { onBothEngines } from '../engines.ts'

/** What a table or an old import could hold of a candidate, beside what the desk asks for; each value is found nowhere else. */
const UNASKED = {
  email: 'ines.bazin@candidats.example',
  birthDate: '1987-05-03',
  birthPlace: 'Commune-de-Naissance',
  sex: 'F',
  nir: '2870549007123',
  reason: 'Dyslexie sévère',
}
const FORBIDDEN_VALUES = [
  ...Object.values(UNASKED).filter((value) => value.length > 1),
  AN_IDENTITY.birthName,
  'Cormier-de-Naissance',
  'Philomène',
  '1987',
  'Hospitalisation de dix jours',
  'Ancien tuteur de stage',
]
const FORBIDDEN_KEYS = /[bB]irth|[nN]aissance|^sex|Sex|[eE]-?mail|[cC]ourriel|^nir$|[dD]iagnos|[mM]edical/

/** Every key of a JSON, however deep. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
}

onBothEngines((newServer) => {
  it('a device receives no birth data, sex, e-mail or reason of an accommodation, even from a session given all of these', async () => {
    const day = await aDocumentedDay(await newServer())
    // Once more through the desk's own route, with fields nobody asked for on the candidate and on the accommodation.
    const { preparation, revision } = (await (await day.coordinator.get('preparation', { sessionId: day.sessionId })).json()) as {
      preparation: ReturnType<typeof aPreparation>
      revision: string
    }
    const { reason, ...ofPerson } = UNASKED
    const candidates = preparation.candidates.map((candidate) => ({
      ...candidate,
      ...ofPerson,
      accommodations: [{ effect: '40 minutes au lieu de 30', extraTime: { numerator: 1, denominator: 3 }, reason }],
    }))
    const saved = await day.coordinator.post(
      'savePreparation',
      { revision, preparation: { ...preparation, candidates } },
      { sessionId: day.sessionId },
    )
    expect(saved.status).toBe(200)

    const device = await day.device('j1')
    const text = JSON.stringify(device.package)
    expect(text).toContain('40 minutes au lieu de 30')
    for (const value of FORBIDDEN_VALUES) expect(text).not.toContain(value)
    expect(keysOf(device.package.session).filter((key) => FORBIDDEN_KEYS.test(key))).toEqual([])
    const stored = JSON.stringify(await day.server.running().context.storage.db.selectFrom('sessions').select('json').execute())
    for (const value of [UNASKED.email, UNASKED.nir, UNASKED.reason]) expect(stored).not.toContain(value)
  })
})

describe('the session package’s own description', () => {
  it('has no place for them', () => {
    const description = z.toJSONSchema(sessionPackageSchema, { unrepresentable: 'any' })
    expect(keysOf(description).filter((key) => FORBIDDEN_KEYS.test(key))).toEqual([])
    expect(Object.keys(candidateSchema.shape).filter((key) => FORBIDDEN_KEYS.test(key))).toEqual([])
  })
})
