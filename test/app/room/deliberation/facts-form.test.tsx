import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { FactsForm } from '#app/room/deliberation/facts-form.tsx'
import { NotebookProvider } from '#app/room/notebook-context.tsx'
import type { DeliberationTable } from '#device/deliberation/table.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import type { SessionPackage } from '#domain/session-package.ts'
import { someFacts } from '#test/builders/a-deliberation.ts'
import { aTableOral } from '#test/builders/a-table-oral.ts'
import { anOpenNotebook } from '#test/builders/an-open-notebook.ts'
import { renderRoom } from '../render-room.tsx'

const DAY = '2026-11-24'
const oral = aTableOral([], {}, { isBlind: true })
const juror = (id: string, firstName: string) => ({ id, firstName, lastName: 'Nom', quality: 'Pro', external: true })
const panel = { id: 'p1', name: 'Jury A', room: 'Salle 12', jurorIds: ['j1', 'j2'], presidentId: 'j1' }
const recusal = (jurorId: string) => ({ jurorId, candidateId: oral.candidate.id, reason: 'Ancien collègue' })

/** The form over facts that keep each change as the device would. */
function Form({ first, office = [], openedFor = [] }: { first: Partial<MinutesFacts>; office?: string[]; openedFor?: string[] }) {
  const [facts, setFacts] = useState(someFacts(first))
  const { package: content } = anOpenNotebook()
  const known: SessionPackage = {
    ...content,
    session: { ...content.session, jurors: [juror('j1', 'Agnès'), juror('j2', 'Karim')], candidates: [oral.candidate] },
    recusals: office.map((jurorId) => ({ ...recusal(jurorId), panelId: 'p1', day: DAY })),
  }
  const table: DeliberationTable = {
    panelDay: { panel, day: DAY, orals: [oral.oral], presides: true },
    orals: [oral],
    facts,
    openedFor,
    minutes: null,
    isFrozen: false,
    recusalsSince: [],
  }
  return (
    <NotebookProvider notebook={anOpenNotebook({ package: known })}>
      <FactsForm
        table={table}
        facts={facts}
        onChange={async (edit) => {
          setFacts(edit)
          return true
        }}
      />
    </NotebookProvider>
  )
}

const recusals = () => within(screen.getByRole('region', { name: 'Déports' }))

describe('who stood aside, on the president’s tablet', () => {
  it('says which the office noted, and keeps the one that opened the others’ sheets', () => {
    renderRoom(<Form first={{ recusals: [recusal('j1'), recusal('j2')] }} office={['j2']} openedFor={[oral.candidate.id]} />)
    const [own, other] = recusals().getAllByRole('listitem')
    expect(own).toHaveTextContent('Ce déport vous a ouvert les fiches des autres : il ne se retire plus.')
    expect(own).not.toHaveTextContent('Noté par la coordination.')
    expect(other).toHaveTextContent('Noté par la coordination.')
    expect(recusals().getAllByRole('button', { name: /^Retirer ce déport/ })).toHaveLength(1)
  })

  it('warns before one’s own recusal opens sheets for good', async () => {
    const user = userEvent.setup()
    renderRoom(<Form first={{}} />)
    const choose = async (label: string, option: string) => {
      await user.click(recusals().getByRole('combobox', { name: label }))
      await user.click(await screen.findByRole('option', { name: option, hidden: true }))
    }
    await choose('Candidat·e', `${oral.candidate.firstName} ${oral.candidate.lastName}`)
    await choose('Membre du jury', 'Karim Nom')
    expect(recusals().queryByText(/il ne se retire plus/)).not.toBeInTheDocument()
    await choose('Membre du jury', 'Agnès Nom')
    expect(recusals().getByText(/Une fois noté, il ne se retire plus/)).toBeInTheDocument()
  })
})

describe('parity, on the president’s tablet', () => {
  it('is kept once both numbers are there, and asks why when they are all women or all men', async () => {
    const user = userEvent.setup()
    renderRoom(<Form first={{}} />)
    await user.type(screen.getByLabelText('Femmes présentes'), '2')
    expect(screen.queryByText(/cet écart se justifie toujours/)).not.toBeInTheDocument()
    await user.type(screen.getByLabelText('Hommes présents'), '0')
    expect(screen.getByLabelText(/Pourquoi ce jury a siégé ainsi/)).toBeInTheDocument()
    await user.clear(screen.getByLabelText('Hommes présents'))
    expect(screen.queryByLabelText(/Pourquoi ce jury a siégé ainsi/)).not.toBeInTheDocument()
  })
})
