import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, it } from 'vitest'
import { ChunkPage, pageChunk } from '#app/shared/page-chunk.tsx'

const nothing = {}

it('shows a page that was fetched ahead at once, without a waiting screen', async () => {
  const day = pageChunk(async () => () => <h1>Ma journée</h1>)
  await day.preload()
  render(
    <Suspense fallback="Attendez">
      <ChunkPage chunk={day} props={nothing} />
    </Suspense>,
  )
  expect(screen.getByRole('heading')).toHaveTextContent('Ma journée')
})

it('shows another page where the first one stood', async () => {
  const oral = pageChunk(async () => () => <h1>Oral</h1>)
  const support = pageChunk(async () => () => <h1>Support</h1>)
  await oral.preload()
  const shown = (chunk: typeof oral) => (
    <Suspense fallback="Attendez">
      <ChunkPage chunk={chunk} props={nothing} />
    </Suspense>
  )
  const { rerender } = render(shown(oral))
  rerender(shown(support))
  expect(await screen.findByRole('heading', { name: 'Support' })).toBeInTheDocument()
})
