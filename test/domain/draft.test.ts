import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveEntries, foldDraft, redoTarget, undoTarget } from '#domain/draft.ts'
import type { Entry, EntryBody } from '#domain/entry.ts'
import { aLog, aMark, anInstant } from '#test/builders/a-log.ts'
import { A_STROKE } from '#test/builders/a-stored-sheet.ts'

const target = fc.constantFrom('I1', 'I2', 'I3')
const gesture: fc.Arbitrary<EntryBody> = fc.oneof(
  fc.record({
    kind: fc.constant('mark' as const),
    targets: fc.uniqueArray(target, { minLength: 1 }),
    value: fc.constantFrom('observed' as const, 'partial' as const, 'notObserved' as const, null),
  }),
  fc.record({ kind: fc.constant('appreciation' as const), text: fc.string() }),
  fc.record({
    kind: fc.constant('note' as const),
    noteId: fc.constantFrom('n1', 'n2'),
    target: fc.constant({}),
    text: fc.option(fc.string()),
    private: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('verdict' as const),
    sectionId: target,
    verdict: fc.constantFrom('acquired' as const, null),
    reason: fc.constant(''),
  }),
)
const log = fc.array(gesture, { maxLength: 30 }).map((bodies) => aLog(...bodies))

function append(entries: readonly Entry[], body: EntryBody): Entry[] {
  const seq = entries.length
  return [...entries, { id: `e${seq}`, seq, at: anInstant(seq * 1_000), oralMs: null, phaseId: null, body }]
}

function undo(entries: readonly Entry[]): Entry[] {
  const last = undoTarget(entries)
  return last ? append(entries, { kind: 'undo', entryId: last.id }) : [...entries]
}

function redo(entries: readonly Entry[]): Entry[] {
  const next = redoTarget(entries)
  return next ? append(entries, { kind: 'redo', entryId: next.id }) : [...entries]
}

describe('a draft', () => {
  it('comes back exactly after a gesture and its undo', () => {
    fc.assert(
      fc.property(log, gesture, (entries, body) => {
        expect(foldDraft(undo(append(entries, body)))).toEqual(foldDraft(entries))
      }),
    )
  })

  it('comes back exactly after any number of undos and as many redos', () => {
    fc.assert(
      fc.property(log, fc.integer({ min: 1, max: 12 }), (entries, wanted) => {
        const times = Math.min(wanted, effectiveEntries(entries).length)
        let after: Entry[] = entries
        for (let i = 0; i < times; i += 1) after = undo(after)
        for (let i = 0; i < times; i += 1) after = redo(after)
        expect(foldDraft(after)).toEqual(foldDraft(entries))
      }),
    )
  })

  it('undoes everything down to the empty sheet', () => {
    fc.assert(
      fc.property(log, (entries) => {
        let after: Entry[] = entries
        for (let i = 0; i < entries.length; i += 1) after = undo(after)
        expect(undoTarget(after)).toBeNull()
        expect(foldDraft(after)).toEqual(foldDraft([]))
      }),
    )
  })

  it('offers nothing to redo once something new was judged', () => {
    const entries = append(undo(aLog(aMark('I1'), aMark('I2'))), aMark('I3'))
    expect(redoTarget(entries)).toBeNull()
  })

  it('takes back a whole criterion marked in one gesture with one undo', () => {
    const entries = aLog(aMark('I1', 'partial'), { kind: 'mark', targets: ['I1', 'I2', 'I3'], value: 'observed' })
    expect(Object.keys(foldDraft(undo(entries)).marks)).toEqual(['I1'])
    expect(foldDraft(undo(entries)).marks['I1']?.value).toBe('partial')
  })

  it('never undoes facts: presence and the timer stay', () => {
    const entries = aLog({ kind: 'presence', presence: 'present' }, { kind: 'timer', event: { type: 'start' } })
    expect(undoTarget(entries)).toBeNull()
  })

  it('keeps the candidate’s last signature of their presence, whatever the juror judges and takes back around it', () => {
    const signature = fc.constantFrom<EntryBody>(
      { kind: 'presenceSignature', gesture: { kind: 'paper' } },
      { kind: 'presenceSignature', gesture: { kind: 'drawn', strokes: A_STROKE } },
      { kind: 'presenceSignature', gesture: null },
    )
    const step = fc.oneof(gesture, signature, fc.constantFrom('undo' as const, 'redo' as const))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let entries: Entry[] = []
        for (const one of steps) entries = one === 'undo' ? undo(entries) : one === 'redo' ? redo(entries) : append(entries, one)
        const last = entries.findLast(({ body }) => body.kind === 'presenceSignature')
        const gestureOf = last?.body.kind === 'presenceSignature' ? last.body.gesture : null
        expect(foldDraft(entries).presenceSignature).toEqual(
          last && gestureOf ? { gesture: gestureOf, wallMs: last.at.wallMs, entryId: last.id } : null,
        )
      }),
    )
  })

  it('has no signature of presence beside an absence, and has it again when the absence was said by mistake', () => {
    const entries = aLog(
      { kind: 'presence', presence: 'present' },
      { kind: 'presenceSignature', gesture: { kind: 'paper' } },
      { kind: 'presence', presence: 'absent' },
    )
    expect(foldDraft(entries).presenceSignature).toBeNull()
    expect(foldDraft(append(entries, { kind: 'presence', presence: 'present' })).presenceSignature?.gesture).toEqual({ kind: 'paper' })
  })

  it('does not undo across a signature: what was signed stays signed', () => {
    const entries = aLog(aMark('I1'), { kind: 'correction', replaces: 'B'.repeat(43), reason: 'Erreur de saisie' })
    expect(undoTarget(entries)).toBeNull()
    expect(foldDraft(entries)).toMatchObject({ revision: 2, replaces: { reason: 'Erreur de saisie' } })
  })

  it('keeps the page of the support where an indicator was seen when the mark is confirmed in the oral', () => {
    const entries = aLog({ kind: 'mark', targets: ['I1'], value: 'partial', page: 12 }, aMark('I1', 'observed'))
    expect(foldDraft(entries).marks['I1']).toMatchObject({ value: 'observed', page: 12 })
  })
})
