import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { concerns } from '#app/desk/board-concerns.ts'
import { JurorDevices } from '#app/desk/juror-devices.tsx'
import { aBoard, aHash } from '#test/builders/a-board.ts'
import { answering, json } from './answering.ts'
import { renderDesk } from './render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const SESSION = '/api/v1/sessions/session-1'
const REVOKED_AT = '2026-11-24T07:30:00Z'

function aBoardWithoutJ1sDevice() {
  const board = aBoard()
  return { ...board, devices: board.devices.map((one) => (one.jurorId === 'J1' ? { ...one, revokedAt: REVOKED_AT } : one)) }
}

it('is taken back and replaced in one act, once it is confirmed', async () => {
  const asked = answering({
    [`${SESSION}/devices/${aHash('device-J1')}/revocation`]: () => new Response(null, { status: 204 }),
    [`${SESSION}/jurors/J1/enrolment`]: () => json({ link: 'http://localhost/salle/inscription#1.lien', code: '1.lien' }),
  })
  renderDesk(<JurorDevices board={aBoard()} />)
  await userEvent.click(screen.getByRole('button', { name: 'Retirer l’appareil de Dominique Nom-J1' }))
  expect(asked).toEqual([])
  const dialog = await screen.findByRole('dialog', { name: 'Retirer « Tablette J1 » de Dominique Nom-J1 ?' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Retirer et créer un lien' }))
  expect(await screen.findByText(/#1\.lien/)).toBeInTheDocument()
  expect(asked.map(({ path }) => path)).toEqual([`${SESSION}/devices/${aHash('device-J1')}/revocation`, `${SESSION}/jurors/J1/enrolment`])
})

it('is said to be gone, and its juror asked for another', () => {
  renderDesk(<JurorDevices board={aBoardWithoutJ1sDevice()} />)
  const row = screen.getByRole('row', { name: /Dominique Nom-J1/ })
  expect(within(row).getByText('Aucun appareil')).toBeInTheDocument()
  expect(within(row).getByText(/^« Tablette J1 » retiré le 24 novembre/)).toBeInTheDocument()
  expect(within(row).queryByRole('button', { name: /Retirer l’appareil/ })).toBeNull()
  const before = Date.parse('2026-11-24T08:00:00+01:00')
  expect(concerns(aBoardWithoutJ1sDevice(), before).map(({ kind, juror }) => `${kind} ${juror?.id}`)).toContain('noDevice J1')
})
