import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SyncChip, SyncSentence } from '#app/room/sync-chip.tsx'
import { syncMeaning } from '#app/room/sync-state.ts'
import type { OutboxSummary } from '#device/outbox.ts'
import { renderRoom } from './render-room.tsx'

function anOutbox(changes: Partial<OutboxSummary> = {}): OutboxSummary {
  return { waiting: 0, delivered: 0, refused: [], minutes: 0, resealed: 0, lastTry: null, ...changes }
}
const refused = [{ envelopeId: 'e1', code: 'sheet-foreign' as const }]

describe('the sync chip', () => {
  it('is green only when every signed sheet has its receipt', () => {
    expect(syncMeaning(anOutbox())).toBe('neutral')
    expect(syncMeaning(anOutbox({ delivered: 9 }))).toBe('delivered')
    expect(syncMeaning(anOutbox({ delivered: 9, waiting: 1 }))).toBe('device')
    expect(syncMeaning(anOutbox({ delivered: 9, waiting: 1, refused }))).toBe('danger')
  })

  it.each([
    [anOutbox(), 'Rien à remettre'],
    [anOutbox({ waiting: 1 }), '1 pli à remettre'],
    [anOutbox({ waiting: 3, delivered: 9 }), '3 plis à remettre'],
    [anOutbox({ delivered: 12 }), 'Tout est remis'],
    [anOutbox({ delivered: 12, refused }), '1 pli refusé'],
  ])('says it in words and leads to the outbox', (outbox, words) => {
    renderRoom(<SyncChip outbox={outbox} />)
    expect(screen.getByRole('link', { name: words })).toHaveAttribute('href', '/salle/plis')
    expect(screen.getByRole('status')).toHaveTextContent(words)
  })

  it('never says « tout est remis » while one was refused', () => {
    renderRoom(<SyncSentence outbox={anOutbox({ delivered: 2, refused })} />)
    expect(screen.queryByText('Tout est remis')).toBeNull()
    expect(screen.getByText('2 plis remis')).toBeVisible()
    expect(screen.getByText('1 pli refusé')).toBeVisible()
  })
})
