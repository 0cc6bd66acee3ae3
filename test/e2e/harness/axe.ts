import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules of these standards that another theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Fails when axe finds a barrier on the page as it is now, naming each rule and the elements that break it. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, axeOn(page).withTags(STANDARDS))
}

/** All rules in dark colours, then those about colours in light ones; the page is left in light ones. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await waitForColours(page)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await waitForColours(page)
  await expectNoViolation(page, axeOn(page).withRules(COLOUR_RULES))
}

/**
 * Legacy mode reads the page in one go; the other one opens a second page each time, for frames of other origins, which we have none of.
 * What passes is not described.
 */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
}

async function expectNoViolation(page: Page, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze()
  if (violations.length === 0) return
  const list = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}\n    ${node.failureSummary ?? ''}`).join('\n')}`,
  )
  throw new Error(`axe on ${page.url()}:\n${list.join('\n')}`)
}

/** A colour on its way to another one has a contrast nobody chose. */
async function waitForColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    // One that is held, or of an element that is gone, may never end.
    await Promise.race([
      Promise.allSettled(ending.map((animation) => animation.finished)),
      new Promise((resolve) => setTimeout(resolve, 2_000)),
    ])
  })
}
