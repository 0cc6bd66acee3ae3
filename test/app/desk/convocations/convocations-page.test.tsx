import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { unzipSync } from 'fflate'
import { expect, it, vi } from 'vitest'
import { ConvocationsView } from '#app/desk/convocations/convocations-page.tsx'
import { routePath } from '#contract/routes.ts'
import { aBoard } from '#test/builders/a-board.ts'
import { answering } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

const SESSION = { sessionId: 'session-1' }

it('lists whoever has an oral, and an attendance sheet for each panel and day', () => {
  const board = aBoard()
  renderDesk(<ConvocationsView board={{ ...board, orals: board.orals.filter(({ candidateId }) => candidateId === 'C1') }} />)
  const candidates = screen.getByRole('table', { name: 'Candidat·es' })
  expect(
    within(candidates)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual([routePath('candidateConvocation', { ...SESSION, candidateId: 'C1' })])
  expect(within(screen.getByRole('table', { name: 'Juré·es' })).getAllByRole('link')).toHaveLength(2)
  expect(screen.getByRole('link', { name: /^Feuille de présence de Jury A, .*24 novembre/ })).toHaveAttribute(
    'href',
    routePath('attendanceSheet', { ...SESSION, panelId: 'P1', day: '2026-11-24' }),
  )
})

it('makes one ZIP of all convocations, candidates and jurors apart', async () => {
  const paths = [
    routePath('candidateConvocation', { ...SESSION, candidateId: 'C1' }),
    routePath('candidateConvocation', { ...SESSION, candidateId: 'C2' }),
    routePath('jurorConvocation', { ...SESSION, jurorId: 'J1' }),
    routePath('jurorConvocation', { ...SESSION, jurorId: 'J2' }),
  ]
  answering(Object.fromEntries(paths.map((path) => [path, () => new Response('PDF')])))
  const saved: Blob[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: () => undefined }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  renderDesk(<ConvocationsView board={aBoard()} />)
  await userEvent.click(screen.getByRole('button', { name: 'Tout en un ZIP (4 convocations)' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  const bytes = await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.readAsArrayBuffer(saved[0] as Blob)
  })
  expect(Object.keys(unzipSync(new Uint8Array(bytes)))).toEqual([
    'candidat-es/N-C1-Camille-Nom-C1-C1.pdf',
    'candidat-es/N-C2-Camille-Nom-C2-C2.pdf',
    'jure-es/Dominique-Nom-J1-J1.pdf',
    'jure-es/Dominique-Nom-J2-J2.pdf',
  ])
})
