import { Suspense } from 'react'
import { LoadingPage } from '../../shared/loading-page.tsx'
import { ChunkPage, pageChunk } from '../../shared/page-chunk.tsx'

const pages = () => import('./prepare-pages.ts')
const newSession = pageChunk(async () => (await pages()).NewSessionPage)
const preparation = pageChunk(async () => (await pages()).PreparationPages)

/** The page of a new session, once its chunk is there. */
export function NewSessionRoute() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <ChunkPage chunk={newSession} props={{}} />
    </Suspense>
  )
}

/** The pages that prepare a session, once their chunk is there. */
export function PreparationRoute() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <ChunkPage chunk={preparation} props={{}} />
    </Suspense>
  )
}
