import type { DayOral } from '#device/day.ts'
import { watchDay } from '#device/day.ts'
import { type DraftLog, openDraft } from '#device/draft-log.ts'
import type { Notebook } from '#device/notebook.ts'
import { enrol, unlock } from '#device/notebooks.ts'
import { signDraft } from '#device/signing.ts'
import { aLane, type TestLane } from './a-lane.ts'

export const PASSPHRASE = 'une souris verte dans l’herbe'

/** A notebook enrolled for a juror on the real server. */
export async function aNotebook(lane: TestLane = aLane(), jurorId = 'j1'): Promise<Notebook> {
  return aNotebookOn({ origin: lane.origin, code: () => lane.code(jurorId) })
}

/** A notebook enrolled with a code of any server. */
export async function aNotebookOn(server: { origin: string; code: () => Promise<string> }): Promise<Notebook> {
  const outcome = await enrol(
    await server.code(),
    { passphrase: PASSPHRASE, label: 'Carnet d’essai', deviceName: 'Tablette 1' },
    server.origin,
  )
  if (!outcome.ok) throw new Error(`enrolment: ${outcome.code}`)
  return outcome.notebook
}

/** The same notebook as a page that has just been loaded sees it: nothing in memory but what unlocking reads. */
export async function reloaded(notebook: Notebook): Promise<Notebook> {
  const outcome = await unlock(notebook.vaultId, PASSPHRASE)
  if (!outcome.ok) throw new Error(`unlock: ${outcome.code}`)
  return outcome.notebook
}

/** The day as the screen first sees it. */
export function firstDay(notebook: Notebook): Promise<DayOral[]> {
  return new Promise((resolve, reject) => {
    const subscription = watchDay(notebook).subscribe((day) => {
      resolve(day)
      queueMicrotask(() => subscription.unsubscribe())
    }, reject)
  })
}

/** A draft with a presence and a mark, ready to be signed. */
export async function aDraft(notebook: Notebook, oralId = 'o1'): Promise<DraftLog> {
  const draft = await openDraft(notebook, oralId)
  await draft.append({ kind: 'presence', presence: 'present' })
  await draft.append({ kind: 'mark', targets: ['C1.K1.I1'], value: 'observed' })
  return draft
}

/** A signed sheet waiting in the outbox; resolves to its hash. */
export async function aSignedSheet(notebook: Notebook, oralId = 'o1'): Promise<string> {
  const draft = await aDraft(notebook, oralId)
  const { hash } = await signDraft(notebook, draft, { signature: { kind: 'typed', name: 'Agnès Dumas' }, signedDespite: '' })
  draft.close()
  return hash
}
