import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { DeviceReadiness } from '#app/desk/device-readiness.tsx'
import type { JurorDevice } from '#contract/desk.ts'
import { aJuror } from '../../builders/a-board.ts'
import { renderDesk } from './render-desk.tsx'

type Report = NonNullable<JurorDevice['readiness']>

function aReport(changes: Partial<Report> = {}): Report {
  return { at: '2026-11-23T18:05:00Z', appVersion: '1.0.0', lines: [], sheetsWaiting: 0, failed: 0, warnings: 0, ...changes }
}

function show(report: Report): void {
  const device: JurorDevice = {
    deviceId: 'D'.repeat(43),
    jurorId: 'J1',
    name: 'Tablette 7',
    enrolledAt: '2026-11-20T08:00:00Z',
    lastSeenAt: null,
    revokedAt: null,
    readiness: report,
  }
  renderDesk(<DeviceReadiness juror={aJuror('J1', { firstName: 'Hélène', lastName: 'Aubry' })} device={device} report={report} />)
}

it('gives the outcome of the last check with its date, and once opened every line as the juror reads it', async () => {
  show(
    aReport({
      lines: [
        { check: 'installed', state: 'ok' },
        { check: 'storageSpace', state: 'warning', detail: { freeMiB: 120 } },
        { check: 'supportsStored', state: 'failed', detail: { stored: 2, expected: 5 } },
      ],
      failed: 1,
      warnings: 1,
      sheetsWaiting: 2,
    }),
  )
  await userEvent.click(screen.getByText(/^1 point à régler, vérifié le 23 nov/))
  const [installed, space, supports] = within(screen.getByRole('list', { name: /Hélène Aubry, sur « Tablette 7 »/ })).getAllByRole(
    'listitem',
  )
  expect(installed).toHaveTextContent(/Application installée.*Bon/)
  expect(space).toHaveTextContent(/Il reste 125,8 Mo : c’est peu.*À regarder/)
  expect(supports).toHaveTextContent(/2 sur 5.*À régler/)
  expect(screen.getByText('À ce moment, 2 fiches signées attendaient sur l’appareil.')).toBeVisible()
})

it('leaves out a check this version has no words for', () => {
  show(aReport({ lines: [{ check: 'neuralLink', state: 'ok' }] }))
  expect(screen.getByText(/^Prêt, vérifié le/)).toBeInTheDocument()
  expect(screen.queryByText(/neuralLink/)).toBeNull()
})
