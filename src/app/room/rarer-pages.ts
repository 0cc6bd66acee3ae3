// One chunk: what most days do without.
export { CalibrationPage } from './calibration/calibration-page.tsx'
export { DeliberationPages } from './deliberation/deliberation-pages.tsx'
export { InterestsPage } from './interests/interests-page.tsx'
export { MandatePage } from './mandate/mandate-page.tsx'
export { PaperPage } from './paper/paper-page.tsx'
export { TransferPages } from './transfer/transfer-pages.tsx'
export { WipePage } from './wipe/wipe-page.tsx'
