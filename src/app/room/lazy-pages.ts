import { noteEvent } from '#device/diagnostics.ts'
import { pageChunk } from '../shared/page-chunk.tsx'

// What the room's first screens (unlock, day) do without, in as many chunks as there are moments to need them: with one for each page, what
// any two of them share is a file of its own, and a tablet opens and installs a hundred. All are precached with the app, so that none needs
// a network later.
const opening = () => import('./opening-pages.ts')
export const enrolment = pageChunk(async () => (await opening()).EnrolmentPage)
export const offlineEnrolment = pageChunk(async () => (await opening()).OfflineEnrolmentPage)
export const recovery = pageChunk(async () => (await opening()).RecoveryPage)
export const wiped = pageChunk(async () => (await opening()).WipedPage)

const usual = () => import('./usual-pages.ts')
export const oral = pageChunk(async () => (await usual()).OralPage)
export const outbox = pageChunk(async () => (await usual()).OutboxPage)
export const readiness = pageChunk(async () => (await usual()).ReadinessPage)
export const settings = pageChunk(async () => (await usual()).SettingsPage)
export const reader = pageChunk(async () => (await usual()).ReaderPage)

const rarer = () => import('./rarer-pages.ts')
export const calibration = pageChunk(async () => (await rarer()).CalibrationPage)
export const deliberation = pageChunk(async () => (await rarer()).DeliberationPages)
export const interests = pageChunk(async () => (await rarer()).InterestsPage)
export const mandate = pageChunk(async () => (await rarer()).MandatePage)
export const paper = pageChunk(async () => (await rarer()).PaperPage)
export const transfer = pageChunk(async () => (await rarer()).TransferPages)
export const wipe = pageChunk(async () => (await rarer()).WipePage)

/** The first screen comes first. */
const PRELOAD_AFTER_MS = 800

/** Fetches the pages of a usual day once the first screen has settled: opening an oral never waits. Returns how to give up. */
export function preloadPages(): () => void {
  const timer = setTimeout(() => {
    for (const page of [oral, readiness, outbox, settings, reader]) {
      // Not fatal: it is fetched again when it is opened, and then says so if it cannot be had.
      page.preload().catch((error: unknown) => noteEvent('pageNotPreloaded', { reason: error instanceof Error ? error.name : 'unknown' }))
    }
  }, PRELOAD_AFTER_MS)
  return () => clearTimeout(timer)
}
