import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ReadinessVerdict } from '#app/room/readiness-verdict.tsx'
import { ReadinessList } from '#app/shared/readiness/readiness-list.tsx'
import type { ReadinessLine } from '#device/readiness.ts'
import { firstTexts } from '#texts/i18n.ts'
import { renderRoom } from './render-room.tsx'

function listOf(lines: ReadinessLine[]): HTMLElement[] {
  renderRoom(
    <>
      <h2 id="titre">Ce qui a été vérifié</h2>
      <ReadinessList lines={lines} labelledBy="titre" />
    </>,
  )
  return within(screen.getByRole('list', { name: 'Ce qui a été vérifié' })).getAllByRole('listitem')
}

describe('the readiness list', () => {
  it('says each line’s state in a word, its numbers, and what to do', () => {
    const [space, clock, supports, fresh] = listOf([
      { check: 'storageSpace', state: 'warning', detail: { freeMiB: 120 } },
      { check: 'clockOffset', state: 'failed', detail: { offsetMs: -3_720_000 } },
      { check: 'supportsStored', state: 'failed', detail: { stored: 2, expected: 5 } },
      { check: 'packageFresh', state: 'warning', detail: { ageHours: 73 } },
    ])
    expect(space).toHaveTextContent(/À regarder/)
    expect(space).toHaveTextContent(/Il reste 125,8 Mo : c’est peu\. Supprimez/)
    expect(clock).toHaveTextContent(/À régler/)
    expect(clock).toHaveTextContent(/fausse de 1 h 02 min\. Mettez l’appareil à l’heure automatique/)
    expect(supports).toHaveTextContent(/2 sur 5\. Téléchargez/)
    expect(fresh).toHaveTextContent(/date de 3 jours/)
  })

  it('says what could not be known without calling it good', () => {
    const [clock] = listOf([{ check: 'clockOffset', state: 'unknown' }])
    expect(clock).toHaveTextContent('Inconnu')
    expect(clock).toHaveTextContent(/n’a pas pu être comparée/)
    expect(clock).not.toHaveTextContent('Bon')
  })

  it('has a sentence for every check in every state', () => {
    const checks = Object.keys(firstTexts.room.readiness.checks) as ReadinessLine['check'][]
    const states = ['ok', 'warning', 'failed', 'unknown'] as const
    for (const state of states) {
      const items = listOf(checks.map((check) => ({ check, state })))
      for (const item of items) expect(within(item).getByText(/\.$/)).toBeVisible()
      document.body.replaceChildren()
    }
  })
})

describe('the readiness verdict', () => {
  it.each([
    [['ok', 'ok'], 'L’appareil est prêt'],
    [['ok', 'warning'], 'Presque prêt : 1 point à regarder'],
    [['failed', 'warning', 'failed'], 'Pas prêt : 2 points à régler avant l’épreuve'],
  ] as const)('sums up %j', (states, title) => {
    renderRoom(<ReadinessVerdict lines={states.map((state) => ({ check: 'sound', state }))} />)
    expect(screen.getByRole('status')).toHaveTextContent(title)
  })

  it('counts what could not be checked apart', () => {
    renderRoom(
      <ReadinessVerdict
        lines={[
          { check: 'sound', state: 'ok' },
          { check: 'clockOffset', state: 'unknown' },
        ]}
      />,
    )
    expect(screen.getByRole('status')).toHaveTextContent(/L’appareil est prêt.*1 point n’a pas pu être vérifié/)
  })
})
