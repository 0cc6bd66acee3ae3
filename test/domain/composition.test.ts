import { describe, expect, it } from 'vitest'
import { checkComposition } from '#domain/composition.ts'
import type { Juror, Panel } from '#domain/exam-session.ts'

const aJuror = (id: string, external = true): Juror => ({ id, lastName: id, firstName: 'Juré', quality: 'Professionnel·le', external })

const aPanel = (changes: Partial<Panel> = {}): Panel => ({
  id: 'p1',
  name: 'Jury 1',
  room: 'A12',
  jurorIds: ['j1', 'j2', 'j3'],
  presidentId: 'j1',
  ...changes,
})

describe('the composition of a panel', () => {
  it('is fine with three external jurors, one presiding, and nobody linked to a candidate', () => {
    expect(checkComposition(aPanel(), [aJuror('j1'), aJuror('j2'), aJuror('j3')], [])).toEqual([])
  })

  it('keeps a juror from sitting alone', () => {
    const findings = checkComposition(aPanel({ jurorIds: ['j1', 'j1'] }), [aJuror('j1')], [])
    expect(findings).toEqual([{ code: 'singleJuror', severity: 'blocking', jurorIds: ['j1', 'j1'] }])
  })

  it('asks for a president who is a member', () => {
    const findings = checkComposition(aPanel({ presidentId: 'j9' }), [aJuror('j1'), aJuror('j2'), aJuror('j3')], [])
    expect(findings).toEqual([{ code: 'noPresident', severity: 'blocking', jurorIds: [] }])
  })

  it('names once each member with a conflict of interest, and nobody of another panel', () => {
    const conflicts = [
      { jurorId: 'j2', candidateId: 'c1' },
      { jurorId: 'j2', candidateId: 'c2' },
      { jurorId: 'j9', candidateId: 'c1' },
    ]
    const findings = checkComposition(aPanel(), [aJuror('j1'), aJuror('j2'), aJuror('j3')], conflicts)
    expect(findings).toEqual([{ code: 'conflictOfInterest', severity: 'blocking', jurorIds: ['j2'] }])
  })

  it('only warns when less than half of the members come from outside', () => {
    const jurors = [aJuror('j1'), aJuror('j2', false), aJuror('j3', false)]
    expect(checkComposition(aPanel(), jurors, [])).toEqual([{ code: 'halfExternal', severity: 'warning', jurorIds: ['j2', 'j3'] }])
    expect(checkComposition(aPanel({ jurorIds: ['j1', 'j2'] }), jurors, [])).toEqual([])
  })
})
