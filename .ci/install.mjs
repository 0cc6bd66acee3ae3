import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run, StepFailed } from './project.mjs'

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error']

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} LockedPackages */

/** Compiled by its package's script, the longest of all: absent means that the scripts have not all run. */
const COMPILED = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'

/** Installs the packages when what is installed is not what the lock file names, and lets their scripts run. */
export async function ensureInstall() {
  await ensurePackages()
  await ensureScripts()
}

/** The packages' files alone: enough to check and to build, while `ensureScripts` compiles what only a running server needs. */
export async function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new StepFailed(`Carnet de jury needs Node 20.19 or later; this is ${process.versions.node}.`)
  }
  if (isInstalled()) return
  console.log('Installing packages…')
  const installed = (await run(NPM, ['ci', '--ignore-scripts', ...QUIET])) === 0 || (await run(NPM, ['install', ...QUIET])) === 0
  if (!installed) throw new StepFailed('Packages could not be installed: see the lines above.')
}

/** The packages' own scripts, after `ensurePackages`. */
export async function ensureScripts() {
  if (existsSync(join(ROOT, COMPILED))) return
  console.log('Compiling what the packages need…')
  // node-gyp compiles one file at a time unless told otherwise; -O3 takes twice as long as -O1, and the queries as long with either.
  const { CFLAGS = '-O1', CXXFLAGS = '-O1' } = process.env
  if ((await run(NPM, ['rebuild', '--loglevel=error'], { env: { JOBS: 'max', CFLAGS, CXXFLAGS } })) !== 0) {
    throw new StepFailed('A package could not be compiled or fetch its compiled part: see the lines above.')
  }
}

/** npm writes its own record as the last act of an install, so an interrupted one is seen too. */
function isInstalled() {
  const recordFile = join(ROOT, 'node_modules/.package-lock.json')
  const lockFile = join(ROOT, 'package-lock.json')
  if (!existsSync(recordFile) || !existsSync(lockFile)) return false
  const installed = readPackages(recordFile)
  return Object.entries(readPackages(lockFile)).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || optional || devOptional || peer || installed[path]?.version === version,
  )
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
