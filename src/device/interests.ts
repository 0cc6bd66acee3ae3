import type { Observable } from 'dexie'
import { z } from 'zod'
import { candidatesHeard, type InterestDeclaration, interestDeclarationSchema } from '#domain/interests.ts'
import { sealInterests, signInterests } from '#seal/interests.ts'
import { requestBackgroundSync } from './background-sync.ts'
import { type Clock, clock as pageClock } from './clock.ts'
import { db } from './db.ts'
import { openPanelRow, readPanelRow, sealPanelRow } from './deliberation/panel-rows.ts'
import { type DeliveryState, deliveryState } from './delivery-state.ts'
import { liveMapped } from './live.ts'
import type { Notebook } from './notebook.ts'
import { secretsOf } from './open-notebook.ts'
import { withDatabase } from './storage.ts'

/** What a juror declared here so far. */
export interface OwnInterests {
  declarations: InterestDeclaration[]
  /** Of the last statement's envelope; null while none was signed. */
  delivery: DeliveryState | null
  /** Candidates of the juror's panels of whom nothing is declared yet, in order of their first oral. */
  undeclared: string[]
}

const ROW = 'own'
const storedSchema = z.object({ declarations: z.array(interestDeclarationSchema), envelopeId: z.string() })

/** The juror's declarations, kept up to date with every tab, with the package and with delivery. */
export function watchInterests(notebook: Notebook): Observable<OwnInterests> {
  const { vaultId } = notebook
  return liveMapped(
    async () => {
      await db.records.get([vaultId, 'package'])
      return { row: await db.panelRows.get([vaultId, 'interests', ROW]), outbox: await db.outbox.toArray() }
    },
    async ({ row, outbox }): Promise<OwnInterests> => {
      const stored = await openPanelRow(notebook, row, storedSchema)
      const declarations = stored?.declarations ?? []
      const declared = new Set(declarations.map(({ candidateId }) => candidateId))
      const envelope = outbox.find(({ envelopeId }) => envelopeId === stored?.envelopeId)
      return {
        declarations,
        delivery: envelope ? deliveryState(envelope) : null,
        undeclared: candidatesHeard(notebook.package.session, notebook.juror.id).filter((id) => !declared.has(id)),
      }
    },
  )
}

/**
 * Declares, or declares anew: signs all that is declared so far with this device's key and puts it in the outbox, in one transaction. Resolves
 * once it is on disk; rejects with DeviceError `quota`, `locked`…
 */
export async function declareInterests(
  notebook: Notebook,
  changes: readonly InterestDeclaration[],
  clock: Clock = pageClock,
): Promise<void> {
  // Two tabs that declare at once must not each forget the other's.
  await navigator.locks.request(`cdj-interests-${notebook.vaultId}`, () => storeDeclared(notebook, changes, clock))
  requestBackgroundSync()
}

async function storeDeclared(notebook: Notebook, changes: readonly InterestDeclaration[], clock: Clock): Promise<void> {
  const { vaultId, deviceId } = notebook
  const { signingKey, serverKeys } = secretsOf(notebook)
  const before = await readPanelRow(notebook, 'interests', ROW, storedSchema)
  const changed = new Set(changes.map(({ candidateId }) => candidateId))
  const declarations = [...(before?.declarations ?? []).filter(({ candidateId }) => !changed.has(candidateId)), ...changes]
  const { wallMs } = clock.now()
  const jws = await signInterests(
    {
      format: 'carnet-de-jury/interests',
      formatVersion: 1,
      deviceId,
      sessionId: notebook.package.session.id,
      jurorId: notebook.juror.id,
      at: new Date(wallMs).toISOString(),
      declarations,
    },
    signingKey,
  )
  const envelope = await sealInterests(jws, serverKeys.sealing)
  const row = await sealPanelRow(notebook, 'interests', ROW, { declarations, envelopeId: envelope.id })
  await withDatabase(() =>
    db.transaction('rw', [db.panelRows, db.envelopes, db.outbox], async () => {
      await db.panelRows.put(row)
      await db.envelopes.add({ ...envelope, vaultId })
      await db.outbox.add({
        origin: 'own',
        vaultId,
        envelopeId: envelope.id,
        content: 'interests',
        createdAt: wallMs,
        byteLength: envelope.jwe.length,
        attempts: 0,
        nextAttemptAt: 0,
        receipt: null,
        refusal: null,
      })
    }),
  )
}
