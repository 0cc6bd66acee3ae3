import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { concerns } from '#app/desk/board-concerns.ts'
import { panelRows } from '#app/desk/board-view.ts'
import { BoardView } from '#app/desk/session-page.tsx'
import { aBoard, aCandidate, aHash, aJuror, aReceivedSheet } from '#test/builders/a-board.ts'
import { renderDesk } from './render-desk.tsx'

const at = (time: string) => Date.parse(`2026-11-24T${time}:00+01:00`)
function aPanel() {
  const [panel] = aBoard().panels
  if (!panel) throw new Error('the board has a panel')
  return panel
}

const states = (board: ReturnType<typeof aBoard>, nowMs: number) =>
  panelRows(board, nowMs).flatMap(({ rows }) => rows.map((row) => row.cells.map((cell) => cell.state)))

describe('the state of a sheet on the board', () => {
  it('is expected until the oral’s time and the margin to sign are over, then missing', () => {
    const board = aBoard()
    expect(states(board, at('09:45'))).toEqual([
      ['expected', 'expected'],
      ['expected', 'expected'],
    ])
    expect(states(board, at('09:46'))).toEqual([
      ['missing', 'missing'],
      ['expected', 'expected'],
    ])
  })

  it('waits longer for a candidate with extra time', () => {
    const third = { effect: 'Un tiers de temps en plus', extraTime: { numerator: 1, denominator: 3 } }
    const board = aBoard({ candidates: [aCandidate('C1', { accommodations: [third] }), aCandidate('C2')] })
    expect(states(board, at('09:54'))[0]).toEqual(['expected', 'expected'])
    expect(states(board, at('09:56'))[0]).toEqual(['missing', 'missing'])
  })

  it('is received once any revision is there, and shows the one that was not superseded', () => {
    const first = aReceivedSheet('O1', 'J1', { superseded: true })
    const second = aReceivedSheet('O1', 'J1', { hash: aHash('second'), revision: 2 })
    const [panel] = panelRows(aBoard({ sheets: [first, second] }), at('12:00'))
    expect(panel?.rows[0]?.cells[0]).toMatchObject({ state: 'received', sheet: { hash: aHash('second') } })
    expect(panel?.counts).toEqual({ expected: 4, received: 1, missing: 3 })
  })
})

