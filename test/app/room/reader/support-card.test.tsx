import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SupportCard } from '#app/room/reader/support-card.tsx'
import { renderRoom } from '#test/app/room/render-room.tsx'
import { aDayOral } from '#test/builders/a-day-oral.ts'

describe('the support’s card', () => {
  it('leads to the reader when the PDF is on the device', () => {
    renderRoom(<SupportCard day={aDayOral({ support: {} })} stored={true} />)
    expect(screen.getByRole('link', { name: 'Lire le support de Inès Bazin' })).toHaveAttribute('href', '/salle/oral/o1/support')
    expect(screen.getByText('Sur cet appareil : lisible sans réseau')).toBeVisible()
  })

  it('says what to do when the PDF is not there, instead of leading to nothing', () => {
    renderRoom(<SupportCard day={aDayOral({ support: {} })} stored={false} />)
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByText(/Connectez l’appareil au réseau/)).toBeVisible()
  })

  it('says who decides when the support is late', () => {
    renderRoom(<SupportCard day={aDayOral({ support: { receivedOn: '2026-11-09' } })} stored={true} />)
    expect(screen.getByText('C’est le certificateur qui décide.')).toBeVisible()
  })

  it('does not speak of deciding when all is met', () => {
    renderRoom(<SupportCard day={aDayOral({ support: {} })} stored={true} />)
    expect(screen.queryByText('C’est le certificateur qui décide.')).toBeNull()
  })
})
