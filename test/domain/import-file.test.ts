import { describe, expect, it } from 'vitest'
import { checkImport, type ImportFile, importedSession, importFileSchema } from '#domain/import-file.ts'

const GRIDS = [
  { id: 'cdcm-b1', durationMinutes: 30, blockId: 'B1' },
  { id: 'cdcm-b2', durationMinutes: 30, blockId: 'B2' },
  { id: 'cdcm-final', durationMinutes: 30, blockId: null },
]

function anImport(change: (file: ImportFile) => void = () => undefined): ImportFile {
  const juror = (id: string) => ({ id, lastName: 'Kermarec', firstName: id, quality: 'Professionnel·le', external: true })
  const file: ImportFile = {
    format: 'carnet-de-jury/import',
    formatVersion: 1,
    session: { title: 'Session de novembre', centre: 'Nantes', startsOn: '2026-11-24', endsOn: '2026-11-25' },
    candidates: [
      { id: 'c1', number: '001', lastName: 'Aubrac', firstName: 'Inès', accommodations: [], blocks: ['B1'] },
      { id: 'c2', number: '002', lastName: 'Belkacem', firstName: 'Yanis', accommodations: [], blocks: ['B1', 'B2'] },
    ],
    jurors: [juror('j1'), juror('j2'), juror('j3')],
    panels: [{ id: 'p1', name: 'Jury 1', room: 'A12', jurorIds: ['j1', 'j2', 'j3'], presidentId: 'j1' }],
    orals: [
      { id: 'o1', candidateId: 'c1', panelId: 'p1', gridId: 'cdcm-b1', startsAt: '2026-11-24T09:00:00+01:00' },
      { id: 'o2', candidateId: 'c2', panelId: 'p1', gridId: 'cdcm-final', startsAt: '2026-11-24T09:30:00+01:00', room: 'B7' },
    ],
  }
  change(file)
  return file
}

const complaints = (change: (file: ImportFile) => void) =>
  checkImport(anImport(change), GRIDS).map((i) => `${i.path.join('.')} ${i.code} ${i.value}`)

