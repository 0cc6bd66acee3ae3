import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { PackageNotice } from '#app/room/package-news.tsx'
import { useRoomStore } from '#app/room/room-store.ts'
import { renderRoom } from './render-room.tsx'

afterEach(() => useRoomStore.getState().setPackageNews(null))

it('says when the session package changed by itself and what is safe, until it is read', async () => {
  useRoomStore.getState().setPackageNews(new Date(2026, 10, 24, 9, 12).getTime())
  renderRoom(<PackageNotice />)
  expect(screen.getByRole('status')).toHaveTextContent(/mis à jour le 24 novembre à 09:12.*Ce que vous avez déjà noté est intact/)
  await userEvent.click(screen.getByRole('button', { name: 'J’ai relu' }))
  expect(screen.queryByRole('status')).toBeNull()
})

it('says nothing while nothing changed', () => {
  renderRoom(<PackageNotice />)
  expect(screen.queryByRole('status')).toBeNull()
})
