import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { playWarning, prepareSound } from '#app/room/oral/timer/warning-sound.ts'

it('sounds once it was readied by a gesture, and never fails before', async () => {
  expect(playWarning('warning')).toBe(false)
  const button = document.createElement('button')
  button.textContent = 'Démarrer'
  button.addEventListener('click', () => void prepareSound())
  document.body.append(button)
  await userEvent.click(button)
  await expect.poll(() => playWarning('warning')).toBe(true)
  expect(playWarning('end')).toBe(true)
})
