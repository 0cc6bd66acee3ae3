import type { Locator, Page } from 'playwright'

/** No control of a sheet is further away than this. */
const MAX_TABS = 80

/**
 * How a juror acts, and how many gestures it took. A touch is one gesture; so is each key pressed, Tab and arrows included. Words written in
 * a field are not counted, what brings the hand there is.
 */
export interface Hand {
  readonly way: 'touch' | 'keyboard'
  count(): number
  /** Brings the hand to a control and presses it. */
  press(control: Locator): Promise<void>
  /** Brings the hand to a field and writes. */
  write(field: Locator, words: string): Promise<void>
  /** Marks as observed all that remains of the open section. */
  observeRest(): Promise<void>
  /** Marks an indicator of the open section as partial; the keyboard goes down them in order. */
  adjust(indicator: Locator): Promise<void>
  /** Confirms the verdict proposed for the open section. */
  confirmVerdict(): Promise<void>
  startTimer(): Promise<void>
  /** Chooses to sign by typing one's name. */
  chooseTypedSignature(): Promise<void>
}

export function touchingHand(page: Page): Hand {
  let count = 0
  const tap = async (control: Locator) => {
    count += 1
    await control.tap()
  }
  return {
    way: 'touch',
    count: () => count,
    press: tap,
    write: async (field, words) => {
      await tap(field)
      await page.keyboard.insertText(words)
    },
    observeRest: () => tap(page.getByRole('group', { name: /^Le reste de / }).getByRole('button', { name: 'Observé', exact: true })),
    adjust: (indicator) => tap(indicator.getByRole('button', { name: 'Partiel', exact: true })),
    confirmVerdict: () => tap(proposal(page)),
    startTimer: () => tap(page.getByRole('button', { name: 'Démarrer' })),
    chooseTypedSignature: () => tap(page.getByText('Au clavier', { exact: true })),
  }
}

export function typingHand(page: Page): Hand {
  let count = 0
  const key = async (name: string) => {
    count += 1
    await page.keyboard.press(name)
  }
  const reach = async (control: Locator) => {
    // Attached is enough: a styled radio button is itself out of sight.
    await control.waitFor({ state: 'attached' })
    // Found once: a search by role for each Tab would cost more than the Tab.
    const element = await control.elementHandle()
    for (let tabs = 0; tabs < MAX_TABS; tabs += 1) {
      if (await page.evaluate((wanted) => wanted === document.activeElement, element)) return
      await key('Tab')
    }
    throw new Error('the keyboard does not reach this control')
  }
  return {
    way: 'keyboard',
    count: () => count,
    press: async (control) => {
      await reach(control)
      await key((await control.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter')
    },
    write: async (field, words) => {
      await reach(field)
      await page.keyboard.insertText(words)
    },
    observeRest: async () => {
      await key('r')
      await key('Enter')
    },
    adjust: async () => {
      await key('ArrowDown')
      await key('2')
    },
    confirmVerdict: async () => {
      await proposal(page).waitFor()
      await key('Shift+V')
    },
    startTimer: () => key('t'),
    chooseTypedSignature: async () => {
      await reach(page.getByRole('radio', { name: 'À la main' }))
      await key('ArrowRight')
    },
  }
}

function proposal(page: Page): Locator {
  return page.getByRole('region', { name: 'Verdict' }).getByRole('button', { name: 'Confirmer : Acquise' })
}
