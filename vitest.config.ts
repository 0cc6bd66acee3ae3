import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { CHROMIUM_FLAGS, findChromium } from './.ci/chromium.mjs'

const chromiumPath = await findChromium()

/** What src/device imports from packages. */
const DEVICE_DEPENDENCIES = [
  'canonicalize',
  'dexie',
  'hash-wasm',
  'jose',
  'jsonc-parser',
  'qr',
  'workbox-window',
  'zod',
  'zxing-wasm/reader',
]

/** What the parts of src/app that need a real browser import from packages. */
const APP_BROWSER_DEPENDENCIES = ['pdfjs-dist/legacy/build/pdf.mjs']

/** The readers and writers of workbooks keep globals of the first window they see: each file has its own. */
const WORKBOOK_TESTS = [
  'test/app/desk/grids/framework-workbook.test.tsx',
  'test/app/desk/prepare/given-addresses.test.tsx',
  'test/app/desk/prepare/table-files.test.ts',
  'test/app/desk/prepare/bad-files.test.ts',
]

/**
 * Begun before the others, while these still have much to do: one long file beside the journeys, and one that waits half a minute for
 * Chromium to look at its disk again.
 */
const BEGUN_FIRST = ['test/faults/survived.test.ts', 'test/device/full-disk.test.ts']

class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(BEGUN_FIRST.some((file) => moduleId.endsWith(file)))
    return (await super.sort(files)).sort((a, b) => isLong(b) - isLong(a))
  }
}

const define = { __APP_VERSION__: JSON.stringify('0.0.0-test') }

export default defineConfig({
  test: {
    // Servers, browsers and databases mostly wait: even two cores have time for three files at once.
    maxWorkers: 3,
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        define,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['test/setup-words.ts', 'test/setup-pdf-reader.ts'],
          globalSetup: ['test/server/postgres-server.ts', 'test/server/prepared-file.ts', 'test/server/build-server.ts'],
          include: ['test/{domain,seal,contract,server,texts,frameworks,tooling}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          isolate: false,
        },
      },
      {
        define,
        plugins: [react()],
        test: {
          name: 'screens',
          environment: 'jsdom',
          // Packages are loaded once for all files: a third of the time.
          isolate: false,
          include: ['test/app/**/*.test.{ts,tsx}'],
          exclude: WORKBOOK_TESTS,
          setupFiles: ['test/setup-dom.ts', 'test/setup-words.ts'],
          testTimeout: 20_000,
          css: false,
        },
      },
      {
        define,
        plugins: [react()],
        test: {
          name: 'screens-workbooks',
          environment: 'jsdom',
          include: WORKBOOK_TESTS,
          setupFiles: ['test/setup-dom.ts', 'test/setup-words.ts'],
          testTimeout: 20_000,
          css: false,
        },
      },
      {
        define,
        plugins: [react()],
        // Found while a test runs, they would reload its page.
        optimizeDeps: { include: [...DEVICE_DEPENDENCIES, ...APP_BROWSER_DEPENDENCIES] },
        test: {
          name: 'browser',
          include: ['test/{device,app-browser}/**/*.test.ts'],
          setupFiles: ['test/device/harness/little-memory.ts', 'test/device/harness/empty-database.ts'],
          globalSetup: ['test/device/harness/device-server.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            // The modules are loaded once for all files, a quarter of the work; each still begins on an empty device.
            isolate: false,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: CHROMIUM_FLAGS, ...(chromiumPath === null ? {} : { executablePath: chromiumPath }) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        define,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/harness/build-first.ts', 'test/e2e/harness/kept.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // Playwright and the framework are loaded once for all files.
          isolate: false,
          expect: { poll: { timeout: 15_000 } },
          // A journey drives a browser, a server process and a network that is cut: once more when the machine itself stalled. The
          // faults below, which look for losses, are never tried again.
          retry: 1,
          // After the others, and fewer at once: real browsers and servers fill two cores.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        define,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: ['test/e2e/harness/build-first.ts'],
          testTimeout: 300_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
