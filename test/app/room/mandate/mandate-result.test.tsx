import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MandateResult } from '#app/room/mandate/mandate-result.tsx'
import type { Mandate } from '#domain/mandate.ts'
import { renderRoom } from '../render-room.tsx'

const MANDATE: Mandate = {
  format: 'carnet-de-jury/mandate',
  formatVersion: 1,
  mandateId: 'm1',
  sessionId: 's1',
  issuedAt: '2026-11-24T08:00:00Z',
  kind: 'oral',
  candidates: [{ id: 'c9', number: '0099', lastName: 'Tardy', firstName: 'Zoé', accommodations: [], blocks: [] }],
  jurors: [],
  panels: [{ id: 'p1', name: 'Jury A', room: 'Salle 12', jurorIds: ['j1'], presidentId: 'j1' }],
  orals: [
    {
      id: 'o9',
      candidateId: 'c9',
      panelId: 'p1',
      gridId: 'g1',
      startsAt: '2026-11-24T14:00:00Z',
      room: 'Salle 12',
      supportId: null,
      scenario: null,
    },
  ],
  deviceKeys: [],
}

describe('what a mandate changed', () => {
  it('names the oral that was added', () => {
    renderRoom(<MandateResult reading={{ ok: true, changed: true, mandate: MANDATE }} />)
    expect(screen.getByRole('status')).toHaveTextContent(/Mandat vérifié et enregistré.*Zoé Tardy.*Salle 12/)
  })

  it('names the panel where the juror sits from now on', () => {
    renderRoom(<MandateResult reading={{ ok: true, changed: true, mandate: { ...MANDATE, kind: 'juror' } }} />)
    expect(screen.getByText('Vous siégez aussi dans « Jury A » : 1 oral de plus.')).toBeVisible()
  })

  it.each(['unreadable', 'forged', 'unknownVersion', 'otherSession', 'notConcerned', 'gridMissing', 'notStored'] as const)(
    'says that nothing changed, and what to do, when it is %s',
    (code) => {
      renderRoom(<MandateResult reading={{ ok: false, code }} />)
      expect(screen.getByRole('alert')).toHaveTextContent(code === 'notStored' ? /rien n’a été enregistré/ : /Rien n’a changé/)
    },
  )
})
