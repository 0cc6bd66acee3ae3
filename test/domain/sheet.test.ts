import { describe, expect, it } from 'vitest'
import type { EntryBody } from '#domain/entry.ts'
import { composeSheet, foldMatchesLog, type ScoreSheet, type SheetContext, scoreSheetSchema, timeline } from '#domain/sheet.ts'
import { readTimer } from '#domain/timer.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aLog, aMark, anInstant } from '#test/builders/a-log.ts'
import { A_STROKE } from '#test/builders/a-stored-sheet.ts'

const HASH = 'C'.repeat(43)

const CONTEXT: SheetContext = {
  sheetId: 'f1',
  sessionId: 's1',
  oralId: 'o1',
  candidate: { id: 'c1', number: '001', name: 'Inès Aubrac' },
  juror: { id: 'j1', name: 'Malo Kermarec' },
  deviceId: HASH,
  grid: aGrid(),
  gridRef: { id: 'essai', version: '1', hash: HASH },
  previous: null,
  chainIndex: 0,
  timer: readTimer([], { allottedMs: 1_800_000, phases: [] }, anInstant(0)),
  signedDespite: '',
  signature: { kind: 'typed', name: 'Malo Kermarec' },
  signedAt: '2026-11-24T10:00:00+01:00',
}

function composed(...bodies: EntryBody[]): ScoreSheet {
  return composeSheet(aLog({ kind: 'presence', presence: 'present' }, ...bodies), CONTEXT)
}

const FROM_PAPER: EntryBody = {
  kind: 'transcription',
  transcription: { fromPaper: null, filledBy: 'Malo Kermarec', by: 'Lou Perrin', minutes: 45 },
}

describe('a sheet first filled on paper', () => {
  it('says by whom, who typed it in and when, in the version that can say it', () => {
    const sheet = composed(FROM_PAPER)
    expect(sheet.formatVersion).toBe(2)
    expect(sheet.transcribed).toEqual({
      fromPaper: null,
      filledBy: 'Malo Kermarec',
      by: 'Lou Perrin',
      minutes: 45,
      at: new Date(anInstant(1_000).wallMs).toISOString(),
    })
    expect(sheet.timing).toEqual({ allottedMs: 1_800_000, elapsedMs: 2_700_000, overtimeMs: 900_000, pausedMs: 0 })
    expect(scoreSheetSchema.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet)
    expect(foldMatchesLog(sheet)).toBe(true)
  })

  it('cannot hide it, nor change a name, without its log saying so', () => {
    const sheet = composed(FROM_PAPER)
    const { transcribed, ...plain } = sheet
    if (!transcribed) throw new Error('not transcribed')
    expect(foldMatchesLog(plain)).toBe(false)
    expect(foldMatchesLog({ ...sheet, formatVersion: 1 })).toBe(false)
    expect(foldMatchesLog({ ...sheet, transcribed: { ...transcribed, by: 'Malo Kermarec' } })).toBe(false)
  })

  it('keeps the timer’s own times where it ran, and is an ordinary sheet once it is said not to be from paper', () => {
    const timer = readTimer([{ at: anInstant(0), event: { type: 'start' } }], { allottedMs: 1_800_000, phases: [] }, anInstant(60_000))
    const log = aLog({ kind: 'presence', presence: 'present' }, FROM_PAPER)
    expect(composeSheet(log, { ...CONTEXT, timer }).timing.elapsedMs).toBe(60_000)
    const taken = composed(FROM_PAPER, { kind: 'transcription', transcription: null })
    expect(taken).toMatchObject({ formatVersion: 1 })
    expect(taken).not.toHaveProperty('transcribed')
    expect(foldMatchesLog(taken)).toBe(true)
  })
})

