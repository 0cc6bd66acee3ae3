import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { EntryBody, TimerEvent } from '#domain/entry.ts'
import { aDayOral } from '#test/builders/a-day-oral.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { renderOral } from './render-oral.tsx'

const MINUTE_MS = 60_000
const PRESENT: EntryBody = { kind: 'presence', presence: 'present' }
const STARTED: EntryBody[] = [PRESENT, { kind: 'timer', event: { type: 'start' } }]

/** What is read aloud, not what is only drawn again elsewhere. */
const ANNOUNCED = { ignore: '[aria-hidden="true"]' }

const panel = () => screen.getByRole('region', { name: 'Chronomètre' })
const figures = () => within(panel()).getByRole('timer').textContent
const timerEvents = (bodies: readonly EntryBody[]): TimerEvent[] => bodies.flatMap((body) => (body.kind === 'timer' ? [body.event] : []))

/** Lets the timer's own refresh run after the log's clock moved. */
async function refreshed(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 250)))
}

describe('the oral’s timer on screen', () => {
  it('shows the time left to the second, and what passed', async () => {
    const { log } = renderOral({ log: STARTED })
    expect(figures()).toBe('30:00')
    act(() => log.pass(12 * MINUTE_MS + 5_000))
    expect(figures()).toBe('17:55')
    expect(within(panel()).getByText('Écoulé 12:05 sur 30:00')).toBeInTheDocument()
    expect(within(panel()).getByRole('timer')).toHaveAccessibleName('Il reste 17 min 55 s')
  })

  it('starts from the screen and pauses with a one-touch reason', async () => {
    const { log, user } = renderOral({ log: [PRESENT] })
    await user.click(screen.getByRole('button', { name: 'Démarrer' }))
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    await user.click(screen.getByRole('button', { name: 'Alarme' }))
    await user.click(screen.getByRole('button', { name: 'Reprendre' }))
    expect(timerEvents(log.bodies())).toEqual([{ type: 'start' }, { type: 'pause', reason: 'Alarme' }, { type: 'resume' }])
  })

  it('announces each warning once, when it is crossed, and changes its shape', async () => {
    const { log } = renderOral({ log: STARTED })
    act(() => log.pass(20 * MINUTE_MS - 1_000))
    await refreshed()
    expect(within(panel()).queryByText('Il reste 10 minutes', ANNOUNCED)).not.toBeInTheDocument()
    act(() => log.pass(1_000))
    await refreshed()
    expect(within(panel()).getByText('Il reste 10 minutes', ANNOUNCED).closest('[role="status"]')).not.toBeNull()
    expect(panel().querySelector('[data-stage="soon"]')).not.toBeNull()
    act(() => log.pass(9 * MINUTE_MS))
    await refreshed()
    expect(within(panel()).getByText('Il reste 1 minute', ANNOUNCED)).toBeInTheDocument()
    expect(panel().querySelector('[data-stage="last"]')).not.toBeNull()
  })

  it('lets each warning be felt once, and the end more than the others', async () => {
    const felt: VibratePattern[] = []
    Object.assign(navigator, { vibrate: (pattern: VibratePattern) => felt.push(pattern) })
    onTestFinished(() => {
      Reflect.deleteProperty(navigator, 'vibrate')
    })
    const { log } = renderOral({ log: STARTED })
    for (const minutes of [20, 5, 4]) {
      act(() => log.pass(minutes * MINUTE_MS))
      await refreshed()
    }
    expect(felt).toHaveLength(3)
    act(() => log.pass(MINUTE_MS))
    await refreshed()
    act(() => log.pass(MINUTE_MS))
    await refreshed()
    expect(felt).toHaveLength(4)
    expect(felt[3]).not.toEqual(felt[2])
  })

  it('counts overtime in sight and sends nothing by itself', async () => {
    const { log } = renderOral({ log: STARTED })
    act(() => log.pass(32 * MINUTE_MS + 10_000))
    await refreshed()
    expect(figures()).toBe('+02:10')
    expect(within(panel()).getByText('Dépassement 02:10')).toBeInTheDocument()
    expect(within(panel()).getByText(/^Temps écoulé\./)).toHaveTextContent('Rien n’est envoyé.')
    expect(log.entries).toHaveLength(STARTED.length)
  })

  it('asks in place before stopping, and can resume after', async () => {
    const { log, user } = renderOral({ log: STARTED })
    await user.click(screen.getByRole('button', { name: 'Terminer' }))
    expect(timerEvents(log.bodies())).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Oui, terminer' }))
    await user.click(screen.getByRole('button', { name: 'Reprendre' }))
    expect(timerEvents(log.bodies()).map((event) => event.type)).toEqual(['start', 'stop', 'resume'])
  })

  it('adds minutes only with a reason', async () => {
    const { log, user } = renderOral({ log: STARTED })
    await user.click(screen.getByRole('button', { name: 'Plus d’actions du chronomètre' }))
    await user.click(screen.getByRole('button', { name: '+ 5 min' }))
    expect(screen.getByText('Écrivez d’abord le motif.')).toBeInTheDocument()
    await user.type(screen.getByRole('textbox', { name: 'Motif de l’ajout' }), 'Panne du projecteur')
    await user.click(screen.getByRole('button', { name: '+ 5 min' }))
    expect(timerEvents(log.bodies()).at(-1)).toEqual({ type: 'extend', ms: 5 * MINUTE_MS, reason: 'Panne du projecteur' })
    expect(within(panel()).getByText('Écoulé 00:00 sur 35:00')).toBeInTheDocument()
  })

  it('brings the role play’s sections to hand when its phase begins', async () => {
    const phases = [
      { id: 'talk', title: 'Présentation', minutes: 20, focus: [] },
      { id: 'play', title: 'Négociation', minutes: 10, focus: ['S2'] },
    ]
    const { log, user } = renderOral({ grid: aGrid({ phases }), log: STARTED })
    await user.click(screen.getByRole('button', { name: 'Passer à : Négociation' }))
    expect(timerEvents(log.bodies()).at(-1)).toEqual({ type: 'phase', phaseId: 'play' })
    expect(screen.getByRole('button', { name: /^S2 Seconde/, expanded: true })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /S2 Seconde, reste 2 indicateurs, à observer dans cette phase/ })).toBeInTheDocument()
  })

  it('records a sleep of the device, says so, and lets the juror say that the clock was set instead', async () => {
    let leap: (ms: number, likely: 'sleep' | 'clock') => void = () => undefined
    const { log, user } = renderOral({
      log: STARTED,
      watchJumps: (listener) => {
        leap = listener
        return () => undefined
      },
    })
    act(() => leap(12 * MINUTE_MS, 'sleep'))
    expect(await screen.findByText('L’appareil a dormi 12 min 0 s. Ce temps est compté dans l’oral.')).toBeInTheDocument()
    expect(figures()).toBe('18:00')
    await user.click(screen.getByRole('button', { name: 'C’était l’heure de l’appareil qui a changé' }))
    expect(figures()).toBe('30:00')
    expect(screen.queryByText(/a dormi/)).not.toBeInTheDocument()
    expect(timerEvents(log.bodies())).toHaveLength(3)
  })

  it('keeps the role play’s scenario at hand while it is played', async () => {
    const phases = [
      { id: 'talk', title: 'Présentation', minutes: 20, focus: [] },
      { id: 'play', title: 'Négociation', minutes: 10, focus: ['S2'] },
    ]
    const grid = aGrid({ phases })
    const day = aDayOral()
    const subject = { ...day, grid, oral: { ...day.oral, scenario: 'Vous vendez un lot de bureaux.' } }
    const { user } = renderOral({ grid, subject, log: STARTED })
    expect(screen.queryByText('Vous vendez un lot de bureaux.')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Passer à : Négociation' }))
    await user.click(screen.getByText('Scénario donné au candidat ou à la candidate'))
    expect(screen.getByText('Vous vendez un lot de bureaux.')).toBeVisible()
  })

  it('shows the candidate the time and the phase, and nothing of the marking', async () => {
    const { user } = renderOral({ log: STARTED })
    await user.click(screen.getByRole('button', { name: 'Plus d’actions du chronomètre' }))
    await user.click(screen.getByRole('button', { name: 'Montrer le temps au candidat' }))
    expect(within(screen.getByRole('region', { name: 'Temps de l’oral' })).getByRole('timer')).toHaveTextContent('30:00')
    expect(screen.queryByRole('heading', { name: 'Inès Bazin' })).not.toBeInTheDocument()
    expect(screen.queryByRole('group', { name: 'Indicateur S1.K1.I1' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Revenir à la fiche' }))
    expect(screen.getByRole('heading', { name: 'Inès Bazin' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Montrer le temps au candidat' })).not.toBeInTheDocument()
  })

  it('pauses and resumes from the keyboard when no control has the focus', async () => {
    const { log, user } = renderOral({ log: STARTED })
    await user.keyboard(' ')
    expect(screen.getByRole('button', { name: 'Alarme' })).toHaveFocus()
    await user.keyboard(' ')
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard(' ')
    expect(timerEvents(log.bodies()).map((event) => event.type)).toEqual(['start', 'pause', 'resume'])
  })
})
