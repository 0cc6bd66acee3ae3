import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { playWarning, prepareSound } from '#app/room/oral/timer/warning-sound.ts'

/** Every context the page makes, to see whether it keeps the audio hardware awake. */
function watchContexts(): AudioContext[] {
  const made: AudioContext[] = []
  window.AudioContext = class extends AudioContext {
    constructor() {
      super()
      made.push(this)
    }
  }
  return made
}

it('sounds once it was readied by a gesture, never fails before, and keeps the audio awake only while it sounds', async () => {
  const contexts = watchContexts()
  const states = () => contexts.map(({ state }) => state)
  expect(await playWarning('warning')).toBe(false)
  const button = document.createElement('button')
  button.textContent = 'Démarrer'
  let prepared: Promise<void> | undefined
  button.addEventListener('click', () => {
    prepared = prepareSound()
  })
  document.body.append(button)
  await userEvent.click(button)
  await prepared
  expect(states()).toEqual(['suspended'])

  expect(await Promise.all([playWarning('warning'), playWarning('end')])).toEqual([true, true])
  expect(states()).toEqual(['running'])
  await expect.poll(states, { timeout: 5_000 }).toEqual(['suspended'])
  expect(await playWarning('end')).toBe(true)
})
