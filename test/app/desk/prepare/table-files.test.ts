import { describe, expect, it } from 'vitest'
import { defaultWords } from '#app/desk/prepare/import/complaint-words.ts'
import { type GivenFile, readTableFiles } from '#app/desk/prepare/import/read-table-files.ts'
import type { Preparation } from '#domain/preparation.ts'
import { mapTables } from '#domain/tables/columns.ts'
import { readTables } from '#domain/tables/read-tables.ts'
import { aCsv, aWorkbook, GRIDS } from '../../../builders/a-table-file.ts'

const SESSION = { title: 'Session d’essai', centre: 'Angers', startsOn: '2026-11-23', endsOn: '2026-11-27' }

async function read(...files: GivenFile[]) {
  const { tables, unread } = await readTableFiles(files)
  expect(unread).toEqual([])
  return readTables(mapTables(tables), { session: SESSION, timeZone: 'Europe/Paris', grids: GRIDS, words: defaultWords })
}

async function imported(...files: GivenFile[]): Promise<Preparation> {
  const outcome = await read(...files)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.complaints))
  return outcome.preparation
}

const CANDIDATES = ['Prénom;NOM;N° candidat;Blocs;Tiers temps', 'Inès;Bazin;0001;B1, B2;oui', 'Yann;Cormier;0002;1 et 3;']
const JURORS = ['Jury;Nom;Prénom;Président;Externe;Salle', 'A;Dumas;Agnès;x;oui;12', 'A;Ferrand;Karim;;non;12']
const ORALS = ['Date;Heure;Jury;Candidat;Épreuve', '24/11/2026;9h30;Jury A;0001;Bloc 1', '24/11/2026;10:30;jury a;0002;B3']

