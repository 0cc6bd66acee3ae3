import { MantineProvider } from '@mantine/core'
import { type RenderResult, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { i18n } from '#texts/i18n.ts'

/** Renders a part of the room with the texts, the kit and a router. */
export function renderRoom(children: ReactNode, path = '/salle'): RenderResult {
  return render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <MemoryRouter initialEntries={[path]}>{children}</MemoryRouter>
      </MantineProvider>
    </I18nextProvider>,
  )
}
