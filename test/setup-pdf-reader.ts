import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/*
 * Where Node lacks them, PDF.js brings its own base64 and puts its own JSON over Node's, for every test that comes after it: the server under
 * test would spend a tenth of its time in them. It is loaded before, and what it put there is taken away.
 */
const { parse, stringify } = JSON
const hadBase64 = 'fromBase64' in Uint8Array
await import('pdfjs-dist/legacy/build/pdf.mjs')
// Loaded by the first at its first document. It has no types, and no name to import.
await import(pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs')).href)
Object.assign(JSON, { parse, stringify })
if (!hadBase64) Reflect.deleteProperty(Uint8Array, 'fromBase64')
