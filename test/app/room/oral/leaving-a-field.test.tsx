import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { foldDraft } from '#domain/draft.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aWholeOral } from '#test/builders/a-sheet.ts'
import { renderOral } from './render-oral.tsx'

it('moves nothing under a finger that leaves a field, and records the words once it is lifted', async () => {
  const { log, user } = renderOral({ log: aWholeOral(aGrid()).filter((body) => body.kind !== 'appreciation') })
  const field = screen.getByRole('textbox', { name: 'Appréciation générale' })
  const missing = () => screen.queryByRole('button', { name: 'L’appréciation générale est vide.' })
  await user.type(field, 'Clair.')

  await user.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('heading', { name: 'Signature' }) })
  expect(field).not.toHaveFocus()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(missing()).toBeInTheDocument()

  await user.pointer({ keys: '[/MouseLeft]' })
  await waitFor(() => expect(foldDraft(log.entries).appreciation).toBe('Clair.'), { timeout: 500 })
  expect(missing()).not.toBeInTheDocument()
})
