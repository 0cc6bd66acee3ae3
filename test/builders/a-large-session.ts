import type { GivenFile } from '#app/desk/prepare/import/read-table-files.ts'
import { aWorkbook } from './a-table-file.ts'

const FIRST_NAMES = ['Inès', 'Yann', 'Lise', 'Karim', 'Agnès', 'Noé', 'Zoé', 'Malo', 'Awa', 'Hugo']
const LAST_NAMES = ['Bazin', 'Cormier', 'Dumas', 'Ferrand', 'Guyot', 'Hamon', 'Imbert', 'Jolivet', 'Kerbrat', 'Lemoine']

/** The name of a place in a long list: no two are alike. */
function nameAt(place: number): [lastName: string, firstName: string] {
  const round = Math.floor(place / 100)
  const lastName = LAST_NAMES[Math.floor(place / 10) % 10] ?? ''
  return [round === 0 ? lastName : `${lastName}-${'ABCDEFGH'[round - 1]}`, FIRST_NAMES[place % 10] ?? '']
}

/** A workbook as a coordinator has it: candidates of three blocks each, jurors of panels of three; no oral has its hour. */
export function aLargeWorkbook({ candidates, jurors }: { candidates: number; jurors: number }): Promise<GivenFile> {
  return aWorkbook({
    Candidats: [
      ['Nom', 'Prénom', 'N° candidat', 'Tiers temps'],
      ...Array.from({ length: candidates }, (_, place) => [
        ...nameAt(place),
        String(place + 1).padStart(4, '0'),
        place % 20 === 0 ? 'oui' : '',
      ]),
    ],
    Jurés: [
      ['Jury', 'Salle', 'Nom', 'Prénom', 'Fonction', 'Externe', 'Présidence'],
      ...Array.from({ length: jurors }, (_, place) => {
        const panel = Math.floor(place / 3)
        const [lastName, firstName] = nameAt(500 + place)
        return [
          'ABCDEFGHIJKLMNOP'[panel] ?? '',
          `Salle ${panel + 1}`,
          lastName,
          firstName,
          'Responsable commercial·e',
          place % 3 === 2 ? 'non' : 'oui',
          place % 3 === 0 ? 'oui' : '',
        ]
      }),
    ],
    Oraux: [
      ['N° candidat', 'Épreuve'],
      ...Array.from({ length: candidates * 3 }, (_, place) => [String(Math.floor(place / 3) + 1).padStart(4, '0'), `B${(place % 3) + 1}`]),
    ],
  })
}
