import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Beside what was built, so that removing it forgets the stamps too. */
const STAMPS = join(ROOT, 'dist/.stamps')

/** A step that failed for a reason the person has to read; no stack trace adds to it. */
export class StepFailed extends Error {}

/**
 * Runs a command at the project's root, its output shown as it comes.
 * @param {string} command
 * @param {string[]} args
 * @param {{ timeoutMs?: number, env?: Record<string, string> }} [options] past the time limit, the command and its children are killed
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(command, args, { timeoutMs, env } = {}) {
  return new Promise((resolve, reject) => {
    // Its own process group, so that a time limit also ends what it started.
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', detached: timeoutMs !== undefined, env: { ...process.env, ...env } })
    const limit =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            console.error(`${command} took longer than ${Math.round(timeoutMs / 60_000)} minutes: stopped.`)
            if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
          }, timeoutMs)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(limit)
      resolve(code ?? 1)
    })
  })
}

/**
 * Waits for all, then throws what the first one threw: nothing goes on behind an error.
 * @param {Promise<void>[]} works
 */
export async function allDone(works) {
  await Promise.allSettled(works)
  await Promise.all(works)
}

/**
 * Runs one of the project's installed command-line tools.
 * @param {string} name
 * @param {string[]} args
 * @param {{ timeoutMs?: number, env?: Record<string, string> }} [options]
 */
export function runTool(name, args, options) {
  return run(join(ROOT, 'node_modules/.bin', name), args, options)
}

/**
 * One hash of files and folders: their names and their bytes. What is missing counts as missing.
 * @param {readonly string[]} paths relative to the root
 */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addToHash(hash, path)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addToHash(hash, path) {
  const full = join(ROOT, path)
  hash.update(`\0${path}\0`)
  if (!existsSync(full)) return
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addToHash(hash, `${path}/${name}`)
    return
  }
  hash.update(readFileSync(full))
}

/**
 * Whether a step already ran for exactly this input.
 * @param {string} step
 * @param {string} inputHash
 */
export function isStamped(step, inputHash) {
  const stamp = join(STAMPS, step)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputHash
}

/**
 * Remembers that a step ran for this input.
 * @param {string} step
 * @param {string} inputHash
 */
export function stamp(step, inputHash) {
  const file = join(STAMPS, step)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, inputHash)
}

/**
 * Runs a script's main function; a failed step ends the process with its message alone.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof StepFailed || isUnknownOption(error) ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}

/**
 * What Node's `parseArgs` throws; its message names the option.
 * @param {unknown} error
 * @returns {error is Error}
 */
function isUnknownOption(error) {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}
