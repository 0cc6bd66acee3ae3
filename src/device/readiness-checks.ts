/** Every check of « Prêt pour l'épreuve ? », in the order they are shown. */
const READINESS_CHECKS = [
  'installed',
  'serviceWorker',
  'heavyFiles',
  'storagePersistent',
  'storageSpace',
  'clockOffset',
  'packageFresh',
  'passphraseKnown',
  'supportsStored',
  'wakeLock',
  'sound',
  'camera',
] as const
export type ReadinessCheck = (typeof READINESS_CHECKS)[number]

/** Whether a name is one of ours: a report may come from a newer app. */
export function isReadinessCheck(name: string): name is ReadinessCheck {
  return READINESS_CHECKS.some((check) => check === name)
}
