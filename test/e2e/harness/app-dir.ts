import { join } from 'node:path'

/** The built app that an in-process server serves; another build than the usual one when a run asks for it. */
export const APP_DIR: string = process.env['E2E_APP_DIR'] ?? join(import.meta.dirname, '../../../dist/app')
