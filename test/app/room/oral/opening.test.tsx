import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { EntryBody } from '#domain/entry.ts'
import { renderOral } from './render-oral.tsx'

const PRESENT: EntryBody = { kind: 'presence', presence: 'present' }

it('says where one is: the candidate’s name has the focus, and the tab shows a time and a number but no name', () => {
  renderOral()
  const name = screen.getByRole('heading', { level: 1 })
  expect(name).toHaveTextContent('Inès Bazin')
  expect(name).toHaveFocus()
  expect(document.title).toBe('Oral 09:00 – 0001 – Carnet de jury')
})

it('lets the keyboard jump over who and when, straight to the work', async () => {
  const { user } = renderOral({ log: [PRESENT] })
  await user.click(screen.getByRole('link', { name: 'Aller au contenu' }))
  expect(screen.getByRole('main')).toHaveFocus()
})

it('goes from the candidate’s name to the first indicator with one arrow', async () => {
  const { user } = renderOral({ log: [PRESENT] })
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.closest('[data-indicator]')).not.toBeNull()
})
