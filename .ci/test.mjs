import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { check } from './check.mjs'
import { findChromium, findInstalledChromium } from './chromium.mjs'
import { ensurePackages, ensureScripts } from './install.mjs'
import { allDone, run, runMain, runTool, StepFailed } from './project.mjs'
import { checkFirstLoad } from './size.mjs'

/** A guard against a hung browser, not a promise: README says how long the tests take. */
const TESTS_LIMIT_MS = 45 * 60_000

/** Several times what the tests' databases, profiles and films have ever taken. */
const MEMORY_BYTES = 12 * 1024 ** 3

/**
 * Projects of vitest.config.ts that need nothing compiled: they keep busy the core that the compiler leaves. One pattern, since
 * Vitest runs what any of several patterns matches: two that each leave a project out leave out nothing.
 */
const SCREENS = 'screens*'

/** @typedef {{ name: string, assertionResults: { status: string }[], status: string, message: string }} FileResult */

let passed = 0
let failed = 0
/** @type {Set<string>} */
const counted = new Set()

// `npm test`: everything, from a fresh clone. Its last line is the count.
await runMain(async () => {
  // Both mostly wait for the network.
  await allDone([ensurePackages(), tryAptChromium()])
  await ensureChromium()
  await allDone([ensureScripts(), checkAndBuild().then(() => runTests(SCREENS))])
  await runTests(`!${SCREENS}`)
})
console.log(`Tests: ${passed} passed, ${failed} failed`)
if (passed === 0 || failed > 0) process.exitCode = 1

async function checkAndBuild() {
  await allDone([check(), ensureBuild()])
  checkFirstLoad()
}

/** Debian's package through apt, where this is possible. */
async function tryAptChromium() {
  if (findInstalledChromium() !== null || process.getuid?.() !== 0 || !(await isCommand('apt-get'))) return
  console.log('Installing Chromium…')
  if ((await run('apt-get', ['update', '-qq'])) !== 0) return
  const install = ['install', '-y', '-qq', '--no-install-recommends']
  // The second makes the tests faster; a release that lacks it has to do without.
  if ((await run('apt-get', [...install, 'chromium', 'chromium-headless-shell'])) !== 0) await run('apt-get', [...install, 'chromium'])
}

/** Playwright's own download where there is no other. */
async function ensureChromium() {
  if ((await findChromium()) !== null) return
  console.log('Downloading Chromium…')
  await runTool('playwright', ['install', 'chromium'])
  if ((await findChromium()) === null) {
    throw new StepFailed(
      'Chromium is missing and could not be installed. Install it, or name it in CHROMIUM_PATH, then run npm test again.',
    )
  }
}

/** @param {string} name */
async function isCommand(name) {
  return (await run('sh', ['-c', `command -v ${name} >/dev/null`])) === 0
}

/** @param {string} projects pattern of their names in vitest.config.ts, after a `!` those it leaves out */
async function runTests(projects) {
  const temporary = temporaryFolder()
  const folder = mkdtempSync(join(temporary, 'carnet-test-'))
  const report = join(folder, 'report.json')
  try {
    const code = await runTool(
      'vitest',
      [
        'run',
        `--project=${projects}`,
        '--reporter=default',
        '--reporter=./.ci/retried-reporter.mjs',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      {
        timeoutMs: TESTS_LIMIT_MS,
        env: { TMPDIR: temporary },
      },
    )
    const before = failed
    count(readReport(report))
    // An error outside of any test (an unhandled rejection, say) fails the run without failing a test.
    if (code !== 0 && failed === before) failed += 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In memory where there is plenty: hundreds of databases and browser profiles live for seconds, and none of them has to outlive a power cut. */
function temporaryFolder() {
  const memory = '/dev/shm'
  if (!existsSync(memory) || freemem() < MEMORY_BYTES) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize < MEMORY_BYTES ? tmpdir() : memory
}

/**
 * @param {string} path
 * @returns {FileResult[]}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults
  } catch (cause) {
    throw new StepFailed('The tests ended without a report: see the lines above.', { cause })
  }
}

/** @param {FileResult[]} files */
function count(files) {
  for (const file of files) {
    if (counted.has(file.name)) throw new StepFailed(`${file.name} was run twice: two runs have a project in common.`)
    counted.add(file.name)
    const failures = file.assertionResults.filter(({ status }) => status === 'failed').length
    passed += file.assertionResults.filter(({ status }) => status === 'passed').length
    // A file that could not even be loaded fails without a failed test in it.
    failed += file.status === 'failed' ? Math.max(failures, 1) : failures
  }
}
