import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ConflictNotices } from '#app/desk/conflict-notices.tsx'
import { PanelsPage } from '#app/desk/prepare/panels/panels-page.tsx'
import { PreparedSessionProvider, usePreparedSession, useSessionChanges } from '#app/desk/prepare/use-prepared-session.ts'
import type { OpenPreparation } from '#contract/prepare.ts'
import { routePath } from '#contract/routes.ts'
import type { DeclaredInterest } from '#domain/interests.ts'
import { withDeclaredLinks } from '#domain/preparation.ts'
import { aBoard, aHash } from '#test/builders/a-board.ts'
import { aPreparation } from '#test/builders/a-preparation.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

const DECLARED: DeclaredInterest[] = [
  {
    jurorId: 'j2',
    candidateId: 'c2',
    link: { kind: 'training', words: 'Je l’ai formé en 2025.' },
    statedAt: '2026-11-20T08:00:00Z',
    receivedAt: '2026-11-20T08:01:00Z',
  },
  { jurorId: 'j1', candidateId: 'c1', link: null, statedAt: '2026-11-20T08:00:00Z', receivedAt: '2026-11-20T08:01:00Z' },
]

function anOpened(changes: Partial<OpenPreparation> = {}): OpenPreparation {
  const preparation = withDeclaredLinks(aPreparation(), DECLARED)
  const juror = (id: string) => ({ id, lastName: `Nom-${id}`, firstName: 'Alix', quality: 'Formatrice', external: true })
  return {
    preparation: {
      ...preparation,
      jurors: [...preparation.jurors, juror('j4'), juror('j5')],
      panels: [...preparation.panels, { id: 'p2', name: 'Jury B', room: 'Salle 14', jurorIds: ['j4', 'j5'], presidentId: 'j4' }],
    },
    revision: aHash('revision'),
    published: true,
    grids: [],
    heldOralIds: [],
    ...changes,
  }
}

/** The page, and what the session has become, as one line. */
function Panels({ opened }: { opened: OpenPreparation }) {
  const session = useSessionChanges('session-1', opened)
  return (
    <PreparedSessionProvider value={session}>
      <PanelsPage />
      <Places />
    </PreparedSessionProvider>
  )
}

function Places() {
  const { now } = usePreparedSession()
  return <output aria-label="Places">{now.orals.map(({ id, place }) => `${id} ${place?.panelId} ${place?.startsAt}`).join(', ')}</output>
}

function renderPanels(opened = anOpened()) {
  answering({ [routePath('declaredInterests', { sessionId: 'session-1' })]: () => json({ declarations: DECLARED }) })
  renderDesk(<Panels opened={opened} />)
}

describe('links declared by jurors', () => {
  it('are listed juror by juror, with those of whom nothing is said yet', async () => {
    renderPanels()
    const section = screen.getByRole('region', { name: 'Déclarations des juré·es' })
    expect(await within(section).findByText(/Yann Cormier \(Formation ou accompagnement\) :\s*« Je l’ai formé en 2025. »/)).toBeVisible()
    const lines = within(section).getAllByRole('listitem')
    expect(lines[0]).toHaveTextContent(/Agnès Dumas dernière déclaration reçue.*Pas encore de réponse pour Yann Cormier\./)
    expect(lines[2]).toHaveTextContent('Lise Guyot n’a encore rien déclaré.')
    expect(within(screen.getByRole('region', { name: 'Liens déclarés' })).getByText('déclaré sur l’appareil')).toBeVisible()
  })

  it('are solved by moving the oral: the recusal is kept for the minutes', async () => {
    const user = userEvent.setup()
    renderPanels()
    const section = screen.getByRole('region', { name: 'Liens à résoudre' })
    expect(section).toHaveTextContent('Karim Ferrand a un lien avec Yann Cormier, que Jury A doit entendre.')
    expect(within(section).getByLabelText('Jury')).toHaveValue('p2')
    await user.click(within(section).getByRole('button', { name: 'Noter le déport et déplacer l’oral' }))
    expect(screen.queryByRole('region', { name: 'Liens à résoudre' })).toBeNull()
    expect(screen.getByLabelText('Places')).toHaveTextContent('o2 p2 2026-11-24T10:00:00+01:00')
    expect(screen.getByRole('region', { name: 'Déports' })).toHaveTextContent(
      /Karim Ferrand ne siège pas pour Yann Cormier \(Jury A, .*24 novembre.*\) : Lien déclaré avant l’épreuve/,
    )
  })

  it('are solved by the others hearing the candidate, while two of them remain; an oral with a sheet does not move', async () => {
    const user = userEvent.setup()
    renderPanels(anOpened({ heldOralIds: ['o2'] }))
    const section = screen.getByRole('region', { name: 'Liens à résoudre' })
    expect(within(section).queryByRole('button', { name: /déplacer/ })).toBeNull()
    await user.click(within(section).getByRole('button', { name: 'Les autres membres entendent cet oral' }))
    expect(screen.queryByRole('region', { name: 'Liens à résoudre' })).toBeNull()
    expect(screen.getByLabelText('Places')).toHaveTextContent('o2 p1')
  })

  it('come before anything else on the board, and lead to the act that solves them', () => {
    renderDesk(<ConflictNotices board={aBoard({ conflicts: [{ panelId: 'P1', jurorId: 'J2', candidateId: 'C1' }] })} />)
    expect(screen.getByText('Dominique Nom-J2 a déclaré un lien avec Camille Nom-C1, que Jury A doit entendre.')).toBeVisible()
  })
})
