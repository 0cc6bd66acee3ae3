import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { foldDraft } from '#domain/draft.ts'
import type { EntryBody } from '#domain/entry.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { renderOral } from './render-oral.tsx'

const S1_OBSERVED: EntryBody[] = [
  { kind: 'identity', checked: true },
  { kind: 'presence', presence: 'present' },
  { kind: 'mark', targets: ['S1.K1.I1', 'S1.K1.I2', 'S1.K2.I1', 'S1.K2.I2'], value: 'observed' },
]

const verdictBar = () => within(screen.getByRole('region', { name: 'Verdict' }))

describe('a section’s verdict', () => {
  it('says its proposal and why, confirms with one touch, folds to a line and opens the next section', async () => {
    const { log, user } = renderOral({ log: S1_OBSERVED })
    expect(verdictBar().getByText('Proposition : Acquise')).toBeInTheDocument()
    expect(verdictBar().getByText('100 % des points évalués (observés : 4, partiels : 0, non observés : 0).')).toBeInTheDocument()
    await user.click(verdictBar().getByRole('button', { name: 'Confirmer : Acquise' }))
    expect(foldDraft(log.entries).verdicts['S1']).toEqual({ verdict: 'acquired', points: null, reason: '' })
    expect(screen.getByRole('button', { name: /^S1 Première Acquise$/, expanded: false })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^S2 Seconde/, expanded: true })).toHaveFocus()
  })

  it('asks for a reason when the juror decides otherwise, and keeps the section open until it is written', async () => {
    const { log, user } = renderOral({ log: S1_OBSERVED })
    await user.click(verdictBar().getByRole('button', { name: 'En cours' }))
    expect(verdictBar().getByText('Motif obligatoire : votre verdict diffère de la proposition.')).toBeInTheDocument()
    await user.click(verdictBar().getByRole('textbox', { name: 'Motif' }))
    await user.paste('Peu assuré à l’oral')
    expect(verdictBar().getByText('Pas encore enregistré')).toBeInTheDocument()
    await user.tab()
    expect(foldDraft(log.entries).verdicts['S1']?.reason).toBe('Peu assuré à l’oral')
    expect(verdictBar().queryByText(/^Motif obligatoire/)).not.toBeInTheDocument()
    expect(await verdictBar().findByText('Enregistré sur l’appareil')).toBeInTheDocument()
  })

  it('says that nothing is proposed, rather than that the juror differs, when nothing is evaluated', async () => {
    const { user } = renderOral({ log: [{ kind: 'presence', presence: 'present' }] })
    await user.click(verdictBar().getByRole('button', { name: 'En cours' }))
    expect(verdictBar().getByText('Motif obligatoire : aucun indicateur n’est évalué, rien n’est donc proposé.')).toBeInTheDocument()
  })

  it('names the essential indicators that keep a section from being proposed as acquired', () => {
    renderOral({ log: [...S1_OBSERVED, { kind: 'mark', targets: ['S1.K2.I1'], value: 'notObserved' }] })
    expect(verdictBar().getByText(/Indicateur essentiel non observé : « Indicateur S1.K2.I1 »/)).toBeInTheDocument()
    expect(verdictBar().getByRole('button', { name: 'Confirmer : En cours' })).toBeInTheDocument()
  })

  it('asks for a reason when nothing is acquired, even as proposed', async () => {
    const { user } = renderOral({ log: [...S1_OBSERVED.slice(0, 2), { kind: 'mark', targets: ['S1.K1.I1'], value: 'notObserved' }] })
    await user.click(verdictBar().getByRole('button', { name: 'Confirmer : Non acquise' }))
    expect(verdictBar().getByText('Motif obligatoire : la partie n’est pas acquise.')).toBeInTheDocument()
  })

  it('takes points on the grid’s own scale and step', async () => {
    const { log, user } = renderOral({ grid: aGrid({ scale: { kind: 'points', max: 20, step: 0.5 } }), log: S1_OBSERVED })
    await user.click(verdictBar().getByRole('button', { name: 'Confirmer : Acquise' }))
    await user.type(verdictBar().getByRole('textbox', { name: 'Note sur 20' }), '14,3{Enter}')
    expect(foldDraft(log.entries).verdicts['S1']).toEqual({ verdict: 'acquired', points: 14.5, reason: '' })
    expect(verdictBar().getByRole('textbox', { name: 'Note sur 20' })).toHaveValue('14,5')
    await user.clear(verdictBar().getByRole('textbox', { name: 'Note sur 20' }))
    await user.type(verdictBar().getByRole('textbox', { name: 'Note sur 20' }), '99{Enter}')
    expect(foldDraft(log.entries).verdicts['S1']?.points).toBe(20)
  })
})
