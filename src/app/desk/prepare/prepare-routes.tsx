import { Suspense } from 'react'
import { LoadingPage } from '../../shared/loading-page.tsx'
import { ChunkPage, pageChunk } from '../../shared/page-chunk.tsx'

const pages = () => import('./prepare-pages.ts')
const newSession = pageChunk(async () => (await pages()).NewSessionPage)
const preparation = pageChunk(async () => (await pages()).PreparationPages)

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