describe('an import file', () => {
  it('is accepted when its parts agree, back-to-back orals included', () => {
    expect(checkImport(anImport(), GRIDS)).toEqual([])
  })

  it('may say which blocks a candidate acquired in earlier sessions', () => {
    const file = anImport(({ candidates: [first] }) => {
      if (first) first.acquiredBefore = ['B2']
    })
    expect(checkImport(importFileSchema.parse(file), GRIDS)).toEqual([])
    expect(importedSession(file, 's1').candidates.map(({ acquiredBefore }) => acquiredBefore)).toEqual([['B2'], undefined])
  })

  it('is complained about everywhere at once', () => {
    expect(
      complaints((file) => {
        file.session.endsOn = '2026-11-20'
        file.candidates.push({ id: 'c1', number: '002', lastName: 'Doublon', firstName: 'Léa', accommodations: [], blocks: ['B1'] })
        file.panels.push({ id: 'p2', name: 'Jury 2', room: 'A13', jurorIds: ['j1', 'fantome'], presidentId: 'j3' })
        file.orals.push({ id: 'o3', candidateId: 'c9', panelId: 'p9', gridId: 'g9', startsAt: '2026-12-24T09:00:00+01:00' })
      }),
    ).toEqual([
      'candidates.2.id duplicateId c1',
      'candidates.2.number duplicateNumber 002',
      'session.endsOn datesReversed 2026-11-20',
      'panels.1.jurorIds.1 unknownJuror fantome',
      'panels.1.presidentId presidentNotMember j3',
      'orals.0.startsAt oralOutsideDates 2026-11-24T09:00:00+01:00',
      'orals.1.startsAt oralOutsideDates 2026-11-24T09:30:00+01:00',
      'orals.2.candidateId unknownCandidate c9',
      'orals.2.panelId unknownPanel p9',
      'orals.2.gridId unknownGrid g9',
      'orals.2.startsAt oralOutsideDates 2026-12-24T09:00:00+01:00',
    ])
  })

  it('never puts a juror or a candidate in two places', () => {
    expect(
      complaints((file) => {
        file.orals.push({ id: 'o3', candidateId: 'c1', panelId: 'p1', gridId: 'cdcm-final', startsAt: '2026-11-24T09:29:00+01:00' })
      }),
    ).toEqual([
      'orals.2.startsAt candidateInTwoPlaces c1',
      'orals.2.startsAt jurorInTwoPlaces j1',
      'orals.2.startsAt jurorInTwoPlaces j2',
      'orals.2.startsAt jurorInTwoPlaces j3',
    ])
  })

  it('lets two jurors change places between two panels that sit at the same hours', () => {
    const file = anImport((one) => {
      one.jurors.push({ id: 'j4', lastName: 'Lesage', firstName: 'Rose', quality: 'Professionnelle', external: true })
      one.jurors.push({ id: 'j5', lastName: 'Marin', firstName: 'Noé', quality: 'Professionnel', external: true })
      one.panels.push({ id: 'p2', name: 'Jury 2', room: 'A13', jurorIds: ['j4', 'j5'], presidentId: 'j4' })
      one.candidates.push({ id: 'c3', number: '003', lastName: 'Colin', firstName: 'Luc', accommodations: [], blocks: ['B1'] })
      one.orals.push({ id: 'o3', candidateId: 'c3', panelId: 'p2', gridId: 'cdcm-b1', startsAt: '2026-11-24T09:30:00+01:00' })
    })
    const from = '2026-11-24T09:30:00+01:00'
    const exchanged = file.panels.map((panel) =>
      panel.id === 'p1'
        ? { ...panel, jurorIds: [...panel.jurorIds, 'j5'], substitutions: [{ jurorId: 'j5', replaces: 'j3', from }] }
        : { ...panel, jurorIds: [...panel.jurorIds, 'j3'], substitutions: [{ jurorId: 'j3', replaces: 'j5', from }] },
    )
    expect(checkImport({ ...file, panels: exchanged }, GRIDS)).toEqual([])
    const [first, second] = exchanged
    if (!first || !second) throw new Error('no panels')
    const both = { ...first, substitutions: [{ jurorId: 'j5', replaces: null, from }] }
    const two = { ...file, panels: [both, { ...second, substitutions: [] }] }
    expect(checkImport(two, GRIDS).map(({ code, value }) => `${code} ${value}`)).toEqual(['jurorInTwoPlaces j5', 'jurorInTwoPlaces j3'])
  })

  it('counts a candidate’s extra time when two orals would touch', () => {
    expect(
      complaints((file) => {
        const [candidate] = file.candidates
        candidate?.accommodations.push({ effect: '40 minutes au lieu de 30', extraTime: { numerator: 1, denominator: 3 } })
      }),
    ).toEqual(['orals.1.startsAt jurorInTwoPlaces j1', 'orals.1.startsAt jurorInTwoPlaces j2', 'orals.1.startsAt jurorInTwoPlaces j3'])
  })

  it('refuses a jury of one and an oral of a block the candidate is not registered for', () => {
    expect(
      complaints((file) => {
        file.panels.push({ id: 'p2', name: 'Jury 2', room: 'A13', jurorIds: ['j2'], presidentId: 'j2' })
        file.orals.push({ id: 'o3', candidateId: 'c1', panelId: 'p1', gridId: 'cdcm-b2', startsAt: '2026-11-24T11:00:00+01:00' })
      }),
    ).toEqual(['panels.1.jurorIds singleJuror p2', 'orals.2.gridId blockNotRegistered B2'])
  })

  it('gives an oral its own room, else its panel’s', () => {
    expect(importedSession(anImport(), 's1').orals.map((oral) => oral.room)).toEqual(['A12', 'B7'])
  })
})
