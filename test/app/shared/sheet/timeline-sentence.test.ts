import '#texts/pages.ts'
import { describe, expect, it } from 'vitest'
import type { EntryBody } from '#domain/entry.ts'
import { timelineSentence } from '../../../../src/app/shared/sheet/timeline-sentence.ts'
import { aGrid } from '../../../builders/a-grid.ts'

const INK = { width: 200, height: 100, strokes: [[[1, 1, 0.5, 0] as [number, number, number, number]]] }

function sentence(body: EntryBody): string {
  return timelineSentence(aGrid(), body)
}

describe('a line of the timeline', () => {
  it('names what was marked, and counts many with their sections', () => {
    expect(sentence({ kind: 'mark', targets: ['S1.K1.I1'], value: 'observed' })).toBe('Indicateur S1.K1.I1 : Observé')
    const targets = ['S1.K1.I1', 'S1.K1.I2', 'S1.K2.I1', 'S1.K2.I2']
    expect(sentence({ kind: 'mark', targets, value: 'partial' })).toBe('4 indicateurs (S1) : Partiel')
    expect(sentence({ kind: 'mark', targets: ['S1.K1.I1'], value: null })).toBe('Indicateur S1.K1.I1 : marque effacée')
  })

  it('says that a note is handwritten where it has no other words', () => {
    const note = { kind: 'note', noteId: 'n1', target: {}, private: false } as const
    expect(sentence({ ...note, text: '', ink: INK })).toBe('Note manuscrite')
    expect(sentence({ ...note, text: 'clair' })).toBe('Note : clair')
    expect(sentence({ ...note, text: null })).toBe('Note supprimée')
  })

  it('tells a sleep from a clock that was changed', () => {
    expect(sentence({ kind: 'timer', event: { type: 'jump', cause: 'sleep', ms: 65_000 } })).toMatch(/^L’appareil a dormi/)
    expect(sentence({ kind: 'timer', event: { type: 'jump', cause: 'clock', ms: -3_600_000 } })).toMatch(/^L’heure de l’appareil a changé/)
  })
})
