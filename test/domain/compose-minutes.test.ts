import { describe, expect, it } from 'vitest'
import { composeMinutes, decisionBasis, factsOf, type MinutesSources } from '#domain/compose-minutes.ts'
import type { PanelDecision } from '#domain/deliberation.ts'
import type { EntryBody } from '#domain/entry.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import { minutesSchema } from '#domain/minutes.ts'
import { minutesIssues } from '#domain/minutes-readiness.ts'
import { composeSheet } from '#domain/sheet.ts'
import { readTimer, timerEvents } from '#domain/timer.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aCertifier } from '#test/builders/a-certifier.ts'
import { someFacts } from '#test/builders/a-deliberation.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aLog, anInstant } from '#test/builders/a-log.ts'
import { A_STROKE } from '#test/builders/a-stored-sheet.ts'

const HASH = 'G'.repeat(43)
const grid = aGrid()
const published = { grid, hash: HASH }

function aSession(): ExamSession {
  const juror = (id: string, external: boolean) => ({ id, lastName: id, firstName: 'Dominique', quality: 'Professionnel·le', external })
  const oral = (id: string, candidateId: string, startsAt: string) => ({
    id,
    candidateId,
    panelId: 'p1',
    gridId: grid.id,
    startsAt,
    room: 'A',
    supportId: null,
    scenario: null,
  })
  return {
    id: 's1',
    title: 'Session',
    centre: 'Nantes',
    startsOn: '2026-11-24',
    endsOn: '2026-11-25',
    candidates: [
      {
        id: 'c1',
        number: '001',
        lastName: 'Aubrac',
        firstName: 'Inès',
        blocks: ['B1'],
        accommodations: [{ effect: '40 minutes au lieu de 30', extraTime: { numerator: 1, denominator: 3 } }],
      },
      { id: 'c2', number: '002', lastName: 'Bernat', firstName: 'Yann', blocks: ['B1'], accommodations: [] },
    ],
    jurors: [juror('j1', true), juror('j2', false), juror('j3', false)],
    panels: [{ id: 'p1', name: 'Jury 1', room: 'A', jurorIds: ['j1', 'j2', 'j3'], presidentId: 'j1' }],
    orals: [
      oral('o2', 'c2', '2026-11-24T10:00:00+01:00'),
      oral('o1', 'c1', '2026-11-24T09:00:00+01:00'),
      oral('o3', 'c1', '2026-11-25T09:00:00+01:00'),
    ],
    supports: [],
  }
}

function aSheetBy(jurorId: string, oralId: string, events: EntryBody[] = []) {
  const log = aLog({ kind: 'presence', presence: 'present' }, { kind: 'identity', checked: true }, ...events)
  const plan = { allottedMs: 1_800_000, phases: grid.phases }
  const sheet = composeSheet(log, {
    sheetId: `${oralId}-${jurorId}`,
    sessionId: 's1',
    oralId,
    candidate: { id: 'c1', number: '001', name: 'Inès Aubrac' },
    juror: { id: jurorId, name: jurorId },
    deviceId: HASH,
    grid,
    gridRef: { id: grid.id, version: grid.version, hash: HASH },
    previous: null,
    chainIndex: 0,
    timer: readTimer(timerEvents(log), plan, anInstant(log.length * 1_000)),
    signedDespite: '',
    signature: { kind: 'typed', name: jurorId },
    signedAt: '2026-11-24T10:00:00Z',
  })
  return { hash: `${jurorId}${oralId}`.padEnd(43, 'x'), sheet }
}

function sourcesOf(changes: Partial<MinutesSources> = {}): MinutesSources {
  const sheets = [
    aSheetBy('j2', 'o1', [
      { kind: 'timer', event: { type: 'start' } },
      { kind: 'timer', event: { type: 'incident', note: 'Alarme incendie' } },
      { kind: 'timer', event: { type: 'stop' } },
    ]),
    aSheetBy('j1', 'o1'),
  ]
  return {
    id: 'pv-1',
    session: aSession(),
    panelId: 'p1',
    day: '2026-11-24',
    framework: cdcm,
    grids: [published],
    sheets,
    decisions: [aDecision('o1', sheets)],
    otherDecisions: [],
    facts: someFacts(),
    certifier: null,
    ...changes,
  }
}

function aDecision(oralId: string, sheets: MinutesSources['sheets'], changes: Partial<PanelDecision> = {}): PanelDecision {
  const oral = aSession().orals.find(({ id }) => id === oralId)
  if (!oral) throw new Error('no oral')
  const { sectionProposals: _proposals, ...basis } = decisionBasis(published, oral, ['j1', 'j2', 'j3'], sheets)
  return { ...basis, presence: 'present', sections: [], verdict: 'validated', reason: '', retake: [], vote: null, ...changes }
}

