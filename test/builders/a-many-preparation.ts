import type { Preparation } from '#domain/preparation.ts'
import { aPreparation } from './a-preparation.ts'

/** A session of so many candidates of one block, every twentieth with extra time; their orals wait for a place. */
export function aManyPreparation(count: number): Preparation {
  const numbers = Array.from({ length: count }, (_, place) => place + 1)
  return {
    ...aPreparation(),
    candidates: numbers.map((number) => ({
      id: `c${number}`,
      number: String(number).padStart(4, '0'),
      lastName: `Nom-${String.fromCharCode(65 + (number % 26))}`,
      firstName: `Prénom-${Math.ceil(number / 26)}`,
      blocks: ['B1'],
      accommodations: number % 20 === 0 ? [{ effect: 'Temps majoré', extraTime: { numerator: 1, denominator: 3 } }] : [],
    })),
    orals: numbers.map((number) => ({
      id: `o${number}`,
      candidateId: `c${number}`,
      gridId: 'cdcm-b1',
      place: null,
      room: null,
      supportId: null,
      scenario: null,
    })),
  }
}
