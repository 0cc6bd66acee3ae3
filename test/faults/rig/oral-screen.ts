import type { Page } from 'playwright'
import { cdcm } from '#frameworks/cdcm.ts'
import { expectDay, expectSaved, mark, openOral, openSection, startTimer, unlock, welcome } from '../../e2e/harness/juror.ts'
import { emptyTally, type Tally } from '../fault.ts'
import { note } from '../oracle.ts'
import type { Random } from '../random.ts'

/*
 * A juror before the real screen: touches marks, and believes what the screen shows as pressed once it says « Enregistré ».
 */

const SECTION = 'C1'
const INDICATORS = [
  ...new Set(
    (cdcm.blocks[0]?.activities[0]?.competences.find(({ id }) => id === SECTION)?.criteria ?? []).flatMap(({ indicators }) =>
      indicators.map(({ label }) => label),
    ),
  ),
]
const VALUES = ['Observé', 'Partiel', 'Non observé', 'Non évalué'] as const
type Value = (typeof VALUES)[number]

/** Rows of the log besides the touches: presence, identity, the timer's start. */
const OTHER_ROWS = 8
const SAVED_LIMIT_MS = 10_000

/** What the screen last confirmed for each indicator, and the touch nobody saw confirmed. */
export interface Seen {
  confirmed: Map<string, Value>
  inFlight: { indicator: string; value: Value } | null
  touches: number
}

export function nothingSeen(): Seen {
  return { confirmed: new Map(), inFlight: null, touches: 0 }
}

/** From the day's list to the first section, the timer running. */
export async function beginOral(page: Page, time: string): Promise<void> {
  await openOral(page, time)
  await welcome(page)
  await page.getByRole('button', { name: 'Aller à la grille' }).click()
  await startTimer(page)
  await openSection(page, SECTION)
}

/** After the app was opened again: unlocks, and goes back to the oral under way. */
export async function takeUpOral(page: Page): Promise<void> {
  await unlock(page)
  await expectDay(page)
  await page.getByRole('link', { name: /^Reprendre l’oral/ }).click()
  await page.getByRole('timer').waitFor()
  await openSection(page, SECTION)
}

/** One touch of a mark, confirmed by the screen. */
export async function touch(page: Page, seen: Seen, random: Random): Promise<void> {
  const indicator = random.pick(INDICATORS)
  const value = random.pick(VALUES.filter((one) => one !== seen.confirmed.get(indicator)))
  seen.inFlight = { indicator, value }
  seen.touches += 1
  const button = mark(page, indicator, value)
  await button.click()
  await page.waitForFunction((element) => element?.getAttribute('aria-pressed') === 'true', await button.elementHandle(), {
    timeout: SAVED_LIMIT_MS,
  })
  await expectSaved(page)
  seen.confirmed.set(indicator, value)
  seen.inFlight = null
}

/** Compares the screen with what was seen, and takes what it shows as seen from now on. */
export async function compareScreen(page: Page, seen: Seen): Promise<Tally> {
  const tally = { ...emptyTally(), acknowledged: seen.confirmed.size }
  for (const indicator of INDICATORS) {
    const shown = await pressed(page, indicator)
    const wanted = seen.confirmed.get(indicator) ?? null
    const isInFlight = seen.inFlight?.indicator === indicator && seen.inFlight.value === shown
    if (shown !== wanted && !isInFlight) {
      note(tally, shown === null ? 'lost' : 'misread', `« ${indicator} » was ${wanted ?? 'empty'} and is ${shown ?? 'empty'}`)
    }
    if (shown === null) seen.confirmed.delete(indicator)
    else seen.confirmed.set(indicator, shown)
  }
  seen.inFlight = null
  const rows = await countEntryRows(page)
  if (rows > seen.touches + OTHER_ROWS) note(tally, 'duplicated', `${rows} rows for ${seen.touches} touches`)
  return tally
}

async function pressed(page: Page, indicator: string): Promise<Value | null> {
  const shown = await page.getByRole('group', { name: indicator, exact: true }).locator('button[aria-pressed="true"]').allTextContents()
  const values = VALUES.filter((value) => shown.includes(value))
  if (values.length !== shown.length) throw new Error(`« ${indicator} » shows ${shown.join(', ')}`)
  return values[0] ?? null
}

/** Rows of the log as they lie on the disk: unreadable from here, but countable. */
function countEntryRows(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('carnet-de-jury')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('entries').objectStore('entries').count()
          counting.onerror = () => reject(counting.error)
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )
}