describe('minutes composed from a session, its sheets and decisions', () => {
  it('say that a candidate signed their presence, and how, without the drawing', () => {
    const drawn = aSheetBy('j1', 'o1', [{ kind: 'presenceSignature', gesture: { kind: 'drawn', strokes: A_STROKE } }])
    const onPaper = aSheetBy('j2', 'o1', [{ kind: 'presenceSignature', gesture: { kind: 'paper' } }])
    const attendanceOf = (sheets: MinutesSources['sheets'], changes: Partial<PanelDecision> = {}) =>
      composeMinutes(sourcesOf({ sheets, decisions: [aDecision('o1', sheets, changes)] })).attendance[0]
    expect(attendanceOf([onPaper])?.presenceSigned).toBe('paper')
    expect(attendanceOf([onPaper, drawn])?.presenceSigned).toBe('drawn')
    expect(JSON.stringify(attendanceOf([drawn]))).not.toContain('strokes')
    expect(composeMinutes(sourcesOf()).attendance[0]).not.toHaveProperty('presenceSigned')
    expect(attendanceOf([drawn], { presence: 'absent' })).not.toHaveProperty('presenceSigned')
  })

  it('say which sheets were first filled on paper, and by whose hands', () => {
    const transcription = { fromPaper: null, filledBy: 'Malo Kermarec', by: 'Lou Perrin', minutes: null }
    const sheets = [aSheetBy('j2', 'o1', [{ kind: 'transcription', transcription }]), aSheetBy('j1', 'o1')]
    const { attendance } = composeMinutes(sourcesOf({ sheets, decisions: [aDecision('o1', sheets)] }))
    expect(attendance[0]?.transcriptions).toEqual([{ filledBy: 'Malo Kermarec', by: 'Lou Perrin' }])
    expect(composeMinutes(sourcesOf()).attendance[0]).not.toHaveProperty('transcriptions')
  })

  it('say who sat, who passed with which accommodation and incident, and what it is decided on', () => {
    const minutes = composeMinutes(sourcesOf({ facts: someFacts({ absences: [{ jurorId: 'j3', reason: 'Grève' }] }) }))
    expect(minutesSchema.parse(minutes)).toEqual(minutes)
    expect(minutes.members.map(({ jurorId, president, present, absenceReason }) => [jurorId, president, present, absenceReason])).toEqual([
      ['j1', true, true, ''],
      ['j2', false, true, ''],
      ['j3', false, false, 'Grève'],
    ])
    expect(minutes.attendance).toEqual([
      expect.objectContaining({
        name: 'Inès Aubrac',
        part: 'B1',
        identityChecked: true,
        accommodations: ['40 minutes au lieu de 30'],
        incidents: ['Alarme incendie'],
      }),
    ])
    expect(minutes.decisions[0]).toMatchObject({ missingJurors: ['j3'], grid: { id: grid.id, hash: HASH } })
    expect(minutes.grids).toEqual([expect.objectContaining({ title: grid.title, decisionRule: grid.decisionRule })])
  })

  it('take the president’s timing, or else the one there is', () => {
    const [attendance] = composeMinutes(sourcesOf()).attendance
    expect(attendance).toMatchObject({ allottedMs: 1_800_000, elapsedMs: 2_000 })
    const withPresident = [
      ...sourcesOf().sheets.filter(({ sheet }) => sheet.juror.id !== 'j1'),
      aSheetBy('j1', 'o1', [
        { kind: 'timer', event: { type: 'start' } },
        { kind: 'timer', event: { type: 'stop' } },
      ]),
    ]
    const own = composeMinutes(sourcesOf({ sheets: withPresident, decisions: [aDecision('o1', withPresident)] })).attendance[0]
    expect(own).toMatchObject({ elapsedMs: 1_000 })
  })

  it('count for the title what other minutes decided', () => {
    const other = aDecision('o3', [], { part: 'B2' })
    const [title] = composeMinutes(sourcesOf({ otherDecisions: [other] })).titles
    expect(title).toMatchObject({ candidateId: 'c1', outcome: 'pending', acquiredBlocks: ['B1', 'B2'] })
  })

  it('count the blocks of earlier sessions, and name them', () => {
    const { session } = sourcesOf()
    const [first, ...others] = session.candidates
    if (!first) throw new Error('no candidate')
    const before = { ...session, candidates: [{ ...first, acquiredBefore: ['B2'] }, ...others] }
    const [title] = composeMinutes(sourcesOf({ session: before })).titles
    expect(title).toMatchObject({ acquiredBlocks: ['B1', 'B2'], acquiredBefore: ['B2'], pendingParts: ['B3', 'finalInterview'] })
  })

  it('name the certifier and its registration as the desk wrote them', () => {
    const minutes = composeMinutes(sourcesOf({ certifier: aCertifier() }))
    expect(minutes.certification).toMatchObject({
      rncpCode: 'RNCP99999',
      certifier: { legalName: 'Institut des Halles SAS', tradeName: 'École des Halles', registeredOn: '2025-03-27' },
    })
    expect(minutesSchema.parse(minutes)).toEqual(minutes)
    expect(composeMinutes(sourcesOf()).certification.certifier).toBeUndefined()
  })

  it('say how many women and men sat, when the panel does', () => {
    const parity = { women: 2, men: 1 }
    const minutes = composeMinutes(sourcesOf({ facts: someFacts({ parity }) }))
    expect(minutesSchema.parse(minutes)).toMatchObject({ parity })
    expect(factsOf(minutes)).toEqual(someFacts({ parity }))
    expect(composeMinutes(sourcesOf())).not.toHaveProperty('parity')
  })

  it('are never composed with a decision on another day’s oral', () => {
    expect(() => composeMinutes(sourcesOf({ decisions: [aDecision('o3', [])] }))).toThrow(RangeError)
  })
})

