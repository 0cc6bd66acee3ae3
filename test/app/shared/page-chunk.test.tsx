import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Suspense } from 'react'
import { Link, MemoryRouter, Route, Routes } from 'react-router'
import { expect, it } from 'vitest'
import { ChunkPage, pageChunk } from '#app/shared/page-chunk.tsx'

const first = pageChunk(async () => () => <Link to="/seconde">Première page</Link>)
const second = pageChunk(async () => () => <p>Seconde page</p>)

it('goes from one page of a chunk to another one', async () => {
  render(
    <MemoryRouter initialEntries={['/premiere']}>
      <Suspense fallback={null}>
        <Routes>
          <Route path="premiere" element={<ChunkPage chunk={first} props={{}} />} />
          <Route path="seconde" element={<ChunkPage chunk={second} props={{}} />} />
        </Routes>
      </Suspense>
    </MemoryRouter>,
  )
  await userEvent.click(await screen.findByRole('link', { name: 'Première page' }))
  expect(await screen.findByText('Seconde page')).toBeVisible()
})
