import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { foldDraft } from '#domain/draft.ts'
import type { EntryBody } from '#domain/entry.ts'
import { marksOf, renderOral } from './render-oral.tsx'

const PRESENT: EntryBody[] = [
  { kind: 'identity', checked: true },
  { kind: 'presence', presence: 'present' },
]

const pressed = (label: string) =>
  within(marksOf(label))
    .getAllByRole('button')
    .filter((button) => button.getAttribute('aria-pressed') === 'true')
    .map((button) => button.textContent)

describe('marking indicators', () => {
  it('marks an indicator with one touch, and clears it with a second on the same mark', async () => {
    const { log, user } = renderOral({ log: PRESENT })
    await user.click(within(marksOf('Indicateur S1.K1.I1')).getByRole('button', { name: 'Partiel' }))
    expect(pressed('Indicateur S1.K1.I1')).toEqual(['Partiel'])
    expect(foldDraft(log.entries).marks['S1.K1.I1']?.value).toBe('partial')
    await user.click(within(marksOf('Indicateur S1.K1.I1')).getByRole('button', { name: 'Partiel' }))
    expect(pressed('Indicateur S1.K1.I1')).toEqual([])
    expect(foldDraft(log.entries).marks).toEqual({})
  })

  it('marks a whole criterion with one touch, only what is in it, and takes it back with one undo', async () => {
    const { log, user } = renderOral({ log: PRESENT })
    const [first] = screen.getAllByRole('group', { name: 'Tout le critère « Critère »' })
    if (!first) throw new Error('no criterion head')
    await user.click(within(first).getByRole('button', { name: 'Observé' }))
    expect(Object.keys(foldDraft(log.entries).marks)).toEqual(['S1.K1.I1', 'S1.K1.I2'])
    await user.click(screen.getByRole('button', { name: 'Annuler : 2 indicateurs observé' }))
    expect(foldDraft(log.entries).marks).toEqual({})
    await user.click(screen.getByRole('button', { name: /^Rétablir/ }))
    expect(Object.keys(foldDraft(log.entries).marks)).toHaveLength(2)
  })

  it('marks the rest of a section without touching what was marked one by one', async () => {
    const { log, user } = renderOral({ log: [...PRESENT, { kind: 'mark', targets: ['S1.K2.I1'], value: 'notObserved' }] })
    await user.click(within(marksOf('Le reste de S1')).getByRole('button', { name: 'Observé' }))
    const { marks } = foldDraft(log.entries)
    expect(marks['S1.K2.I1']?.value).toBe('notObserved')
    expect(Object.values(marks).filter((mark) => mark.value === 'observed')).toHaveLength(3)
    expect(within(marksOf('Le reste de S1')).getByRole('button', { name: 'Observé' })).toBeDisabled()
  })

  it('goes through a whole section from the keyboard: R marks the rest, V then Enter confirms its verdict, T starts the timer', async () => {
    const { log, user } = renderOral({ log: PRESENT })
    await user.keyboard('t')
    expect(log.entries.at(-1)?.body).toEqual({ kind: 'timer', event: { type: 'start' } })
    await user.keyboard('r{Enter}')
    expect(Object.keys(foldDraft(log.entries).marks)).toHaveLength(4)
    await user.keyboard('v{Enter}')
    expect(foldDraft(log.entries).verdicts['S1']?.verdict).toBe('acquired')
    expect(screen.getByRole('button', { expanded: true, name: /^S2/ })).toBeInTheDocument()
    // Nothing marked, nothing proposed: nothing to confirm.
    await user.keyboard('{Shift>}v{/Shift}')
    expect(foldDraft(log.entries).verdicts['S2']).toBeUndefined()
    await user.keyboard('r{Enter}{Shift>}v{/Shift}')
    expect(foldDraft(log.entries).verdicts['S2']?.verdict).toBe('acquired')
  })

  it('marks from the keyboard: arrows among indicators, 1 to 4 to mark, U to undo', async () => {
    const { log, user } = renderOral({ log: PRESENT })
    await user.keyboard('{ArrowDown}1{ArrowDown}3{ArrowDown}2')
    expect(Object.entries(foldDraft(log.entries).marks).map(([id, mark]) => [id, mark.value])).toEqual([
      ['S1.K1.I1', 'observed'],
      ['S1.K1.I2', 'notObserved'],
      ['S1.K2.I1', 'partial'],
    ])
    await user.keyboard('u')
    expect(foldDraft(log.entries).marks['S1.K2.I1']).toBeUndefined()
    await user.keyboard('{Control>}y{/Control}')
    expect(foldDraft(log.entries).marks['S1.K2.I1']?.value).toBe('partial')
  })

  it('keeps one-key shortcuts out of a text being typed, and can turn them off', async () => {
    const { log, user } = renderOral({ log: PRESENT })
    await user.keyboard('n')
    await user.type(screen.getByRole('textbox', { name: 'Votre note' }), 'du 1u')
    expect(log.entries).toHaveLength(PRESENT.length)
    await user.keyboard('{Escape}?')
    await user.click(screen.getByRole('switch', { name: 'Raccourcis d’une touche' }))
    await user.click(screen.getByRole('button', { name: 'Fermer' }))
    await user.keyboard('d')
    expect(screen.queryByRole('complementary', { name: 'Prestation orale' })).not.toBeInTheDocument()
    localStorage.clear()
  })

  it('jumps to a section by its number and to an indicator by a word', async () => {
    const { user } = renderOral({ log: PRESENT })
    await user.keyboard('/')
    await user.type(screen.getByRole('searchbox'), '2{Enter}')
    expect(screen.getByRole('button', { name: /^S2/, expanded: true })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Aller à…' }))
    await user.type(screen.getByRole('searchbox'), 'k2.i2{Enter}')
    await waitFor(() => expect(marksOf('Indicateur S1.K2.I2')).toContainElement(document.activeElement as HTMLElement))
  })

  it('counts what remains', async () => {
    const { user } = renderOral({ log: PRESENT })
    expect(screen.getByText('Reste 6 indicateurs')).toBeInTheDocument()
    await user.click(within(marksOf('Le reste de S1')).getByRole('button', { name: 'Observé' }))
    expect(screen.getByText('Reste 2 indicateurs')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'S1 Première, verdict à donner' })).toBeInTheDocument()
  })
})

