import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { NewSessionPage } from '#app/desk/prepare/new-session-page.tsx'
import type { PublishedList } from '#contract/grids.ts'
import { routePath } from '#contract/routes.ts'
import { aCsv, GRIDS } from '../../../builders/a-table-file.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const HASH = 'a'.repeat(43)
const PUBLISHED: PublishedList = {
  frameworks: [{ id: 'cdcm', version: '1.0.0', hash: HASH, title: 'Certification', publishedAt: '2026-01-01T08:00:00Z' }],
  grids: GRIDS.map(({ id, title, durationMinutes, blockId }) => ({
    id,
    version: '1.0.0',
    hash: HASH,
    title,
    durationMinutes,
    framework: { id: 'cdcm', version: '1.0.0', hash: HASH },
    part: blockId === null ? { kind: 'finalInterview' } : { kind: 'block', blockId },
    publishedAt: '2026-01-01T08:00:00Z',
  })),
}

it('says what is wrong in the tables before anything is said of the session', async () => {
  answering({ [routePath('published')]: () => json(PUBLISHED) })
  const user = userEvent.setup()
  renderDesk(<NewSessionPage />)
  const { name, bytes } = aCsv('Candidats', ['Numéro;Nom;Prénom;Blocs', '1;Bazin;Inès;B1, B7', '2;;Yann;tous'])
  const input = await screen.findByLabelText('Fichiers XLSX ou CSV', { selector: 'input' })
  // jsdom's files cannot be read whole, which every browser can.
  await user.upload(input, Object.assign(new File([bytes], name), { arrayBuffer: async () => bytes.slice().buffer }))
  const complaints = await screen.findByRole('table', { name: /^2 points/ })
  expect(within(complaints).getByText('Feuille Candidats, ligne 2, colonne Blocs')).toBeTruthy()
  expect(within(complaints).getByText('Feuille Candidats, ligne 3, colonne Nom')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Créer la session' })).toHaveProperty('disabled', true)
})
