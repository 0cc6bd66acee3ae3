import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { OralDeliberation } from '#app/room/deliberation/oral-deliberation.tsx'
import type { TableOral } from '#device/deliberation/table.ts'
import type { HashedSheet } from '#domain/compose-minutes.ts'
import type { DecisionDraft } from '#domain/decision-draft.ts'
import type { EntryBody } from '#domain/entry.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aTableOral, aTableSheet, nameOf } from '#test/builders/a-table-oral.ts'
import { renderRoom } from '../render-room.tsx'

const grid = aGrid()

/** The screen over a table that keeps each change as the device would. */
function Table({
  sheets,
  first = {},
  changes = {},
}: {
  sheets: HashedSheet[]
  first?: Partial<DecisionDraft>
  changes?: Partial<TableOral>
}) {
  const [draft, setDraft] = useState(first)
  const table = aTableOral(sheets, draft, changes)
  return (
    <OralDeliberation
      table={table}
      isFrozen={false}
      nameOf={nameOf}
      panelJurorIds={['j1', 'j2', 'j3']}
      ownJurorId="j1"
      minutesPath="/salle/deliberation/p1/2026-11-24/pv"
      onChange={async (edit) => {
        setDraft((before) => edit(aTableOral(sheets, before, changes).draft))
        return true
      }}
    />
  )
}

const splitOnS2 = () => [
  aTableSheet('j1', grid),
  aTableSheet('j2', grid, { verdicts: { S2: 'notAcquired' }, reasons: { S2: 'Rien sur le budget.' }, notObserved: ['S2.K1.I1'] }),
]

const group = (section: string) => within(screen.getByRole('group', { name: `Décision du jury pour ${section}` }))
const check = () => within(screen.getByText('Ce qui manque').closest('[role="status"]') as HTMLElement)

