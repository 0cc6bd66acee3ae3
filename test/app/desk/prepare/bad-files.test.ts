import { describe, expect, it } from 'vitest'
import { complaintLine, defaultWords } from '#app/desk/prepare/import/complaint-words.ts'
import { type GivenFile, readTableFiles } from '#app/desk/prepare/import/read-table-files.ts'
import { mapTables } from '#domain/tables/columns.ts'
import { readTables } from '#domain/tables/read-tables.ts'
import { aCsv, aWorkbook, GRIDS } from '../../../builders/a-table-file.ts'

const SESSION = { title: 'Session d’essai', centre: 'Angers', startsOn: '2026-11-23', endsOn: '2026-11-27' }

async function complaintsOf(files: readonly GivenFile[], session = SESSION): Promise<string[]> {
  const { tables, unread } = await readTableFiles(files)
  const outcome = readTables(mapTables(tables), { session, timeZone: 'Europe/Paris', grids: GRIDS, words: defaultWords })
  return [...unread.map(({ name, reason }) => `${name} : ${reason}`), ...(outcome.ok ? [] : outcome.complaints.map(complaintLine))]
}

const candidates = (...lines: string[]) => aCsv('Candidats', ['Numéro;Nom;Prénom;Blocs', ...lines])
const jurors = (...lines: string[]) => aCsv('Jurés', ['Nom;Prénom;Jury;Président;Salle;Externe', ...lines])
const orals = (...lines: string[]) => aCsv('Oraux', ['Numéro;Épreuve;Date;Heure;Jury', ...lines])
const PEOPLE = [
  candidates('1;Bazin;Inès;tous', '2;Cormier;Yann;B1'),
  jurors('Dumas;Agnès;A;x;12;oui', 'Ferrand;Karim;A;;;non', 'Guyot;Lise;B;;;oui'),
]
const withOral = (...lines: string[]) => [...PEOPLE, orals(...lines)]
const identity = (...lines: string[]) => [aCsv('Candidats', ['Numéro;Nom;Prénom;Date de naissance;Sexe', ...lines])]

