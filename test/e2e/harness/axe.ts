import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** Fails when axe finds a barrier on the page as it is now, naming each rule and the elements that break it. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  if (violations.length === 0) return
  const list = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}\n    ${node.failureSummary ?? ''}`).join('\n')}`,
  )
  throw new Error(`axe on ${page.url()}:\n${list.join('\n')}`)
}
