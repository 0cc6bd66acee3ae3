import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { AcquiredBlocks } from '#app/desk/results/acquired-blocks.tsx'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

const PLACE = { sessionId: 's1', candidateId: 'c1' }
const BLOCKS = [
  { id: 'B1', title: 'Étudier le marché' },
  { id: 'B2', title: 'Vendre' },
]

describe('the blocks a candidate acquired before', () => {
  it('are ticked as they are known, and recorded as they are ticked', async () => {
    const asked = answering({
      '/api/v1/sessions/s1/candidates/c1/acquired-blocks': () => json({ blocks: BLOCKS, acquired: ['B1'] }),
    })
    renderDesk(<AcquiredBlocks place={PLACE} />)
    expect(await screen.findByRole('checkbox', { name: 'B1 : Étudier le marché' })).toBeChecked()
    await userEvent.click(screen.getByRole('checkbox', { name: 'B2 : Vendre' }))
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(screen.getByText(/Les blocs acquis sont enregistrés/)).toBeInTheDocument())
    expect(JSON.parse(String(asked.at(-1)?.init.body))).toEqual({ acquired: ['B1', 'B2'] })
  })
})
