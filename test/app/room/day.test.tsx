import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { DayHeader } from '#app/room/day-header.tsx'
import { DayList } from '#app/room/day-list.tsx'
import { dayLines, planDay } from '#app/room/day-plan.ts'
import { NextOralCard } from '#app/room/next-oral-card.tsx'
import { UpdateBar } from '#app/room/update-bar.tsx'
import { cdcm } from '#frameworks/cdcm.ts'
import { aDayOral } from '#test/builders/a-day-oral.ts'
import { anOpenNotebook } from '#test/builders/an-open-notebook.ts'
import { renderRoom } from './render-room.tsx'

describe('the day’s list', () => {
  it('lists the orals in order, each a link with its time, candidate and state in words', () => {
    const lines = dayLines([
      aDayOral({ id: 'o1', sheet: { state: 'signed', presence: 'present', delivery: 'delivered' } }),
      aDayOral({
        id: 'o2',
        startsAt: '2026-11-24T10:00:00+01:00',
        candidate: { firstName: 'Yann', lastName: 'Cormier', number: '0002' },
        sheet: { state: 'signed', presence: 'absent', delivery: 'waiting' },
      }),
      aDayOral({ id: 'o3', startsAt: '2026-11-24T11:00:00+01:00', allottedMs: 40 * 60_000 }),
    ])
    renderRoom(
      <>
        <h2 id="titre">Les oraux du jour</h2>
        <DayList lines={lines} framework={cdcm} labelledBy="titre" />
      </>,
    )
    const links = within(screen.getByRole('list', { name: 'Les oraux du jour' })).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/salle/oral/o1', '/salle/oral/o2', '/salle/oral/o3'])
    expect(links[0]).toHaveTextContent(/09:00.*Inès Bazin.*Bloc 1.*Remise/)
    expect(links[1]).toHaveTextContent(/10:00.*Yann Cormier.*Candidat·e absent·e.*Signée – sur cet appareil/)
    expect(links[2]).toHaveTextContent(/11:00.*40 min.*À venir/)
  })

  it('says that some lines of a sheet no longer read, and that the rest is intact', () => {
    renderRoom(<DayList lines={dayLines([aDayOral({ sheet: { damagedRows: 2 } })])} framework={cdcm} labelledBy="titre" />)
    expect(screen.getByText(/2 lignes de cette fiche ne se lisent plus\. Le reste est intact/)).toBeVisible()
  })
})

describe('the next oral', () => {
  const card = (day = aDayOral(), nowMs = Date.parse('2026-11-24T08:48:00+01:00')) => {
    const plan = planDay([day], nowMs)
    if (!plan.next) throw new Error('no next oral')
    renderRoom(<NextOralCard line={plan.next} startsInMs={plan.startsInMs} framework={cdcm} />)
  }

  it('shows who, when, where, the time granted and its accommodation', () => {
    card(
      aDayOral({
        candidate: { accommodations: [{ effect: '40 minutes au lieu de 30', extraTime: { numerator: 1, denominator: 3 } }] },
        allottedMs: 40 * 60_000,
      }),
    )
    const region = screen.getByRole('region', { name: 'Prochain oral' })
    expect(region).toHaveTextContent('Inès Bazin')
    expect(region).toHaveTextContent('N° 0001')
    expect(region).toHaveTextContent('Salle 12')
    expect(region).toHaveTextContent('40 minutes au lieu de 30')
    expect(region).toHaveTextContent('Dans 12 min')
    expect(screen.getByRole('link', { name: 'Ouvrir l’oral : Inès Bazin, 09:00' })).toHaveAttribute('href', '/salle/oral/o1')
  })

  it('counts the lateness', () => {
    card(aDayOral(), Date.parse('2026-11-24T09:07:30+01:00'))
    expect(screen.getByText('En retard de 7 min')).toBeVisible()
  })

  it('tells a support that meets the settings from one that does not, and who decides', () => {
    card(aDayOral({ support: {} }))
    expect(screen.getByText('30 pages, pour 30 au plus.')).toBeVisible()
  })

  it('says by how much a support is too long and too late, and that the juror may go on', () => {
    card(aDayOral({ support: { pages: 40, annexStartPage: 34, receivedOn: '2026-11-10' } }))
    expect(screen.getByText('33 pages sans les annexes (7 d’annexes), pour 30 au plus : 3 pages de trop.')).toBeVisible()
    expect(screen.getByText(/Reçu le 10 novembre 2026, après la date limite du 3 novembre 2026 : 7 jours de retard/)).toBeVisible()
    expect(screen.getByText('C’est le certificateur qui décide.')).toBeVisible()
  })
})

describe('the day’s header', () => {
  it('tells whose day it is, what is left to sign and to deliver, and that nothing is at risk without network', () => {
    const plan = planDay(
      [aDayOral({ id: 'o1', sheet: { presence: 'present', timerStatus: 'stopped' } }), aDayOral({ id: 'o2' })],
      Date.parse('2026-11-24T08:00:00+01:00'),
    )
    renderRoom(
      <DayHeader
        date="mardi 24 novembre"
        notebook={anOpenNotebook()}
        plan={plan}
        outbox={{ waiting: 3, delivered: 9, refused: [], minutes: 0, resealed: 0, lastTry: null }}
        online={false}
      />,
    )
    expect(screen.getByRole('heading', { level: 1, name: 'Ma journée' })).toHaveFocus()
    expect(screen.getByText('Agnès Dumas')).toBeVisible()
    expect(screen.getByText(/Jury A · Salle 12 · Présidence du jury/)).toBeVisible()
    expect(screen.getByText('Sans réseau')).toBeVisible()
    expect(screen.getByText('3 plis à remettre')).toBeVisible()
    expect(screen.getByText('9 plis remis')).toBeVisible()
    expect(screen.getByText('Tout est en sécurité sur cet appareil.')).toBeVisible()
    expect(screen.getByText('Il reste 1 oral à venir et 1 fiche à signer.')).toBeVisible()
  })
})

describe('the update bar', () => {
  it('says nothing when no version waits', () => {
    const { container } = renderRoom(<UpdateBar state="none" onApply={async () => true} onDismiss={() => undefined} />)
    expect(within(container).queryByRole('status')).toBeNull()
  })

  it('says why a version cannot be applied while another tab writes a sheet', async () => {
    renderRoom(<UpdateBar state="waiting" onApply={async () => false} onDismiss={() => undefined} />)
    await userEvent.click(screen.getByRole('button', { name: 'Mettre à jour' }))
    expect(await screen.findByText(/Un oral est ouvert dans un autre onglet/)).toBeVisible()
  })
})
