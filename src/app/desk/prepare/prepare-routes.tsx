import { Suspense } from 'react'
import { LoadingPage } from '../../shared/loading-page.tsx'
import { ChunkPage, pageChunk } from '../../shared/page-chunk.tsx'

const newSession = pageChunk(async () => (await import('./new-session-page.tsx')).NewSessionPage)
const preparation = pageChunk(async () => (await import('./preparation-pages.tsx')).PreparationPages)

/** Preparing is a chunk of its own: reading tables and dragging orals is nothing the day needs. */
export function NewSessionRoute() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <ChunkPage chunk={newSession} props={{}} />
    </Suspense>
  )
}

export function PreparationRoute() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <ChunkPage chunk={preparation} props={{}} />
    </Suspense>
  )
}