/** Each bad file, and everything it is told, word for word. */
const BAD_FILES: [name: string, files: () => GivenFile[] | Promise<GivenFile[]>, complaints: string[]][] = [
  [
    'no candidates at all',
    () => [jurors('Dumas;Agnès;A;x;12;oui')],
    ['Ensemble des fichiers : Aucune feuille ne liste les candidat·es. Ajoutez-la, ou dites quelle feuille les contient.'],
  ],
  ['a column missing', () => [aCsv('Candidats', ['Numéro;Nom', '1;Bazin'])], ['Feuille Candidats : La colonne « Prénom » manque.']],
  [
    'two columns missing',
    () => [aCsv('Candidats', ['Numéro;Ville', '1;Angers'])],
    ['Feuille Candidats : La colonne « Nom » manque.', 'Feuille Candidats : La colonne « Prénom » manque.'],
  ],
  ['titles and no line', () => [candidates()], ['Feuille Candidats : Cette feuille n’a aucune ligne sous ses titres.']],
  [
    'a name missing',
    () => [candidates('1;;Inès;tous')],
    ['Feuille Candidats, ligne 2, colonne Nom : La cellule est vide. Elle doit être remplie.'],
  ],
  [
    'cells missing on two lines, an empty line between',
    () => [candidates('1;;Inès;tous', '', ';Cormier;Yann;B1')],
    [
      'Feuille Candidats, ligne 2, colonne Nom : La cellule est vide. Elle doit être remplie.',
      'Feuille Candidats, ligne 4, colonne Numéro : La cellule est vide. Elle doit être remplie.',
    ],
  ],
  [
    'a number twice',
    () => [candidates('1;Bazin;Inès;tous', '1;Cormier;Yann;B1')],
    ['Feuille Candidats, ligne 3, colonne Numéro : Le numéro « 1 » est déjà pris par un·e autre candidat·e.'],
  ],
  [
    'a name far too long',
    () => [candidates(`1;${'a'.repeat(301)};Inès;tous`)],
    [`Feuille Candidats, ligne 2, colonne Nom : Le texte « ${'a'.repeat(30)}… » est trop long : 300 signes au plus.`],
  ],
  [
    'an unknown block',
    () => [candidates('1;Bazin;Inès;B1, B7')],
    ['Feuille Candidats, ligne 2, colonne Blocs : Aucun bloc ne s’appelle « B7 ».'],
  ],
  [
    'no block',
    () => [candidates('1;Bazin;Inès;')],
    ['Feuille Candidats, ligne 2, colonne Blocs : Aucun bloc n’est indiqué. Écrivez par exemple B1, B2 ou tous.'],
  ],
  [
    'extra time in other words',
    () => [aCsv('Candidats', ['Numéro;Nom;Prénom;Tiers-temps', '1;Bazin;Inès;peut-être'])],
    ['Feuille Candidats, ligne 2, colonne Tiers-temps : « peut-être » ne se comprend pas. Écrivez oui, 1/3 ou 25 %.'],
  ],
  [
    'a birth date that does not exist',
    () => identity('1;Bazin;Inès;31/02/1998;F'),
    [
      'Feuille Candidats, ligne 2, colonne Date de naissance : « 31/02/1998 » n’est pas une date de naissance. Écrivez par exemple 03/05/1998, avec l’année entière.',
    ],
  ],
  [
    'a birth year of two digits',
    () => identity('1;Bazin;Inès;03/05/98;F'),
    [
      'Feuille Candidats, ligne 2, colonne Date de naissance : « 03/05/98 » n’est pas une date de naissance. Écrivez par exemple 03/05/1998, avec l’année entière.',
    ],
  ],
  [
    'a sex that is none',
    () => identity('1;Bazin;Inès;03/05/1998;2'),
    ['Feuille Candidats, ligne 2, colonne Sexe : « 2 » ne se comprend pas. Écrivez F ou M.'],
  ],
  [
    'half an identity',
    () => identity('1;Bazin;Inès;03/05/1998;'),
    ['Feuille Candidats, ligne 2, colonne Sexe : L’état civil est commencé : il faut la date de naissance et le sexe.'],
  ],
  [
    'a commune code that is none',
    () => [aCsv('Candidats', ['Numéro;Nom;Prénom;Date de naissance;Sexe;Code INSEE', '1;Bazin;Inès;03/05/1998;F;Angers'])],
    ['Feuille Candidats, ligne 2, colonne Code INSEE : « Angers » ne convient pas à l’état civil.'],
  ],
  [
    'outside or not, in other words',
    () => [...PEOPLE.slice(0, 1), jurors('Dumas;Agnès;A;x;12;à voir')],
    ['Feuille Jurés, ligne 2, colonne Externe : « à voir » ne se comprend pas. Écrivez oui ou non.'],
  ],
  [
    'two presidents',
    () => [...PEOPLE.slice(0, 1), jurors('Dumas;Agnès;A;x;12;oui', 'Ferrand;Karim;A;oui;12;oui')],
    ['Feuille Jurés, ligne 3, colonne Président : « Jury A » a déjà une présidence, plus haut.'],
  ],
  [
    'two rooms for a panel',
    () => [...PEOPLE.slice(0, 1), jurors('Dumas;Agnès;A;x;12;oui', 'Ferrand;Karim;A;;14;oui')],
    ['Feuille Jurés, ligne 3, colonne Salle : « Jury A » a déjà une autre salle, plus haut.'],
  ],
  [
    'a juror twice in a panel',
    () => [...PEOPLE.slice(0, 1), jurors('Dumas;Agnès;A;x;12;oui', 'DUMAS;Agnes;Jury A;;;oui')],
    ['Feuille Jurés, ligne 3, colonne Jury : Agnès Dumas est déjà écrit·e plus haut, dans le même jury.'],
  ],
  [
    'a president of nothing',
    () => [...PEOPLE.slice(0, 1), jurors('Dumas;Agnès;;x;12;oui')],
    ['Feuille Jurés, ligne 2, colonne Président : Agnès Dumas préside, mais aucun jury n’est indiqué.'],
  ],
  [
    'addresses that are none, beside another fault',
    () => [
      ...PEOPLE.slice(0, 1),
      aCsv('Jurés', [
        'Nom;Prénom;Jury;Externe;Courriel',
        'Dumas;Agnès;A;oui;agnes.dumas@example',
        'Ferrand;Karim;A;à voir;karim@example.org',
        'Guyot;Lise;A;oui;"lise@example.org ; guyot@example.org"',
      ]),
    ],
    [
      'Feuille Jurés, ligne 2, colonne Courriel : « agnes.dumas@example » n’est pas une adresse e-mail. Écrivez une seule adresse entière, par exemple prenom.nom@exemple.fr.',
      'Feuille Jurés, ligne 3, colonne Externe : « à voir » ne se comprend pas. Écrivez oui ou non.',
      'Feuille Jurés, ligne 4, colonne Courriel : « lise@example.org ; guyot@example.org » n’est pas une adresse e-mail. Écrivez une seule adresse entière, par exemple prenom.nom@exemple.fr.',
    ],
  ],
  [
    'a juror of two panels with two addresses',
    () => [
      ...PEOPLE.slice(0, 1),
      aCsv('Jurés', ['Nom;Prénom;Jury;E-mail', 'Dumas;Agnès;A;dumas@example.org', 'Dumas;Agnès;B;agnes@example.org']),
    ],
    ['Feuille Jurés, ligne 3, colonne E-mail : Agnès Dumas a déjà une autre adresse e-mail, plus haut.'],
  ],
  [
    'an oral of nobody',
    () => withOral('9;B1;24/11/2026;9h;A'),
    ['Feuille Oraux, ligne 2, colonne Numéro : Aucun·e candidat·e n’a le numéro « 9 ».'],
  ],
  [
    'an oral of nothing',
    () => withOral('1;Anglais;24/11/2026;9h;A'),
    ['Feuille Oraux, ligne 2, colonne Épreuve : Aucune épreuve ne s’appelle « Anglais ». Écrivez par exemple B1 ou Entretien final.'],
  ],
  [
    'an oral of an unknown panel',
    () => withOral('1;B1;24/11/2026;9h;Z'),
    ['Feuille Oraux, ligne 2, colonne Jury : Aucun jury ne s’appelle « Z ».'],
  ],
  [
    'a date and a time that are none',
    () => withOral('1;B1;30/02/2026;25h;A'),
    [
      'Feuille Oraux, ligne 2, colonne Date : « 30/02/2026 » n’est pas une date. Écrivez par exemple 24/11/2026.',
      'Feuille Oraux, ligne 2, colonne Heure : « 25h » n’est pas une heure. Écrivez par exemple 09:30.',
    ],
  ],
  [
    'an American date',
    () => withOral('1;B1;11/24/2026;9h;A'),
    ['Feuille Oraux, ligne 2, colonne Date : « 11/24/2026 » n’est pas une date. Écrivez par exemple 24/11/2026.'],
  ],
  [
    'an oral placed by half',
    () => withOral('1;B1;24/11/2026;;A'),
    [
      'Feuille Oraux, ligne 2, colonne Heure : Cet oral n’est placé qu’à moitié. Donnez la date, l’heure et le jury, ou laissez les trois vides.',
    ],
  ],
  [
    'an oral after the session',
    () => withOral('1;B1;04/12/2026;9h;A'),
    ['Feuille Oraux, ligne 2, colonne Date : Le 04/12/2026 est en dehors des dates de la session.'],
  ],
  [
    'the same oral twice',
    () => withOral('1;B1;24/11/2026;9h;A', '1;Bloc 1;25/11/2026;9h;A'),
    ['Feuille Oraux, ligne 3, colonne Épreuve : Inès Bazin passe déjà cette épreuve, plus haut.'],
  ],
  [
    'a block nobody registered for',
    () => withOral('2;B3;24/11/2026;9h;A'),
    ['Feuille Oraux, ligne 2, colonne Épreuve : Ce ou cette candidat·e n’est pas inscrit·e à « B3 ».'],
  ],
  [
    'a panel in two places',
    () => withOral('1;B1;24/11/2026;9h;A', '2;B1;24/11/2026;9h15;A'),
    [
      'Feuille Oraux, ligne 3, colonne Heure : Agnès Dumas, membre du jury, a déjà un oral à ce moment.',
      'Feuille Oraux, ligne 3, colonne Heure : Karim Ferrand, membre du jury, a déjà un oral à ce moment.',
    ],
  ],
  [
    'a candidate in two places',
    () => withOral('1;B1;24/11/2026;9h;A', '1;B2;24/11/2026;9h15;B'),
    ['Feuille Oraux, ligne 3, colonne Heure : Inès Bazin a déjà un oral à ce moment.'],
  ],
  [
    'a file of another kind',
    () => [{ name: 'convention.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.7')) }, ...PEOPLE],
    ['convention.pdf : notSpreadsheet'],
  ],
  [
    'an Excel file of before 2007',
    () => [{ name: 'liste.xls', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]) }, ...PEOPLE],
    ['liste.xls : oldExcel'],
  ],
  [
    'a damaged workbook',
    async () => [{ name: 'liste.xlsx', bytes: (await aWorkbook({ Candidats: [['Numéro']] })).bytes.slice(0, 200) }, ...PEOPLE],
    ['liste.xlsx : damaged'],
  ],
  ['an empty file', () => [{ name: 'vide.csv', bytes: new Uint8Array() }, ...PEOPLE], ['vide.csv : empty']],
  [
    'a workbook with its faults on two sheets, in Windows-1252 elsewhere',
    async () => [
      await aWorkbook({
        Candidats: [
          ['Numéro', 'Nom', 'Prénom'],
          [1, 'Bazin', null],
        ],
      }),
      aCsv('Oraux', ['Numéro;Épreuve', '1;Écrit'], { encoding: 'latin1' }),
    ],
    [
      'Feuille Candidats, ligne 2, colonne Prénom : La cellule est vide. Elle doit être remplie.',
      'Feuille Oraux, ligne 2, colonne Épreuve : Aucune épreuve ne s’appelle « Écrit ». Écrivez par exemple B1 ou Entretien final.',
    ],
  ],
]

/** Texts of the catalogue have no-break spaces; here they are compared as typed. */
const typed = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('a bad file', () => {
  it.each(BAD_FILES)('%s', async (_name, files, complaints) => {
    expect((await complaintsOf(await files())).map(typed)).toEqual(complaints)
  })

  it('a session that ends before it begins', async () => {
    expect((await complaintsOf(PEOPLE, { ...SESSION, endsOn: '2026-11-20' })).map(typed)).toEqual([
      'Ensemble des fichiers : La session finit le 2026-11-20, avant d’avoir commencé.',
    ])
  })
})
