import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { PlanningPage } from '#app/desk/prepare/planning/planning-page.tsx'
import { PreparedSessionProvider, useSessionChanges } from '#app/desk/prepare/use-prepared-session.ts'
import type { OpenPreparation, PreparedGrid } from '#contract/prepare.ts'
import type { Preparation } from '#domain/preparation.ts'
import { usualHours } from '#domain/preparation.ts'
import { aPreparation } from '../../../builders/a-preparation.ts'
import { GRIDS } from '../../../builders/a-table-file.ts'
import { renderDesk } from '../render-desk.tsx'

const SUPPORT = { maxPages: 30, annexesExcluded: true, submissionWeeksBefore: 3 }
const grids: PreparedGrid[] = GRIDS.map(({ id, title, durationMinutes, blockId }) => ({
  id,
  title,
  durationMinutes,
  part: blockId === null ? { kind: 'finalInterview' } : { kind: 'block', blockId },
  support: SUPPORT,
}))

type Session = ReturnType<typeof useSessionChanges>

function Planning({ opened, onSession }: { opened: OpenPreparation; onSession: (session: Session) => void }) {
  const session = useSessionChanges('s1', opened)
  onSession(session)
  return (
    <PreparedSessionProvider value={session}>
      <PlanningPage />
    </PreparedSessionProvider>
  )
}

function showPlanning(preparation: Preparation) {
  const seen: Session[] = []
  const opened: OpenPreparation = { preparation, revision: 'r', published: false, grids, heldOralIds: [] }
  renderDesk(<Planning opened={opened} onSession={(session) => seen.push(session)} />)
  return { now: () => seen.at(-1)?.now, user: userEvent.setup() }
}

describe('the planning', () => {
  it('takes pauses beside lunch, and names the oral that stands in one', async () => {
    const { now, user } = showPlanning(aPreparation())
    expect(screen.getByText('Aucun heurt dans le planning.')).toBeTruthy()
    await user.click(screen.getByText('Jours, heures, pauses et règle du planning'))
    await user.click(screen.getByRole('button', { name: 'Ajouter une pause' }))
    fireEvent.change(screen.getByLabelText('Début de la pause 1'), { target: { value: '10:15' } })
    expect(now()?.hours.breaks).toEqual([{ from: '10:15', to: '10:45' }])
    expect(screen.getByRole('button', { name: /^Yann Cormier, Bloc B1, .*10:00 : en dehors des heures d’oraux/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Retirer la pause 1' }))
    expect(now()?.hours.breaks).toEqual([])
    expect(screen.getByText('Aucun heurt dans le planning.')).toBeTruthy()
  })

  it('shows the first clashes, the others when asked, and the day of the one chosen', async () => {
    const before = aPreparation()
    const hours = { ...usualHours('2026-11-24', '2026-11-26'), from: '14:00' }
    const places = ['2026-11-24T14:00:00+01:00', '2026-11-25T09:00:00+01:00', '2026-11-26T09:00:00+01:00']
    const orals = before.orals.map((oral, at) => ({ ...oral, place: { panelId: 'p1', startsAt: places[at] ?? '' } }))
    const more = [0, 1, 2].map((at) => ({ ...orals[1], id: `more-${at}` }) as (typeof orals)[number])
    const { user } = showPlanning({ ...before, hours, orals: [...orals, ...more] })
    expect(screen.getByRole('region', { name: 'Journée du mardi 24 novembre' })).toBeTruthy()
    const clashes = () => screen.getAllByRole('button', { name: / : .+\.$/ })
    expect(clashes()).toHaveLength(4)
    await user.click(screen.getByRole('button', { name: /^Afficher les \d+ autres heurts/ }))
    expect(clashes().length).toBeGreaterThan(4)
    await user.click(screen.getByRole('button', { name: /^Inès Bazin, Entretien final, .*en dehors/ }))
    expect(screen.getByRole('region', { name: 'Journée du jeudi 26 novembre' })).toBeTruthy()
    expect(screen.getByRole('form', { name: 'Placer un oral' })).toBeTruthy()
  })
})
