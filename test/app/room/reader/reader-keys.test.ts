import { describe, expect, it } from 'vitest'
import { type PressedKey, readerAction } from '#app/room/reader/reader-keys.ts'

const onPage = { inField: false, onPage: true }
const elsewhere = { inField: false, onPage: false }
const inField = { inField: true, onPage: false }

function press(key: string, held: Partial<PressedKey> = {}): PressedKey {
  return { key, ctrlKey: false, metaKey: false, altKey: false, ...held }
}

describe('the reader’s keys', () => {
  it('turns pages from anywhere but a field', () => {
    expect(readerAction(press('PageDown'), elsewhere)).toBe('nextPage')
    expect(readerAction(press('PageUp'), onPage)).toBe('previousPage')
    expect(readerAction(press('PageDown'), inField)).toBeNull()
  })

  it('keeps arrows and single characters for the page itself', () => {
    for (const key of ['ArrowRight', 'ArrowLeft', '/', '+', '-', 'b', '0']) {
      expect(readerAction(press(key), onPage)).not.toBeNull()
      expect(readerAction(press(key), elsewhere)).toBeNull()
      expect(readerAction(press(key), inField)).toBeNull()
    }
  })

  it('searches the support, not the screen, with Ctrl+F and ⌘F', () => {
    expect(readerAction(press('f', { ctrlKey: true }), inField)).toBe('search')
    expect(readerAction(press('F', { metaKey: true }), elsewhere)).toBe('search')
  })

  it('leaves the browser its own shortcuts', () => {
    expect(readerAction(press('+', { ctrlKey: true }), onPage)).toBeNull()
    expect(readerAction(press('ArrowLeft', { altKey: true }), onPage)).toBeNull()
  })
})