describe('the panel before one oral', () => {
  it('shows divergences first and open, agreements after them and folded away', () => {
    renderRoom(<Table sheets={splitOnS2()} />)
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
    expect(headings.indexOf('1 divergence')).toBeLessThan(headings.indexOf('1 accord'))
    const card = within(screen.getByRole('article', { name: 'S2 · Seconde' }))
    expect(card.getByRole('row', { name: /Karim Ferrand.*Non acquise.*Rien sur le budget/ })).toBeVisible()
    expect(card.getByText('1 indicateur en désaccord')).toBeVisible()
    expect(screen.getByText('Première').closest('details')).not.toHaveAttribute('open')
  })

  it('shows what the jurors noted on a divergence, typed or by hand', async () => {
    const ink = { width: 200, height: 100, strokes: [[[10, 10, 0.5, 0] as [number, number, number, number]]] }
    const note = { kind: 'note', target: { id: 'S2' }, private: false } as const
    const besides: EntryBody[] = [
      { ...note, noteId: 'n1', text: 'Budget à revoir.' },
      { ...note, noteId: 'n2', text: '', ink },
    ]
    renderRoom(<Table sheets={[aTableSheet('j1', grid), aTableSheet('j2', grid, { verdicts: { S2: 'notAcquired' }, besides })]} />)
    const card = within(screen.getByRole('article', { name: 'S2 · Seconde' }))
    await userEvent.click(card.getByText('2 notes'))
    expect(card.getByText('Karim Ferrand : Budget à revoir.')).toBeVisible()
    expect(card.getByRole('img', { name: 'Note manuscrite de Karim Ferrand' })).toBeVisible()
  })

  it('takes agreements over as decisions in one touch, and nothing before it', async () => {
    renderRoom(<Table sheets={splitOnS2()} />)
    expect(check().getByText('Pas encore de décision pour 2 compétences : S1 et S2.')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Reprendre l’accord' }))
    expect(check().getByText('Pas encore de décision pour S2.')).toBeInTheDocument()
  })

  it('asks for a reason for every « non acquise », and offers the jurors’ own words', async () => {
    renderRoom(
      <Table
        sheets={splitOnS2()}
        first={{ verdict: 'notValidated', reason: 'Bloc à repasser.', sections: { S1: { verdict: 'acquired', reason: '' } } }}
      />,
    )
    await userEvent.click(group('S2').getByRole('button', { name: 'Non acquise' }))
    expect(check().getByText('S2 : motif manquant.')).toBeInTheDocument()
    expect(group('S2').getByRole('textbox', { name: /Motif de la décision/ })).toBeRequired()
    await userEvent.click(group('S2').getByRole('button', { name: 'Reprendre ce motif (Karim Ferrand)' }))
    expect(await screen.findByText('Décision complète. Elle est enregistrée sur cet appareil.')).toBeVisible()
  })

  it('asks why the panel refuses, and why it decides against the rule', async () => {
    const decided = { S1: { verdict: 'acquired' as const, reason: '' }, S2: { verdict: 'acquired' as const, reason: '' } }
    renderRoom(<Table sheets={[aTableSheet('j1', grid), aTableSheet('j2', grid)]} first={{ sections: decided }} />)
    expect(screen.getByText('La règle propose : validé.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Non validé' }))
    expect(check().getByText('Motif de la décision manquant.')).toBeInTheDocument()
    expect(screen.getByText(/le jury décide autrement que la règle/)).toBeVisible()
    expect(screen.getByRole('group', { name: 'À repasser' })).toBeVisible()
  })

  it('uses the president’s casting vote only on a tie', async () => {
    const decided = { S1: { verdict: 'acquired' as const, reason: '' }, S2: { verdict: 'acquired' as const, reason: '' } }
    renderRoom(<Table sheets={[aTableSheet('j1', grid), aTableSheet('j2', grid)]} first={{ sections: decided, verdict: 'validated' }} />)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Le jury a voté' }))
    const vote = (name: string, ballot: string) =>
      userEvent.click(within(screen.getByRole('group', { name: `Vote : ${name}` })).getByRole('button', { name: ballot }))
    await vote('Agnès Dumas', 'Pour valider')
    await vote('Karim Ferrand', 'Contre')
    expect(check().getByText(/Égalité/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Voix prépondérante de la présidence' }))
    expect(screen.getByText(/Décision complète/)).toBeVisible()
    await vote('Lise Guyot', 'Pour valider')
    expect(screen.queryByRole('checkbox', { name: 'Voix prépondérante de la présidence' })).toBeNull()
    expect(screen.getByText(/Décision complète/)).toBeVisible()
  })

  it('says whose sheet is missing', () => {
    renderRoom(<Table sheets={splitOnS2()} />)
    expect(screen.getByText('Lise Guyot').closest('li')).toHaveTextContent('Fiche manquante')
    expect(screen.getAllByText('Karim Ferrand').map((name) => name.closest('li')?.textContent)).toContain('Karim Ferrand Fiche présente')
  })

  it('keeps others’ sheets shut until the president has signed', () => {
    renderRoom(<Table sheets={[]} changes={{ isBlind: true, received: ['j2'] }} />)
    expect(screen.getByText('Karim Ferrand').closest('li')).toHaveTextContent('Fiche reçue, encore fermée')
    expect(screen.getByRole('link', { name: 'Ouvrir ma fiche' })).toHaveAttribute('href', '/salle/oral/o1')
    expect(screen.queryByText('Décision sur l’épreuve')).toBeNull()
  })

  it('asks for no section of a candidate who did not come, only for the reason', async () => {
    const absent = (jurorId: string) => aTableSheet(jurorId, grid, { bodies: [{ kind: 'presence', presence: 'absent' }] })
    renderRoom(<Table sheets={[absent('j1'), absent('j2')]} first={{ verdict: 'notValidated' }} />)
    expect(screen.queryByText(/divergence/i)).toBeNull()
    expect(screen.getByRole('button', { name: 'Absent·e' })).toHaveAttribute('aria-pressed', 'true')
    expect(check().getByText('Motif de la décision manquant.')).toBeInTheDocument()
  })

  it('says that a sheet came in after the decision', () => {
    const sheets = splitOnS2()
    renderRoom(<Table sheets={sheets} changes={{ sheetsSince: sheets.slice(1) }} />)
    expect(screen.getByText(/Fiche arrivée depuis votre dernière décision.*Karim Ferrand/)).toBeVisible()
  })
})
