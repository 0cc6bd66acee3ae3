// One chunk: what is shown before a notebook is open.
export { EnrolmentPage } from './enrolment-page.tsx'
export { OfflineEnrolmentPage } from './offline-enrolment-page.tsx'
export { RecoveryPage } from './recovery/recovery-page.tsx'
export { WipedPage } from './wipe/wiped-page.tsx'
