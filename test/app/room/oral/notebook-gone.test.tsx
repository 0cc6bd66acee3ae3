import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderOral } from './render-oral.tsx'

it('says that nothing is recorded any more when the notebook is gone, and keeps the refused gesture until all is written back', async () => {
  const { log, user } = renderOral({ log: [{ kind: 'presence', presence: 'present' }] })
  act(() => {
    log.isGone = true
    log.refuse('databaseGone')
    log.changed()
  })
  expect(screen.getByText('Plus rien n’est enregistré')).toBeInTheDocument()
  expect(screen.queryByText('Enregistré sur l’appareil')).toBeNull()
  await user.click(screen.getAllByText('Observé')[0] as HTMLElement)
  expect(screen.getByRole('alert')).toHaveTextContent('Ne fermez pas cette page')
  expect(screen.getByRole('alert')).not.toHaveTextContent('Tout le reste est enregistré')

  await user.click(screen.getByRole('button', { name: 'Réécrire le carnet' }))
  expect(await screen.findByText(/n’a pas pu être réécrit/)).toBeInTheDocument()
  expect(log.bodies()).toHaveLength(1)

  log.refuse(null)
  await user.click(screen.getByRole('button', { name: 'Réécrire le carnet' }))
  expect(await screen.findByText('Enregistré sur l’appareil')).toBeInTheDocument()
  expect(log.bodies().at(-1)).toMatchObject({ kind: 'mark', value: 'observed' })
})
