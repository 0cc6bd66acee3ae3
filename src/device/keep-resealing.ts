import { liveQuery } from 'dexie'
import { db } from './db.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'

/** While the notebook is open, seals anew what delivery finds damaged; the new row is then delivered like any other. Returns how to stop. */
export function keepResealing(notebook: Notebook): () => void {
  const damaged = liveQuery(() =>
    db.outbox
      .filter((row) => row.vaultId === notebook.vaultId && row.receipt === null && row.refusal?.code === 'envelope-unreadable')
      .primaryKeys(),
  )
  const note = (error: unknown) => noteEvent('resealingFailed', { reason: error instanceof Error ? error.name : 'unknown' })
  const subscription = damaged.subscribe({
    next: (ids) => {
      if (ids.length > 0) reseal(notebook).catch(note)
    },
    error: note,
  })
  return () => subscription.unsubscribe()
}

/** Only when needed: what signs and verifies sheets is no part of the room's first load. */
async function reseal(notebook: Notebook): Promise<void> {
  const { resealDamaged } = await import('./reseal.ts')
  await resealDamaged(notebook)
}
