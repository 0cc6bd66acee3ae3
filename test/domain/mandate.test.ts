import { describe, expect, it } from 'vitest'
import { applyMandate, type Mandate } from '#domain/mandate.ts'
import { panelAt } from '#domain/panel-seats.ts'
import type { SessionPackage } from '#domain/session-package.ts'
import { cdcm } from '#frameworks/cdcm.ts'

const key = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const
const juror = (id: string) => ({ id, lastName: id, firstName: 'Dominique', quality: 'Pro', external: true })
const candidate = (id: string) => ({ id, number: id, lastName: id, firstName: 'Camille', accommodations: [], blocks: [] })
const panel = (id: string, ...jurorIds: string[]) => ({ id, name: id, room: 'Salle 1', jurorIds, presidentId: jurorIds[0] ?? 'j1' })
const oral = (id: string, candidateId: string) => ({
  id,
  candidateId,
  panelId: 'p1',
  gridId: 'g1',
  startsAt: '2026-11-24T09:00:00Z',
  room: 'Salle 1',
  supportId: null,
  scenario: null,
})

/** The package of a juror of panel p1, with one oral. */
function aPackage(changes: Partial<SessionPackage> = {}): SessionPackage {
  return {
    format: 'carnet-de-jury/session-package',
    formatVersion: 1,
    issuedAt: '2026-11-20T08:00:00Z',
    jurorId: 'j1',
    session: {
      id: 's1',
      title: 'Session',
      centre: 'Lyon',
      startsOn: '2026-11-24',
      endsOn: '2026-11-24',
      candidates: [candidate('c1')],
      jurors: [juror('j1'), juror('j2')],
      panels: [panel('p1', 'j1', 'j2')],
      orals: [oral('o1', 'c1')],
      supports: [],
    },
    framework: cdcm,
    frameworkHash: 'F'.repeat(43),
    grids: [{ hash: 'G'.repeat(43), grid: { id: 'g1' } as SessionPackage['grids'][number]['grid'] }],
    serverKeys: { signing: key, sealing: key },
    recoveryKey: key,
    deviceKeys: [],
    ...changes,
  }
}

function aMandate(changes: Partial<Mandate>): Mandate {
  return {
    format: 'carnet-de-jury/mandate',
    formatVersion: 1,
    mandateId: 'm1',
    sessionId: 's1',
    issuedAt: '2026-11-24T08:00:00Z',
    kind: 'oral',
    candidates: [],
    jurors: [],
    panels: [panel('p1', 'j1', 'j2')],
    orals: [],
    deviceKeys: [],
    ...changes,
  }
}

function applied(content: SessionPackage, ...mandates: Mandate[]): SessionPackage {
  return mandates.reduce((before, mandate) => {
    const outcome = applyMandate(before, mandate)
    if (!outcome.ok) throw new Error(outcome.code)
    return outcome.content
  }, content)
}

const ids = (content: SessionPackage) => ({
  orals: content.session.orals.map(({ id }) => id).sort(),
  candidates: content.session.candidates.map(({ id }) => id).sort(),
  seats: content.session.panels.map(({ id, jurorIds }) => [id, [...jurorIds].sort()]),
})

describe('mandates', () => {
  it('give the same day in whatever order they come, and however often', () => {
    const late = aMandate({ candidates: [candidate('c2')], orals: [oral('o2', 'c2')] })
    const sits = aMandate({ kind: 'juror', jurors: [juror('j3')], panels: [panel('p1', 'j1', 'j2', 'j3')] })
    const once = ids(applied(aPackage(), late, sits))
    expect(once).toEqual({ orals: ['o1', 'o2'], candidates: ['c1', 'c2'], seats: [['p1', ['j1', 'j2', 'j3']]] })
    expect(ids(applied(aPackage(), sits, late, late, sits))).toEqual(once)
  })

  it('replace the president in whatever order they come, and from the oral they say on', () => {
    const at = (hour: string) => `2026-11-24T${hour}:00Z`
    const step = (jurorId: string, replaces: string, from: string, ...jurorIds: string[]) => {
      const substitution = { jurorId, replaces, from }
      return aMandate({ kind: 'juror', substitution, panels: [{ ...panel('p1', ...jurorIds), substitutions: [substitution] }] })
    }
    const first = step('j3', 'j1', at('10:00'), 'j1', 'j2', 'j3')
    const second = step('j4', 'j3', at('14:00'), 'j1', 'j2', 'j3', 'j4')
    for (const content of [applied(aPackage(), first, second), applied(aPackage(), second, first, second)]) {
      const [after] = content.session.panels
      if (!after) throw new Error('no panel')
      const sitting = ['09:00', '10:00', '15:00'].map((hour) => panelAt(after, at(hour)))
      expect(sitting.map(({ jurorIds, presidentId }) => [[...jurorIds].sort(), presidentId])).toEqual([
        [['j1', 'j2'], 'j1'],
        [['j2', 'j3'], 'j3'],
        [['j2', 'j4'], 'j4'],
      ])
    }
    const known = applied(aPackage(), first)
    expect(applyMandate(known, first)).toMatchObject({ ok: true, changed: false })
  })

  it('never take away or change what the package has', () => {
    const older = aMandate({ candidates: [{ ...candidate('c1'), lastName: 'Autre' }], panels: [panel('p1', 'j1')] })
    const content = applied(aPackage(), older)
    expect(content.session).toEqual(aPackage().session)
    expect(applyMandate(aPackage(), older)).toMatchObject({ ok: true, changed: false })
  })

  it('seat a juror who had no panel there', () => {
    const outsider = aPackage({ jurorId: 'j9', session: { ...aPackage().session, panels: [], orals: [], candidates: [] } })
    const sits = aMandate({
      kind: 'juror',
      panels: [panel('p1', 'j1', 'j2', 'j9')],
      orals: [oral('o1', 'c1')],
      candidates: [candidate('c1')],
    })
    expect(ids(applied(outsider, sits)).orals).toEqual(['o1'])
  })

  it.each([
    ['another session', { sessionId: 's2' }, 'otherSession'],
    ['a panel where this juror does not sit', { panels: [panel('p2', 'j8')] }, 'notConcerned'],
    ['a grid the package does not have', { orals: [{ ...oral('o2', 'c1'), gridId: 'g9' }] }, 'gridMissing'],
  ] as const)('change nothing for %s', (_name, changes, code) => {
    expect(applyMandate(aPackage(), aMandate(changes as Partial<Mandate>))).toEqual({ ok: false, code })
  })
})
