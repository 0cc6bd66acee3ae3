import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { foldDraft } from '#domain/draft.ts'
import { draftProgress } from '#domain/review.ts'
import { theRealGrids } from '#test/builders/a-grid.ts'
import { renderOral } from './render-oral.tsx'

/** By label, not by role: with 85 indicators the accessibility tree is slow to compute in jsdom. */
const markOf = (name: string, mark: string) => within(screen.getByLabelText(name)).getByText(mark)

it('scores block 1 and its 85 indicators from an empty sheet in at most 60 gestures when most is observed', async () => {
  const [grid] = await theRealGrids()
  if (!grid) throw new Error('no block 1')
  const { log, user } = renderOral({ grid })
  let gestures = 0
  const touch = async (element: HTMLElement) => {
    gestures += 1
    await user.click(element)
  }
  const confirm = (verdict: string) => touch(screen.getByText(`Confirmer : ${verdict}`))

  await touch(screen.getByRole('button', { name: 'Présent·e' }))
  await touch(screen.getByRole('checkbox', { name: 'Identité vérifiée sur une pièce' }))
  await touch(screen.getByRole('button', { name: 'Démarrer' }))
  await touch(screen.getByRole('button', { name: 'Aller à la grille' }))
  for (const section of grid.sections) {
    // Two exceptions in each competence, then the rest at once, then its verdict.
    const [first, second] = section.criteria.flatMap((criterion) => criterion.indicators)
    if (!first || !second) throw new Error('a competence with fewer than two indicators')
    await touch(markOf(first.label, 'Partiel'))
    if (section.id !== 'C3') await touch(markOf(second.label, 'Partiel'))
    await touch(markOf(`Le reste de ${section.id}`, 'Observé'))
    await confirm('Acquise')
  }
  await touch(screen.getByRole('button', { name: 'Terminer' }))
  await touch(screen.getByRole('button', { name: 'Oui, terminer' }))
  await confirm('Validé')

  const draft = foldDraft(log.entries)
  expect(draftProgress(grid, draft)).toEqual({ marked: 85, total: 85, sectionsDone: 9, sectionsTotal: 9 })
  expect(draft.partVerdict?.verdict).toBe('validated')
  expect(gestures).toBeLessThanOrEqual(60)
}, 60_000)