describe('tables as coordinators have them', () => {
  it('makes a session of three files, columns in any order and under other names', async () => {
    const session = await imported(aCsv('candidats', CANDIDATES), aCsv('jures', JURORS), aCsv('oraux', ORALS))
    expect(session.candidates).toEqual([
      {
        id: 'c1',
        number: '0001',
        lastName: 'Bazin',
        firstName: 'Inès',
        blocks: ['B1', 'B2'],
        accommodations: [{ effect: 'Temps majoré (1/3)', extraTime: { numerator: 1, denominator: 3 } }],
      },
      { id: 'c2', number: '0002', lastName: 'Cormier', firstName: 'Yann', blocks: ['B1', 'B3'], accommodations: [] },
    ])
    expect(session.panels).toEqual([{ id: 'p1', name: 'Jury A', room: '12', jurorIds: ['j1', 'j2'], presidentId: 'j1' }])
    expect(session.jurors.map(({ external }) => external)).toEqual([true, false])
    expect(session.orals.map(({ gridId, place }) => [gridId, place?.startsAt])).toEqual([
      ['cdcm-b1', '2026-11-24T09:30:00+01:00'],
      ['cdcm-b3', '2026-11-24T10:30:00+01:00'],
    ])
  })

  it('reads the blocks acquired before, which are then not to be taken again', async () => {
    const lines = ['Numéro;Nom;Prénom;Blocs acquis', '1;Bazin;Inès;B2 et 3', '2;Cormier;Yann;']
    const session = await imported(aCsv('candidats', lines))
    expect(session.candidates[0]).toMatchObject({ blocks: ['B1'], acquiredBefore: ['B2', 'B3'] })
    expect(session.candidates[1]).toMatchObject({ blocks: ['B1', 'B2', 'B3'] })
    expect(session.candidates[1]).not.toHaveProperty('acquiredBefore')
  })

  it.each([
    ['Windows-1252', { encoding: 'latin1' as const }],
    ['UTF-16', { encoding: 'utf16le' as const }],
    ['old Mac line ends', { end: '\r' }],
    ['Windows line ends', { end: '\r\n' }],
  ])('reads %s alike', async (_name, how) => {
    const session = await imported(aCsv('candidats', CANDIDATES, how))
    expect(session.candidates.map(({ firstName }) => firstName)).toEqual(['Inès', 'Yann'])
  })

  it.each([',', '\t'])('reads cells parted by %j alike', async (mark) => {
    const lines = ['Numéro;Nom;Prénom', '1;Bazin;Inès'].map((line) => line.replaceAll(';', mark))
    expect((await imported(aCsv('candidats', lines))).candidates[0]?.lastName).toBe('Bazin')
  })

  it('makes the same session of one workbook, with its dates, times and numbers as cells', async () => {
    const workbook = await aWorkbook({
      Candidats: [['Session de novembre'], [], ['Numéro', 'Nom', 'Prénom'], [1, 'Bazin', 'Inès']],
      'Membres du jury': [
        ['Nom', 'Prénom', 'Jury'],
        ['Dumas', 'Agnès', 'A'],
        ['Ferrand', 'Karim', 'A, B'],
      ],
      Passages: [
        ['Numéro', 'Épreuve', 'Date', 'Heure', 'Jury'],
        [1, 'Entretien final', new Date('2026-11-24'), 0.375, 'A'],
        [1, 'B2', 46_351, '14:00', 'B'],
      ],
    })
    const session = await imported(workbook)
    expect(session.candidates).toMatchObject([{ number: '1', blocks: ['B1', 'B2', 'B3'] }])
    expect(session.panels.map(({ name, jurorIds }) => [name, jurorIds])).toEqual([
      ['Jury A', ['j1', 'j2']],
      ['Jury B', ['j2']],
    ])
    expect(session.orals.map(({ gridId, place }) => [gridId, place?.startsAt])).toEqual([
      ['cdcm-final', '2026-11-24T09:00:00+01:00'],
      ['cdcm-b2', '2026-11-25T14:00:00+01:00'],
    ])
  })

  it('makes the orals of the registrations when no table lists them, the interview for the full title only', async () => {
    const session = await imported(aCsv('candidats', ['Numéro;Nom;Prénom;Blocs', '1;Bazin;Inès;tous', '2;Cormier;Yann;B2']))
    expect(session.orals.map(({ candidateId, gridId, place }) => [candidateId, gridId, place])).toEqual([
      ['c1', 'cdcm-b1', null],
      ['c1', 'cdcm-b2', null],
      ['c1', 'cdcm-b3', null],
      ['c1', 'cdcm-final', null],
      ['c2', 'cdcm-b2', null],
    ])
  })

  it('keeps civil identities apart from the session', async () => {
    const outcome = await read(
      aCsv('candidats', ['Numéro;Nom;Prénom;Nom de naissance;Date de naissance;Sexe;Code INSEE', '1;Bazin;Inès;Morel;03/05/1998;Mme;1004']),
    )
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.complaints))
    expect(outcome.identities).toEqual([
      {
        candidateId: 'c1',
        birthName: 'Morel',
        usualName: 'Bazin',
        firstNames: ['Inès'],
        birthYear: 1998,
        birthMonth: 5,
        birthDay: 3,
        sex: 'F',
        birthPlace: { kind: 'insee', code: '01004' },
        birthCommune: null,
        birthCountryCode: null,
        birthCountry: null,
      },
    ])
    expect(JSON.stringify(outcome.preparation)).not.toMatch(/Morel|1998|01004/)
  })

  it.each([
    'E-mail',
    'Email',
    'COURRIEL',
    'Mail',
    'Mél.',
    'Adresse e-mail',
    'Adresse mail',
    'Adresse électronique',
    'Courrier électronique',
  ])('keeps the addresses of a column « %s » apart from the session', async (title) => {
    const outcome = await read(
      aCsv('candidats', CANDIDATES),
      aCsv('jures', [
        `Jury;Nom;Prénom;${title}`,
        'A;Dumas;Agnès;dumas@example.org',
        'A;Ferrand;Karim;',
        'B;Dumas;Agnès;Dumas@Example.org',
        'B;Guyot;Lise;dumas@example.org',
      ]),
    )
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.complaints))
    expect(outcome.addresses).toEqual([
      { jurorId: 'j1', email: 'dumas@example.org' },
      { jurorId: 'j3', email: 'dumas@example.org' },
    ])
    expect(JSON.stringify(outcome.preparation)).not.toMatch(/example/i)
  })

  it('does not take candidates for jurors because they have addresses', () => {
    const table = {
      name: 'Feuille1',
      rows: [
        ['Numéro', 'Nom', 'Prénom', 'E-mail', 'Salle'],
        ['1', 'Bazin', 'Inès', 'ines@example.org', '12'],
      ],
    }
    expect(mapTables([table])[0]?.kind).toBe('candidates')
  })

  it.each([
    ['24/11/2026', '9:05', '2026-11-24T09:05:00+01:00'],
    ['24-11-26', '09h05', '2026-11-24T09:05:00+01:00'],
    ['2026-11-24', '9 h', '2026-11-24T09:00:00+01:00'],
    ['mardi 24 nov. 2026', '09:05:00', '2026-11-24T09:05:00+01:00'],
    ['24 novembre 2026', '9 heures', '2026-11-24T09:00:00+01:00'],
    ['46350', '9h', '2026-11-24T09:00:00+01:00'],
  ])('reads the date %s and the time %s', async (date, time, startsAt) => {
    const session = await imported(
      aCsv('candidats', CANDIDATES),
      aCsv('jures', JURORS),
      aCsv('oraux', ['Candidat;Épreuve;Date;Heure;Jury', `0001;B1;${date};${time};A`]),
    )
    expect(session.orals[0]?.place?.startsAt).toBe(startsAt)
  })
})
