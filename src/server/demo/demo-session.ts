import type { ImportFile } from '#domain/import-file.ts'

/** The demonstration's day: a calendar date, and the offset of its clock (`+01:00`). */
export interface DemoDay {
  /** `YYYY-MM-DD`. */
  date: string
  offset: string
}

type Part = 'b1' | 'b2' | 'b3' | 'final'

/** Where each panel's day leaves room for lunch and for a word between two orals. */
const SLOTS = ['08:30', '09:15', '10:00', '10:45', '11:30', '13:30', '14:15', '15:00', '15:45']

/** Who passes what, in order, nine a day: places among the panel's six candidates. Blocks come before a candidate's final interview. */
const DAYS: readonly (readonly [number, Part][])[] = [
  [
    [0, 'b1'],
    [1, 'b1'],
    [2, 'b1'],
    [0, 'b2'],
    [3, 'b1'],
    [0, 'b3'],
    [1, 'b2'],
    [2, 'b2'],
    [0, 'final'],
  ],
  [
    [3, 'b2'],
    [1, 'b3'],
    [4, 'b1'],
    [2, 'b3'],
    [5, 'b1'],
    [1, 'final'],
    [3, 'b3'],
    [4, 'b2'],
    [2, 'final'],
  ],
  [
    [5, 'b2'],
    [4, 'b3'],
    [3, 'final'],
    [5, 'b3'],
    [4, 'final'],
    [5, 'final'],
  ],
]

const CANDIDATES = [
  ['Bazin', 'Inès'],
  ['Cormier', 'Yann'],
  ['Delattre', 'Maëlle'],
  ['Évrard', 'Hugo'],
  ['Fofana', 'Aminata'],
  ['Garnier', 'Léo'],
  ['Hamel', 'Chloé'],
  ['Imbert', 'Nassim'],
  ['Jourdan', 'Élise'],
  ['Kermarrec', 'Tanguy'],
  ['Lemoine', 'Sara'],
  ['Marchetti', 'Paul'],
] as const

const JURORS = [
  ['Aubry', 'Hélène', 'Directrice commerciale', true],
  ['Benali', 'Rachid', 'Responsable marketing', true],
  ['Chauvin', 'Odile', 'Formatrice en négociation', false],
  ['Dupré', 'Martin', 'Directeur de centre de profit', true],
  ['Esnault', 'Sophie', 'Consultante en communication', true],
  ['Fabre', 'Gilles', 'Formateur en management', false],
] as const

/** The candidate with extra time, by place. */
const EXTRA_TIME_PLACE = 1

export const ROLE_PLAY_SCENARIO = `Vous êtes commercial·e chez Bureau Vert, qui loue du mobilier de bureau reconditionné aux entreprises.

Vous rencontrez la responsable des achats de la mutuelle Armor Santé, 120 postes de travail. Elle a reçu une offre d’un concurrent, 11 % moins chère, livrable trois semaines plus tôt. Elle apprécie votre service après-vente et votre bilan carbone.

Votre objectif : un contrat de 36 mois pour 120 postes. Votre marge de manœuvre : 6 % de remise au plus, la livraison en deux fois, la reprise gratuite de l’ancien mobilier.

Durée : 10 minutes. Le jury joue la responsable des achats. Vous pouvez prendre des notes.`

export const candidateId = (place: number): string => `cand-${String(place + 1).padStart(2, '0')}`
export const oralId = (place: number, part: Part): string => `oral-${String(place + 1).padStart(2, '0')}-${part}`

/** The demonstration as an import file: 12 candidates, 2 panels of 3 jurors, 48 orals over three days from `day` on. */
export function demoImportFile(day: DemoDay): ImportFile {
  const dates = DAYS.map((_, index) => daysAfter(day.date, index))
  return {
    format: 'carnet-de-jury/import',
    formatVersion: 1,
    session: {
      title: 'Session de démonstration',
      centre: 'Centre d’examen d’Angers (démonstration)',
      startsOn: dates[0] ?? day.date,
      endsOn: dates.at(-1) ?? day.date,
    },
    candidates: CANDIDATES.map(([lastName, firstName], place) => ({
      id: candidateId(place),
      number: `D-${101 + place}`,
      lastName,
      firstName,
      accommodations:
        place === EXTRA_TIME_PLACE ? [{ effect: '40 minutes au lieu de 30', extraTime: { numerator: 1, denominator: 3 } }] : [],
      blocks: ['B1', 'B2', 'B3'],
    })),
    jurors: JURORS.map(([lastName, firstName, quality, external], place) => ({
      id: `jure-${place + 1}`,
      lastName,
      firstName,
      quality,
      external,
    })),
    panels: [
      { id: 'jury-a', name: 'Jury A', room: 'Salle 12', jurorIds: ['jure-1', 'jure-2', 'jure-3'], presidentId: 'jure-1' },
      { id: 'jury-b', name: 'Jury B', room: 'Salle 14', jurorIds: ['jure-4', 'jure-5', 'jure-6'], presidentId: 'jure-4' },
    ],
    orals: ['jury-a', 'jury-b'].flatMap((panelId, panel) =>
      DAYS.flatMap((slots, index) =>
        slots.map(([place, part], slot) => demoOral(panelId, panel * 6 + place, part, dates[index], slot, day)),
      ),
    ),
  }
}

function demoOral(
  panelId: string,
  place: number,
  part: Part,
  date: string | undefined,
  slot: number,
  day: DemoDay,
): ImportFile['orals'][number] {
  return {
    id: oralId(place, part),
    candidateId: candidateId(place),
    panelId,
    gridId: `cdcm-${part}`,
    startsAt: `${date ?? day.date}T${SLOTS[slot] ?? '08:30'}:00${day.offset}`,
    ...(part === 'b2' ? { scenario: ROLE_PLAY_SCENARIO } : {}),
  }
}

/** The calendar date `days` later; UTC arithmetic on a bare date is free of time zones. */
export function daysAfter(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** Candidates' author line on their support. */
export function candidateName(place: number): string {
  const [lastName, firstName] = CANDIDATES[place] ?? ['', '']
  return `${firstName} ${lastName}`
}