describe('what is shown as recorded', () => {
  it('shows a mark at once but as pending, and as recorded only after the disk has it', async () => {
    const { log, user } = renderOral({ log: PRESENT })
    expect(screen.getByText('Enregistré sur l’appareil')).toBeInTheDocument()
    log.hold()
    await user.click(within(marksOf('Indicateur S1.K1.I1')).getByRole('button', { name: 'Observé' }))
    expect(pressed('Indicateur S1.K1.I1')).toEqual(['Observé'])
    expect(marksOf('Indicateur S1.K1.I1')).toHaveAttribute('data-pending')
    expect(screen.getByText('1 geste en cours d’enregistrement')).toBeInTheDocument()
    expect(screen.queryByText('Enregistré sur l’appareil')).not.toBeInTheDocument()
    log.release()
    expect(await screen.findByText('Enregistré sur l’appareil')).toBeInTheDocument()
    expect(marksOf('Indicateur S1.K1.I1')).not.toHaveAttribute('data-pending')
  })

  it('says when a gesture was refused, shows it as not marked, and records it on a second try', async () => {
    const { log, user } = renderOral({ log: PRESENT })
    log.refuse('quota')
    await user.click(within(marksOf('Indicateur S1.K1.I1')).getByRole('button', { name: 'Observé' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('1 geste n’est pas enregistré')
    expect(alert).toHaveTextContent('L’appareil n’a plus de place.')
    expect(pressed('Indicateur S1.K1.I1')).toEqual([])
    log.refuse(null)
    await user.click(screen.getByRole('button', { name: 'Réessayer' }))
    expect(foldDraft(log.entries).marks['S1.K1.I1']?.value).toBe('observed')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('is read-only while another tab holds the pen, and offers to take it', async () => {
    let taken = 0
    const { log, user } = renderOral({ log: PRESENT, holdsPen: false, onTakePen: () => (taken += 1) })
    log.writable = false
    log.changed()
    expect(await screen.findByText('Lecture seule')).toBeInTheDocument()
    expect(within(marksOf('Indicateur S1.K1.I1')).getByRole('button', { name: 'Observé' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Écrire ici' }))
    expect(taken).toBe(1)
  })
})
