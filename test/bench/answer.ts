import type { Locator, Page } from 'playwright'
import { cdcm } from '#frameworks/cdcm.ts'
import { launchDevice } from '../e2e/harness/browser.ts'
import { expectDay, fillEnrolment, mark, openOral, openSection, startTimer, welcome } from '../e2e/harness/juror.ts'
import { startServer } from '../e2e/harness/server.ts'
import { type Measure, measure, quantile } from './bench.ts'

/** About a cheap tablet's processor. */
const CPU_THROTTLE = 4
const SECTIONS = ['C1', 'C2', 'C3'] as const
const VALUES = ['Observé', 'Partiel', 'Non observé'] as const

interface Answer {
  /** From the touch to the end of the frame that shows it pressed. */
  ms: number
  /** 1: the next frame. */
  frames: number
}

/** From a touch on a mark of block 1 to the frame that shows it, on the real screen while the timer runs, beside a bare button of the same page. */
export async function answer(): Promise<Measure[]> {
  const server = await startServer({ demo: true })
  const device = await launchDevice({ wholeBrowser: true })
  try {
    const link = (await server.printed(/Hélène Aubry \(Jury A\)[\s\S]*?(http\S+#\S+)/))[1] ?? ''
    const page = await device.open(link)
    await fillEnrolment(page)
    await expectDay(page)
    await openOral(page, '08:30')
    await welcome(page)
    await startTimer(page)
    const devtools = await device.context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_THROTTLE })
    await addBareButton(page)
    const ours: Answer[] = []
    const baseline: Answer[] = []
    for (const id of SECTIONS) {
      await openSection(page, id)
      for (const value of VALUES) {
        for (const label of labelsOf(id)) {
          ours.push(await touch(mark(page, label, value)))
          baseline.push(await touch(page.getByRole('button', { name: 'bare' })))
        }
      }
    }
    const baselineName = `a bare button, CPU ÷ ${CPU_THROTTLE}`
    const of = (answers: readonly Answer[], what: keyof Answer, share: number) =>
      quantile(
        answers.map((each) => each[what]),
        share,
      )
    return [
      measure('answer p50', 'ms', of(ours, 'ms', 0.5), of(baseline, 'ms', 0.5), baselineName),
      measure('answer p99', 'ms', of(ours, 'ms', 0.99), of(baseline, 'ms', 0.99), baselineName),
      measure('answer, the frame that shows it, p99', 'frames', of(ours, 'frames', 0.99), of(baseline, 'frames', 0.99), baselineName),
    ]
  } finally {
    await device.dispose()
    await server.dispose()
  }
}

function labelsOf(competenceId: string): string[] {
  const competences = cdcm.blocks[0]?.activities.flatMap((activity) => activity.competences) ?? []
  return competences.find(({ id }) => id === competenceId)?.criteria.flatMap(({ indicators }) => indicators.map(({ label }) => label)) ?? []
}

async function addBareButton(page: Page): Promise<void> {
  await page.evaluate(() => {
    const button = document.createElement('button')
    button.textContent = 'bare'
    button.style.cssText = 'position:fixed;bottom:0;right:0;z-index:9999'
    button.addEventListener('click', () => button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true')))
    document.body.append(button)
  })
}

async function touch(button: Locator): Promise<Answer> {
  const answered = button.evaluate(
    (element) =>
      new Promise<Answer>((resolve) => {
        const before = element.getAttribute('aria-pressed')
        const follow = (touchedMs: number, frames: number): void => {
          requestAnimationFrame(() => {
            if (element.getAttribute('aria-pressed') === before) return follow(touchedMs, frames + 1)
            // A message comes after the frame was drawn.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve({ ms: performance.now() - touchedMs, frames })
            port2.postMessage(null)
          })
        }
        element.addEventListener('click', (event) => follow(event.timeStamp, 1), { capture: true, once: true })
      }),
  )
  await button.click()
  return answered
}
