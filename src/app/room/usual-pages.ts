// One chunk: what a usual day needs.
export { OralPage } from './oral/oral-page.tsx'
export { OutboxPage } from './outbox-page.tsx'
export { ReaderPage } from './reader/reader-page.tsx'
export { ReadinessPage } from './readiness-page.tsx'
export { SettingsPage } from './settings-page.tsx'
