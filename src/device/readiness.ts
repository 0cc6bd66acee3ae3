import type { Notebook } from './notebook.ts'

export type ReadinessCheck =
  | 'installed'
  | 'serviceWorker'
  | 'storagePersistent'
  | 'storageSpace'
  | 'clockOffset'
  | 'packageFresh'
  | 'passphraseKnown'
  | 'supportsStored'
  | 'wakeLock'
  | 'sound'
  | 'camera'

/** One line of « Prêt pour l'épreuve ? ». `detail` holds numbers the sentence needs (freeMiB, offsetMs, ageHours, stored, expected). */
export interface ReadinessLine {
  check: ReadinessCheck
  state: 'ok' | 'warning' | 'failed' | 'unknown'
  detail?: Record<string, string | number>
}
export async function checkReadiness(_notebook: Notebook): Promise<ReadinessLine[]> {
  throw new Error('not yet')
}
/** Tells the coordinator what was found. Resolves to whether the server took it. */
export async function sendReadiness(_notebook: Notebook, _lines: readonly ReadinessLine[]): Promise<boolean> {
  throw new Error('not yet')
}