describe('a sheet whose candidate signed their presence', () => {
  const DRAWN: EntryBody = { kind: 'presenceSignature', gesture: { kind: 'drawn', strokes: A_STROKE } }
  const ON_PAPER: EntryBody = { kind: 'presenceSignature', gesture: { kind: 'paper' } }

  it('says how and when, in the version that can say it', () => {
    const sheet = composed(DRAWN, aMark('S1.K1.I1'))
    expect(sheet.formatVersion).toBe(3)
    expect(sheet.presenceSignature).toEqual({
      gesture: { kind: 'drawn', strokes: A_STROKE },
      at: new Date(anInstant(1_000).wallMs).toISOString(),
    })
    expect(scoreSheetSchema.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet)
    expect(foldMatchesLog(sheet)).toBe(true)
    expect(composed(FROM_PAPER, ON_PAPER)).toMatchObject({ formatVersion: 3, transcribed: { by: 'Lou Perrin' } })
  })

  it('cannot hide it, nor change it, without its log saying so', () => {
    const { presenceSignature, ...plain } = composed(DRAWN)
    if (!presenceSignature) throw new Error('not signed')
    expect(foldMatchesLog({ ...plain, formatVersion: 1 })).toBe(false)
    expect(foldMatchesLog({ ...plain, presenceSignature, formatVersion: 2 })).toBe(false)
    expect(foldMatchesLog({ ...plain, presenceSignature: { ...presenceSignature, at: '2026-11-24T09:59:00Z' } })).toBe(false)
    expect(foldMatchesLog({ ...composed(), formatVersion: 3, presenceSignature })).toBe(false)
  })

  it('keeps no trace of one that was cleared or done again, and none beside an absence', () => {
    const again = composed(DRAWN, { kind: 'presenceSignature', gesture: null }, ON_PAPER)
    expect(again.presenceSignature?.gesture).toEqual({ kind: 'paper' })
    expect(JSON.stringify(again)).not.toContain('strokes')
    for (const none of [
      composed(DRAWN, { kind: 'presenceSignature', gesture: null }),
      composed(DRAWN, { kind: 'presence', presence: 'absent' }),
    ]) {
      expect(none.formatVersion).toBe(1)
      expect(none).not.toHaveProperty('presenceSignature')
      expect(JSON.stringify(none)).not.toMatch(/strokes|presenceSignature/)
      expect(foldMatchesLog(none)).toBe(true)
    }
    expect(foldMatchesLog(again)).toBe(true)
  })
})

describe('a composed sheet', () => {
  it('is what its schema says, with its proposals beside the juror’s verdicts', () => {
    const sheet = composed(aMark('S1.K1.I1'), { kind: 'verdict', sectionId: 'S1', verdict: 'inProgress', reason: 'Trop court' })
    expect(scoreSheetSchema.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet)
    expect(sheet.sections[0]).toEqual({
      id: 'S1',
      proposal: 'acquired',
      percent: 100,
      verdict: 'inProgress',
      points: null,
      reason: 'Trop court',
    })
  })

  it('leaves private notes out, of the fold and of the log', () => {
    const note = (noteId: string, isPrivate: boolean): EntryBody => ({
      kind: 'note',
      noteId,
      target: {},
      text: `texte ${noteId}`,
      private: isPrivate,
    })
    const text = JSON.stringify(composed(note('ouverte', false), note('secrete', true)))
    expect(text).toContain('texte ouverte')
    expect(text).not.toContain('texte secrete')
  })

  it('keeps no trace of a comment that was made private, deleted or taken back', () => {
    const note = (noteId: string, text: string | null, isPrivate = false): EntryBody => ({
      kind: 'note',
      noteId,
      target: {},
      text,
      private: isPrivate,
    })
    const sheet = composed(
      note('n1', 'd’abord ouverte'),
      note('n1', 'd’abord ouverte', true),
      note('n2', 'puis effacée'),
      note('n2', null),
      note('n3', 'gardée'),
      note('n3', 'phrase retirée'),
      { kind: 'undo', entryId: 'e6' },
    )
    const text = JSON.stringify(sheet)
    for (const gone of ['d’abord ouverte', 'puis effacée', 'phrase retirée']) expect(text).not.toContain(gone)
    expect(sheet.notes.map((kept) => kept.text)).toEqual(['gardée'])
    expect(foldMatchesLog(sheet)).toBe(true)
  })

  it('is recognised when its fold no longer says what its log says', () => {
    const sheet = composed(aMark('S1.K1.I1', 'notObserved'))
    expect(foldMatchesLog(sheet)).toBe(true)
    const forged = { ...sheet, marks: { 'S1.K1.I1': { ...sheet.marks['S1.K1.I1'], value: 'observed' } } } as ScoreSheet
    expect(foldMatchesLog(forged)).toBe(false)
    expect(foldMatchesLog({ ...sheet, appreciation: 'Parfait' })).toBe(false)
    expect(foldMatchesLog({ ...sheet, identityChecked: true })).toBe(false)
    const slipped = { id: 'n9', targetId: null, page: null, text: 'Ajoutée après', ink: null, oralMs: null }
    expect(foldMatchesLog({ ...sheet, notes: [slipped] })).toBe(false)
  })

  it('cannot be composed before the presence is recorded', () => {
    expect(() => composeSheet([], CONTEXT)).toThrow(RangeError)
  })

  it('tells its timeline without what was undone', () => {
    const sheet = composed(aMark('S1.K1.I1'), aMark('S1.K1.I2'), { kind: 'undo', entryId: 'e2' })
    expect(timeline(sheet.log).map((item) => item.body.kind)).toEqual(['presence', 'mark'])
  })
})
