/** What the person was told and need not hear again, on this device: names only, nothing of the notebook's. */
const STORAGE_KEYS = { offlineReady: 'cdj-told-offline-ready' } as const

export function wasTold(what: keyof typeof STORAGE_KEYS): boolean {
  return localStorage.getItem(STORAGE_KEYS[what]) !== null
}

export function rememberTold(what: keyof typeof STORAGE_KEYS): void {
  localStorage.setItem(STORAGE_KEYS[what], '1')
}