describe('a juror replaced in the course of the day', () => {
  const from = '2026-11-24T10:00:00+01:00'
  const replaced = (changes: Parameters<typeof aBoard>[0] = {}) =>
    aBoard({
      jurors: [...aBoard().jurors, aJuror('J3')],
      panels: [{ ...aPanel(), jurorIds: ['J1', 'J2', 'J3'], substitutions: [{ jurorId: 'J3', replaces: 'J1', from }] }],
      ...changes,
    })

  it('is not waited for any more, nor is the other one for what came before', () => {
    const board = replaced({ sheets: [aReceivedSheet('O1', 'J1')] })
    const [panel] = panelRows(board, at('18:00'))
    expect(panel?.rows.map(({ cells }) => cells.map(({ juror, state }) => `${juror.id} ${state}`))).toEqual([
      ['J1 received', 'J2 missing'],
      ['J2 missing', 'J3 missing'],
    ])
    expect(concerns(board, at('18:00')).map((concern) => concern.kind === 'missingSheets' && concern.juror.id)).toEqual(['J2', 'J3'])
  })

  it('keeps a column, in which the page says where they do not sit; both presidents are told', () => {
    renderDesk(<BoardView board={replaced()} nowMs={at('08:00')} />)
    const table = screen.getByRole('table', { name: 'Oraux : Jury A' })
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Heure', 'Candidat·e', 'Épreuve', 'Dominique Nom-J1 (présidence)', 'Dominique Nom-J2', 'Dominique Nom-J3 (présidence)'])
    const row = within(table).getByRole('row', { name: /Camille Nom-C1/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['09:00', 'Bloc 1', 'Attendue', 'Attendue', 'Ne siège pas'])
  })
})

describe('what needs a person first', () => {
  it('lists missing sheets before refusals, and names a juror without a device only once', () => {
    const [, deviceOfJ2] = aBoard().devices
    const board = aBoard({
      devices: deviceOfJ2 ? [deviceOfJ2] : [],
      refusals: [
        { at: '2026-11-24T08:50:00Z', deviceId: aHash('device-J2'), code: 'sheet-foreign' },
        { at: '2026-11-24T08:40:00Z', deviceId: aHash('device-J2'), code: 'sheet-foreign' },
      ],
    })
    const list = concerns(board, at('09:50'))
    expect(list.map(({ kind }) => kind)).toEqual(['missingSheets', 'missingSheets', 'refused'])
    expect(list[0]).toMatchObject({ juror: { id: 'J1' }, device: null })
    expect(list[2]).toMatchObject({ count: 2, juror: { id: 'J2' }, refusal: { at: '2026-11-24T08:50:00Z' } })
  })

  it('asks before the orals for a device for who has none, and for a look at one that is not ready', () => {
    const [, deviceOfJ2] = aBoard().devices
    if (!deviceOfJ2) throw new Error('the board has two devices')
    const readiness = { at: '2026-11-23T18:00:00Z', appVersion: '1.0.0', lines: [], sheetsWaiting: 0, failed: 2, warnings: 0 }
    const list = concerns(aBoard({ devices: [{ ...deviceOfJ2, readiness }] }), at('08:00'))
    expect(list.map(({ kind }) => kind)).toEqual(['noDevice', 'notReady'])
  })

  it('asks for nothing when every sheet is in, whatever the devices', () => {
    const sheets = ['O1', 'O2'].flatMap((oral) => ['J1', 'J2'].map((juror) => aReceivedSheet(oral, juror)))
    expect(concerns(aBoard({ sheets, devices: [] }), at('18:00'))).toEqual([])
  })

  it('calls a device unseen on the day only when an oral is near', () => {
    const board = aBoard({ devices: aBoard().devices.map((device) => ({ ...device, lastSeenAt: '2026-11-20T08:00:00Z' })) })
    expect(concerns(board, Date.parse('2026-11-22T09:00:00Z'))).toEqual([])
    expect(concerns(board, at('08:00')).map(({ kind }) => kind)).toEqual(['unseenDevice', 'unseenDevice'])
  })
})

describe('the session page', () => {
  it('names the day above its orals where a panel sits on several, and only there', () => {
    const board = aBoard()
    const { unmount } = renderDesk(<BoardView board={board} nowMs={at('08:00')} />)
    const rows = () =>
      within(screen.getByRole('table', { name: 'Oraux : Jury A' }))
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent)
    expect(rows()).toEqual(['Camille Nom-C1', 'Camille Nom-C2'])
    const orals = board.orals.map((oral) => (oral.id === 'O2' ? { ...oral, startsAt: '2026-12-01T08:30:00+01:00' } : oral))
    unmount()
    renderDesk(<BoardView board={{ ...board, orals }} nowMs={at('08:00')} />)
    expect(rows()).toEqual(['mardi 24 novembre', 'Camille Nom-C1', 'mardi 1er décembre', 'Camille Nom-C2'])
  })

  it('says each sheet’s state in words and opens the received ones', () => {
    const hash = aHash('received')
    renderDesk(<BoardView board={aBoard({ sheets: [aReceivedSheet('O1', 'J1', { hash })] })} nowMs={at('09:50')} />)
    const table = screen.getByRole('table', { name: 'Oraux : Jury A' })
    const row = within(table).getByRole('row', { name: /Camille Nom-C1/ })
    expect(within(row).getByText('09:00')).toBeInTheDocument()
    expect(within(row).getByRole('link', { name: /^Reçue/ })).toHaveAttribute('href', `/coordination/fiches/${hash}`)
    expect(within(row).getByText('Absente')).toBeInTheDocument()
    expect(within(within(table).getByRole('row', { name: /Camille Nom-C2/ })).getAllByText('Attendue')).toHaveLength(2)
    expect(screen.getAllByText('1 fiche reçue sur 4, 1 absente, 2 attendues')).toHaveLength(2)
    expect(screen.getByText('Dominique Nom-J2 : 1 fiche absente (09:00 Nom-C1).')).toBeInTheDocument()
  })
})
