import { describe, expect, it } from 'vitest'
import type { PanelDecision } from '#domain/deliberation.ts'
import { partFeedback } from '#domain/feedback.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { aMinutes } from '#test/builders/a-minutes.ts'
import { aStoredSheet } from '#test/builders/a-stored-sheet.ts'

const [GRID] = defaultGrids(cdcm, { id: cdcm.id, version: cdcm.version, hash: 'A'.repeat(43) })

function told(includeComments: boolean) {
  if (!GRID) throw new Error('no grid')
  const [first, second] = GRID.sections[0]?.criteria[0]?.indicators ?? []
  const sheet = (value: 'observed' | 'notObserved', note: string) =>
    aStoredSheet(GRID, [
      { kind: 'presence', presence: 'present' },
      { kind: 'mark', targets: [first?.id ?? ''], value },
      { kind: 'mark', targets: [second?.id ?? ''], value: 'notEvaluated' },
      { kind: 'note', noteId: 'n1', target: { id: first?.id ?? '' }, text: note, private: false },
      { kind: 'note', noteId: 'n2', target: {}, text: 'Bonne posture.', private: true },
      { kind: 'appreciation', text: 'Clair.' },
    ]).sheet
  const [decision] = aMinutes().decisions
  const sheets = [sheet('observed', 'Bon exemple.'), sheet('observed', ''), sheet('notObserved', 'Trop court.')]
  const feedback = partFeedback(GRID, decision as PanelDecision, sheets, includeComments)
  return { feedback, section: feedback.sections[0], first: first?.label, second: second?.label }
}

describe('a candidate’s feedback', () => {
  it('says what most of those who evaluated it saw, and nothing of what nobody evaluated', () => {
    const { section, first, second } = told(false)
    expect(section?.seen).toEqual([first])
    expect(section?.toImprove).not.toContain(second)
    expect(section?.verdict).toBe('acquired')
  })

  it('holds comments only when they are released, and never a private note', () => {
    expect(told(false).section?.comments).toEqual([])
    expect(told(false).feedback.comments).toEqual([])
    expect(told(true).section?.comments).toEqual(['Bon exemple.', 'Trop court.'])
    expect(told(true).feedback.comments).toEqual(['Clair.', 'Clair.', 'Clair.'])
  })
})
