import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { SupportsTable } from '#app/desk/prepare/supports/supports-table.tsx'
import { PreparedSessionProvider, useSessionChanges } from '#app/desk/prepare/use-prepared-session.ts'
import type { OpenPreparation } from '#contract/prepare.ts'
import { aManyPreparation } from '../../../builders/a-many-preparation.ts'
import { GRIDS } from '../../../builders/a-table-file.ts'
import { renderDesk } from '../render-desk.tsx'

const HASH = 'a'.repeat(43)

/** Twelve supports of 28 to 39 pages; 30 are permitted. */
function anOpenedSession(): OpenPreparation {
  const many = aManyPreparation(12)
  const supports = many.candidates.map(({ id, number }, place) => ({
    id: `s-${id}`,
    candidateId: id,
    gridId: 'cdcm-b1',
    fileName: `${number}_B1.pdf`,
    sha256: HASH,
    bytes: 1_000,
    pages: 28 + place,
    annexStartPage: null,
    receivedOn: '2026-10-01',
  }))
  const orals = many.orals.map((oral) => ({ ...oral, supportId: `s-${oral.candidateId}` }))
  const support = { maxPages: 30, annexesExcluded: true, submissionWeeksBefore: 3 }
  const grids = GRIDS.map(({ id, title, durationMinutes, blockId }): OpenPreparation['grids'][number] => ({
    id,
    title,
    durationMinutes,
    part: blockId === null ? { kind: 'finalInterview' } : { kind: 'block', blockId },
    support,
  }))
  return { preparation: { ...many, supports, orals }, revision: HASH, published: false, grids, heldOralIds: [] }
}

function Supports({ opened }: { opened: OpenPreparation }) {
  return (
    <PreparedSessionProvider value={useSessionChanges('s1', opened)}>
      <SupportsTable />
    </PreparedSessionProvider>
  )
}

const files = () =>
  within(screen.getByRole('table', { name: 'Supports de la session' }))
    .getAllByRole('rowheader')
    .map(({ textContent }) => /\d{4}_B1\.pdf/.exec(textContent)?.[0])

it('many supports are searched, and those that do not conform are seen alone, granted ones among them', async () => {
  const user = userEvent.setup()
  renderDesk(<Supports opened={anOpenedSession()} />)
  expect(files()).toHaveLength(12)
  await user.click(screen.getByRole('checkbox', { name: 'Seulement ceux qui ne sont pas conformes (9)' }))
  expect(files()[0]).toBe('0004_B1.pdf')
  await user.type(screen.getByLabelText('Raison de la dérogation pour 0004_B1.pdf'), 'Accord')
  expect(files()).toHaveLength(9)
  await user.type(screen.getByRole('searchbox', { name: 'Chercher un nom ou un fichier' }), '0012')
  expect(files()).toEqual(['0012_B1.pdf'])
  await user.type(screen.getByRole('searchbox', { name: 'Chercher un nom ou un fichier' }), '9')
  expect(screen.getByText('Aucun support ne correspond. Changez la recherche ou décochez la case.')).toBeTruthy()
})
