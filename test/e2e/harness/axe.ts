import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { RunOnly, RunOptions } from 'axe-core'
import type { Page } from 'playwright'

declare global {
  interface Window {
    axe: typeof Axe
  }
}

/** Half a megabyte, which a page takes in once: as long as its document lives. */
const AXE = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const STANDARDS: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
/** The rules of these standards that another theme can break. */
const COLOUR_RULES: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** Fails when axe finds a barrier on the page as it is now, naming each rule and the elements that break it. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, STANDARDS)
}

/** All rules in dark colours, then those about colours in light ones; the page is left in light ones. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await waitForColours(page)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await waitForColours(page)
  await expectNoViolation(page, COLOUR_RULES)
}

async function expectNoViolation(page: Page, runOnly: RunOnly): Promise<void> {
  if (page.frames().length > 1) throw new Error(`axe reads one frame, and ${page.url()} has several`)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await AXE)
  // What passes is not described.
  const options: RunOptions = { runOnly, resultTypes: ['violations'] }
  const { violations } = await page.evaluate((given) => window.axe.run(document, given), options)
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
