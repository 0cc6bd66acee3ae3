// One chunk: reading tables and dragging orals is nothing the day needs.
export { NewSessionPage } from './new-session-page.tsx'
export { PreparationPages } from './preparation-pages.tsx'
