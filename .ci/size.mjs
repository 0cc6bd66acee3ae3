import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT, StepFailed } from './project.mjs'

/** What a juror's first load may weigh, gzipped: the page's scripts and styles, fonts and pictures apart. */
const BUDGET_KB = 320

/** @typedef {Record<string, { file: string, css?: string[], imports?: string[], dynamicImports?: string[] }>} ViteManifest */

/** Adds up what /salle loads before its first screen shows, prints it, and fails above the budget. */
export function checkFirstLoad() {
  const app = join(ROOT, 'dist/app')
  /** @type {ViteManifest} */
  const manifest = JSON.parse(readFileSync(join(app, '.vite/manifest.json'), 'utf8'))
  const room = Object.keys(manifest).find((name) => name.startsWith('src/app/room/room-pages'))
  const files = collectFiles(manifest, ['index.html', ...(room === undefined ? [] : [room])])
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(app, file))).length, 0)
  const sizeKb = Math.round(bytes / 1024)
  console.log(`First load of /salle: ${sizeKb} KB gzipped in ${files.size} files (budget ${BUDGET_KB} KB)`)
  if (sizeKb > BUDGET_KB) throw new StepFailed(`The juror's first load is over its budget: ${sizeKb} KB, ${BUDGET_KB} KB allowed.`)
}

/**
 * @param {ViteManifest} manifest
 * @param {string[]} entries
 * @returns {Set<string>} scripts and styles of the entries and of all they import statically
 */
function collectFiles(manifest, entries) {
  const seen = new Set()
  const files = new Set()
  const queue = [...entries]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`no ${name} in the build's manifest`)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    queue.push(...(chunk.imports ?? []))
  }
  return files
}
