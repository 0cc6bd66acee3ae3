/** `offlineReady`: the app works without network from now on. `waiting`: a new version is ready and waits for applyUpdate. */
export type UpdateState = 'none' | 'offlineReady' | 'waiting'
export function watchUpdate(_listener: (state: UpdateState) => void): () => void {
  throw new Error('not yet')
}
/** Lets the waiting version take over and reloads. Call it between orals: resolves to false, doing nothing, while a tab holds a pen. */
export async function applyUpdate(): Promise<boolean> {
  throw new Error('not yet')
}
