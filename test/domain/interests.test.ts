import { describe, expect, it } from 'vitest'
import { candidatesHeard, type DeclaredInterest } from '#domain/interests.ts'
import { notesOf, withDeclaredLinks } from '#domain/preparation.ts'
import { panelConflicts, panelFindings, publicationGaps } from '#domain/preparation-check.ts'
import { scheduleClashes } from '#domain/preparation-plan.ts'
import { aPreparation } from '../builders/a-preparation.ts'

const KIND = { kind: 'work', words: 'Nous avons travaillé ensemble.' } as const

function aDeclaration(jurorId: string, candidateId: string, changes: Partial<DeclaredInterest> = {}): DeclaredInterest {
  return { jurorId, candidateId, link: KIND, statedAt: '2026-11-20T08:00:00Z', receivedAt: '2026-11-20T08:01:00Z', ...changes }
}

/** The pair of the first oral: a juror of its panel, and its candidate. */
function aPair() {
  const preparation = aPreparation()
  const oral = preparation.orals[0]
  const panel = preparation.panels.find(({ id }) => id === oral?.place?.panelId)
  const jurorId = panel?.jurorIds[0]
  if (!oral?.place || !panel || jurorId === undefined) throw new Error('the session has no oral')
  return { preparation, oral, place: oral.place, panel, jurorId }
}

describe('a link declared on a device', () => {
  it('keeps the panel from sitting until the oral is elsewhere', () => {
    const { preparation, oral, panel, jurorId } = aPair()
    const declared = withDeclaredLinks(preparation, [aDeclaration(jurorId, oral.candidateId)])
    expect(panelFindings(declared, panel).find(({ code }) => code === 'conflictOfInterest')?.jurorIds).toEqual([jurorId])
    expect(publicationGaps(declared).find(({ code }) => code === 'panelBlocked')?.ids).toContain(panel.id)
    const moved = declared.orals.map((one) =>
      one.candidateId === oral.candidateId && one.place?.panelId === panel.id ? { ...one, place: null } : one,
    )
    expect(panelConflicts({ ...declared, orals: moved }, panel)).toEqual([])
  })

  it('is the last one stated, whichever order they came in, and is never kept as the desk’s own', () => {
    const { preparation, oral, jurorId } = aPair()
    const later = aDeclaration(jurorId, oral.candidateId, { link: null, statedAt: '2026-11-21T08:00:00Z' })
    const first = aDeclaration(jurorId, oral.candidateId)
    expect(withDeclaredLinks(preparation, [later, first]).interests).toEqual([])
    const declared = withDeclaredLinks(preparation, [first])
    expect(declared.interests).toEqual([{ jurorId, candidateId: oral.candidateId, note: KIND.words, declared: true }])
    expect(withDeclaredLinks(declared, [first, later]).interests).toEqual([])
    expect(notesOf(declared).interests).toEqual([])
  })

  it('says nothing more than the desk’s own note of the same pair', () => {
    const { preparation, oral, jurorId } = aPair()
    const noted = { ...preparation, interests: [{ jurorId, candidateId: oral.candidateId, note: 'dit au téléphone' }] }
    expect(withDeclaredLinks(noted, [aDeclaration(jurorId, oral.candidateId)]).interests).toEqual(noted.interests)
  })
})

describe('a juror who stands aside', () => {
  it('frees the panel only while two others hear the candidate', () => {
    const { preparation, oral, place, panel, jurorId } = aPair()
    const recusal = { jurorId, candidateId: oral.candidateId, panelId: panel.id, day: place.startsAt.slice(0, 10), reason: 'collègue' }
    const recused = { ...withDeclaredLinks(preparation, [aDeclaration(jurorId, oral.candidateId)]), recusals: [recusal] }
    const panelOf = (jurorIds: string[]) => ({ ...panel, jurorIds })
    expect(panelConflicts(recused, panelOf([jurorId, 'other']))).toHaveLength(1)
    expect(panelConflicts(recused, panelOf([jurorId, 'other', 'another']))).toEqual([])
  })

  it('is no clash of the schedule any more', () => {
    const { preparation, oral, place, panel, jurorId } = aPair()
    const grids = [...new Set(preparation.orals.map(({ gridId }) => gridId))].map((id) => ({ id, durationMinutes: 30, blockId: null }))
    const declared = withDeclaredLinks(preparation, [aDeclaration(jurorId, oral.candidateId)])
    const conflictsOf = (one: typeof declared) => scheduleClashes(one, grids).filter(({ code }) => code === 'conflictOfInterest')
    expect(conflictsOf(declared).map(({ oralId }) => oralId)).toContain(oral.id)
    const recusal = { jurorId, candidateId: oral.candidateId, panelId: panel.id, day: place.startsAt.slice(0, 10), reason: 'collègue' }
    expect(conflictsOf({ ...declared, recusals: [recusal] })).toEqual([])
  })
})

it('a juror’s candidates are those of their panels, in order of their first oral', () => {
  const panels = [
    { id: 'p1', name: 'A', room: '1', jurorIds: ['j1'], presidentId: 'j1' },
    { id: 'p2', name: 'B', room: '2', jurorIds: ['j2'], presidentId: 'j2' },
  ]
  const orals = [
    { candidateId: 'c2', panelId: 'p1', startsAt: '2026-11-24T10:00:00Z' },
    { candidateId: 'c1', panelId: 'p1', startsAt: '2026-11-24T11:00:00+02:00' },
    { candidateId: 'c2', panelId: 'p1', startsAt: '2026-11-24T15:00:00Z' },
    { candidateId: 'c3', panelId: 'p2', startsAt: '2026-11-24T08:00:00Z' },
  ]
  expect(candidatesHeard({ panels, orals }, 'j1')).toEqual(['c1', 'c2'])
})
