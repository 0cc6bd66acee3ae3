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

const PANELS = 20
const HOURS = ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17']

/** The same with every oral in its place: 20 panels of three hear one an hour, ten a day, without a clash; at most 6,000. */
export function aPlacedPreparation(count: number): Preparation {
  const many = aManyPreparation(count)
  const panels = Array.from({ length: PANELS }, (_, place) => {
    const jurorIds = [1, 2, 3].map((seat) => `j${place * 3 + seat}`)
    return { id: `p${place + 1}`, name: `Jury ${place + 1}`, room: `Salle ${place + 1}`, jurorIds, presidentId: jurorIds[0] ?? '' }
  })
  const jurors = panels.flatMap(({ name, jurorIds }) =>
    jurorIds.map((id) => ({ id, lastName: `${name}-${id}`, firstName: 'Agnès', quality: 'Professionnel·le', external: true })),
  )
  const session = { ...many.session, startsOn: '2026-11-01', endsOn: '2026-11-30' }
  const orals = many.orals.map((oral, place) => {
    const slot = Math.floor(place / PANELS)
    const day = String(1 + Math.floor(slot / HOURS.length)).padStart(2, '0')
    const startsAt = `2026-11-${day}T${HOURS[slot % HOURS.length]}:00:00+01:00`
    return { ...oral, place: { panelId: `p${(place % PANELS) + 1}`, startsAt } }
  })
  return { ...many, session, panels, jurors, orals }
}
