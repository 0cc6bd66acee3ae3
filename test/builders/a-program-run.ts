import { execFile } from 'node:child_process'
import { join } from 'node:path'

const ENTRY = join(import.meta.dirname, '../../dist/server/main.mjs')
const VERIFY = join(import.meta.dirname, '../../.ci/verify.mjs')
const LIMIT_MS = 30_000

/** What a program that has ended by itself said. */
export interface ProgramRun {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs the built server's program with a command line that does not serve, in a process of its own, and waits until it has ended. */
export function aProgramRun(args: readonly string[], environment: Record<string, string>): Promise<ProgramRun> {
  return run([ENTRY, ...args], environment)
}

/** Runs `npm run verify` on a file, as a person would. */
export function aVerifyRun(args: readonly string[]): Promise<ProgramRun> {
  return run([VERIFY, ...args], {})
}

function run(line: readonly string[], environment: Record<string, string>): Promise<ProgramRun> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...line], { env: { ...process.env, ...environment }, timeout: LIMIT_MS }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code
      if (typeof exitCode === 'number') resolve({ exitCode, stdout, stderr })
      else reject(error ?? new Error('no exit code'))
    })
  })
}
