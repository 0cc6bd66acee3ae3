import type { PrecacheEntry } from 'workbox-precaching'
import type { HeavyFiles } from '../heavy-files.ts'

const CACHE_NAME = 'cdj-heavy'

/** By kind, and by the names the build gives the chunks that come with them: `pdf.worker.min` is PDF.js itself, the others are the desk's. */
const HEAVY = [
  /\.(?:wasm|mjs|pfb|ttf)$/,
  /\/(?:pdfjs-document|pdf\.worker\.min|qr-reader-worker)-[^/]*$/,
  /\/(?:desk-pages|prepare-pages|read-table-files|writeXlsxFileUniversal)-[^/]*$/,
]

/** Parts what the app cannot open without from what is fetched after it is installed. */
export function partHeavy(entries: readonly (PrecacheEntry | string)[]): { core: (PrecacheEntry | string)[]; heavy: string[] } {
  const isHeavy = (entry: PrecacheEntry | string) => HEAVY.some((kind) => kind.test(`/${urlOf(entry)}`))
  return {
    core: entries.filter((entry) => !isHeavy(entry)),
    heavy: entries.filter(isHeavy).map((entry) => new URL(urlOf(entry), self.location.origin).href),
  }
}

function urlOf(entry: PrecacheEntry | string): string {
  return typeof entry === 'string' ? entry : entry.url
}

/** Fetches what is missing, one after the other, and tells how far that came. Names carry a hash: what is there is right. */
export async function fillHeavy(urls: readonly string[]): Promise<HeavyFiles> {
  const cache = await caches.open(CACHE_NAME)
  let stored = 0
  for (const url of urls) if ((await cache.match(url)) !== undefined || (await fetchInto(cache, url))) stored += 1
  return { stored, expected: urls.length }
}

async function fetchInto(cache: Cache, url: string): Promise<boolean> {
  // No network: tried again at the next start.
  const response = await fetch(url).catch(() => null)
  if (response === null || !isTheFile(response)) return false
  await cache.put(url, response)
  return true
}

/** A captive portal answers with its own page, or sends one elsewhere. */
function isTheFile(response: Response): boolean {
  return response.ok && !response.redirected && !(response.headers.get('Content-Type') ?? '').startsWith('text/html')
}

/** What is kept, else what the network has. */
export async function serveHeavy(request: Request): Promise<Response> {
  const kept = await (await caches.open(CACHE_NAME)).match(request.url)
  return kept ?? fetch(request)
}

/** Forgets the files of former versions. */
export async function forgetOldHeavy(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE_NAME)
  for (const { url } of await cache.keys()) if (!urls.includes(url)) await cache.delete(url)
}
