import type { OpenPreparation } from '#contract/prepare.ts'
import { openPreparationSchema } from '#contract/prepare.ts'
import { importedSession } from '#domain/import-file.ts'
import { type Preparation, preparationOf } from '#domain/preparation.ts'
import type { TestClient } from './a-server.ts'
import { anImportFile } from './an-import-file.ts'

/** The session of `anImportFile` as the desk prepares it: whole, and ready to publish. */
export function aPreparation(changes: Partial<Preparation> = {}): Preparation {
  return { ...preparationOf(importedSession(anImportFile(), 'unused'), null), ...changes }
}

/** The same with orals that have no place yet. */
export function anUnplannedPreparation(): Preparation {
  const whole = aPreparation()
  return { ...whole, orals: whole.orals.map((oral) => ({ ...oral, place: null })) }
}

/** Creates a session from a preparation, and opens it. */
export async function aStoredPreparation(
  coordinator: TestClient,
  preparation: Preparation = aPreparation(),
  identities: unknown[] = [],
): Promise<{ sessionId: string; opened: OpenPreparation }> {
  const created = await coordinator.post('createPreparation', { frameworkId: 'cdcm', preparation, identities })
  if (!created.ok) throw new Error(`refused: ${await created.text()}`)
  const { sessionId } = (await created.json()) as { sessionId: string }
  return { sessionId, opened: await openedPreparation(coordinator, sessionId) }
}

export async function openedPreparation(coordinator: TestClient, sessionId: string): Promise<OpenPreparation> {
  return openPreparationSchema.parse(await (await coordinator.get('preparation', { sessionId })).json())
}