describe('what keeps minutes from being frozen', () => {
  const codes = (changes: Partial<MinutesSources>) => minutesIssues(sourcesOf(changes)).map(({ code }) => code)
  const sheets = sourcesOf().sheets
  const all = [aDecision('o1', sheets), aDecision('o2', [])]

  it('is nothing when every oral of the day is decided and the panel says what it must', () => {
    expect(
      codes({ decisions: all, facts: someFacts({ compositionNotes: ['Deux formateurs, aucun autre professionnel libre.'] }) }),
    ).toEqual([])
  })

  it('is an oral left undecided, no way of appeal, hours reversed, an unexplained absence or composition', () => {
    expect(codes({ decisions: [] })).toEqual(['nothingDecided', 'oralUndecided', 'oralUndecided', 'compositionReasonMissing'])
    const facts = someFacts({ appeal: ' ', endedAt: '2026-11-24T08:00:00+01:00', absences: [{ jurorId: 'j3', reason: '' }] })
    expect(codes({ decisions: all, facts })).toEqual(['absenceReasonMissing', 'endBeforeStart', 'appealMissing'])
  })

  it('is a decision in which somebody voted who then stood aside for that candidate', () => {
    const decided = {
      sections: grid.sections.map(({ id }) => ({ id, verdict: 'acquired' as const, reason: '' })),
      vote: { inFavour: ['j1', 'j2'], against: ['j3'], abstained: [], castingVote: false },
      reason: 'Avis de la majorité.',
    }
    const facts = someFacts({ recusals: [{ jurorId: 'j2', candidateId: 'c1', reason: 'Voisine' }], compositionNotes: ['Deux formateurs.'] })
    const decisions = [aDecision('o1', sheets, decided), aDecision('o2', [])]
    expect(minutesIssues(sourcesOf({ decisions, facts }))).toEqual([{ code: 'decisionUnfinished', subjectId: 'o1' }])
    expect(codes({ decisions, facts: { ...facts, recusals: [] } })).toEqual([])
  })

  it('is a panel counted of women only, or men only, without a reason, or of more people than were there', () => {
    const counted = (women: number, men: number, compositionNotes: string[] = []) =>
      codes({
        decisions: all,
        facts: someFacts({ parity: { women, men }, compositionNotes, absences: [{ jurorId: 'j3', reason: 'Grève' }] }),
      })
    expect(counted(1, 1)).toEqual([])
    expect(counted(2, 0)).toEqual(['parityReasonMissing'])
    expect(counted(2, 0, ['Aucun homme libre ce jour-là.'])).toEqual([])
    expect(counted(2, 1)).toEqual(['parityWrong'])
  })

  it('is a panel without its president, or of one', () => {
    const away = (...ids: string[]) => someFacts({ absences: ids.map((jurorId) => ({ jurorId, reason: 'Malade' })) })
    expect(codes({ decisions: all, facts: away('j1') })).toContain('noPresident')
    expect(codes({ decisions: all, facts: away('j2', 'j3') })).toEqual(['singleJuror'])
  })
})
