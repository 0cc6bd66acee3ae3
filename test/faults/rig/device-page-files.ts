import { join } from 'node:path'
import { build } from 'esbuild'

/** Where a device's origin serves the page that drives src/device without its screens. */
export const DEVICE_PATH = '/essai/'

interface PageFile {
  type: string
  text: string
}

const PAGE =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title><script type="module" src="/essai/page.js"></script></html>'

let files: Promise<Map<string, PageFile>> | null = null

/** The page and its bundle, by path; built once a process. */
export function devicePageFiles(): Promise<Map<string, PageFile>> {
  files ??= bundle()
  return files
}

async function bundle(): Promise<Map<string, PageFile>> {
  const { outputFiles } = await build({
    absWorkingDir: join(process.cwd()),
    entryPoints: ['test/faults/page/device-page.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    define: { __APP_VERSION__: '"faults"', 'import.meta.env.PROD': 'false' },
    logLevel: 'error',
  })
  const [script] = outputFiles
  if (!script) throw new Error('esbuild gave no page')
  return new Map([
    [DEVICE_PATH, { type: 'text/html; charset=utf-8', text: PAGE }],
    [`${DEVICE_PATH}page.js`, { type: 'text/javascript; charset=utf-8', text: script.text }],
  ])
}
