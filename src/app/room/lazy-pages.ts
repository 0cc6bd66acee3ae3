import { noteEvent } from '#device/diagnostics.ts'
import { pageChunk } from '../shared/page-chunk.tsx'

// What the room's first screens (unlock, day) do without. All are precached with the app, so that none needs a network later.
export const enrolment = pageChunk(async () => (await import('./enrolment-page.tsx')).EnrolmentPage)
export const offlineEnrolment = pageChunk(async () => (await import('./offline-enrolment-page.tsx')).OfflineEnrolmentPage)
export const oral = pageChunk(async () => (await import('./oral/oral-page.tsx')).OralPage)
export const outbox = pageChunk(async () => (await import('./outbox-page.tsx')).OutboxPage)
export const readiness = pageChunk(async () => (await import('./readiness-page.tsx')).ReadinessPage)
export const settings = pageChunk(async () => (await import('./settings-page.tsx')).SettingsPage)
export const recovery = pageChunk(async () => (await import('./recovery/recovery-page.tsx')).RecoveryPage)
export const transfer = pageChunk(async () => (await import('./transfer/transfer-pages.tsx')).TransferPages)
export const deliberation = pageChunk(async () => (await import('./deliberation/deliberation-pages.tsx')).DeliberationPages)
export const interests = pageChunk(async () => (await import('./interests/interests-page.tsx')).InterestsPage)
export const mandate = pageChunk(async () => (await import('./mandate/mandate-page.tsx')).MandatePage)
export const calibration = pageChunk(async () => (await import('./calibration/calibration-page.tsx')).CalibrationPage)
export const paper = pageChunk(async () => (await import('./paper/paper-page.tsx')).PaperPage)
export const wipe = pageChunk(async () => (await import('./wipe/wipe-page.tsx')).WipePage)
export const wiped = pageChunk(async () => (await import('./wipe/wiped-page.tsx')).WipedPage)
export const reader = pageChunk(async () => (await import('./reader/reader-page.tsx')).ReaderPage)

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
