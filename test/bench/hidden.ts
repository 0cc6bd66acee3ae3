import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { CHROMIUM_FLAGS, findChromium } from '../../.ci/chromium.mjs'
import { expectDay, fillEnrolment, openOral, readTick, startTimer, welcome } from '../e2e/harness/juror.ts'
import { startServer, waitFor } from '../e2e/harness/server.ts'
import { type Measure, measure } from './bench.ts'

const HIDDEN_MS = 20 * 60_000
const ALLOTTED_MS = 30 * 60_000
const DEVTOOLS_PORT = 4_891
const START_LIMIT_MS = 30_000

declare global {
  interface Window {
    benchTicks: number
    benchWasHidden: boolean
  }
}

/**
 * How far the timer is from the truth after twenty real minutes in a hidden tab, beside a timer that counts its ticks. Playwright keeps every
 * page it holds visible: it lets this one go meanwhile.
 */
export async function hidden(): Promise<Measure[]> {
  const server = await startServer({ demo: true })
  const profile = await mkdtemp(join(tmpdir(), 'carnet-hidden-'))
  const browser = await launch(profile)
  try {
    const link = (await server.printed(/Hélène Aubry \(Jury A\)[\s\S]*?(http\S+#\S+)/))[1] ?? ''
    const before = await connect()
    const page = await pageOf(before).context().newPage()
    await page.goto(link)
    await fillEnrolment(page)
    await expectDay(page)
    await openOral(page, '08:30')
    await welcome(page)
    const startedAtMs = await startTimer(page)
    await countTicks(page)
    await before.close()

    await ask('new?about:blank', 'PUT')
    await new Promise((resolve) => setTimeout(resolve, HIDDEN_MS))
    const tabs = (await ask('list', 'GET')) as { id: string; url: string }[]
    const tab = tabs.find(({ url }) => url.startsWith(server.origin))
    await fetch(devtools(`activate/${tab?.id}`))

    const after = await connect()
    const again = pageOf(after, server.origin)
    const { shownMs, atMs } = await readTick(again)
    const { ticks, wasHidden } = await again.evaluate(() => ({ ticks: window.benchTicks, wasHidden: window.benchWasHidden }))
    await after.close()
    if (!wasHidden) throw new Error('the tab was never hidden')
    const elapsedMs = atMs - startedAtMs
    const ours = Math.abs(ALLOTTED_MS - shownMs - elapsedMs)
    return [measure('off after 20 min in a hidden tab', 'ms', ours, Math.abs(elapsedMs - ticks * 1_000), 'a timer that counts its ticks')]
  } finally {
    browser.kill('SIGKILL')
    await server.dispose()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

async function launch(profile: string): Promise<ChildProcess> {
  const path = await findChromium()
  if (path === null) throw new Error('Chromium is missing: run npm test, or set CHROMIUM_PATH')
  const flags = [
    ...CHROMIUM_FLAGS,
    '--headless=new',
    `--remote-debugging-port=${DEVTOOLS_PORT}`,
    `--user-data-dir=${profile}`,
    '--lang=fr-FR',
  ]
  return spawn(path, [...flags, 'about:blank'], { stdio: 'ignore', env: { ...process.env, HOME: profile } })
}

async function connect(): Promise<Browser> {
  await waitFor('the browser to answer', START_LIMIT_MS, () =>
    fetch(devtools('version'))
      .then(({ ok }) => ok)
      .catch(() => false),
  )
  return chromium.connectOverCDP(`http://127.0.0.1:${DEVTOOLS_PORT}`)
}

function pageOf(browser: Browser, origin = 'about:blank'): Page {
  const page = browser
    .contexts()[0]
    ?.pages()
    .find((each) => each.url().startsWith(origin))
  if (!page) throw new Error(`no page on ${origin}`)
  return page
}

function devtools(path: string): string {
  return `http://127.0.0.1:${DEVTOOLS_PORT}/json/${path}`
}

async function ask(path: string, method: 'GET' | 'PUT'): Promise<unknown> {
  const answer = await fetch(devtools(path), { method })
  if (!answer.ok) throw new Error(`the browser answered ${answer.status}`)
  return answer.json()
}

async function countTicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.benchTicks = 0
    window.benchWasHidden = false
    setInterval(() => {
      window.benchTicks += 1
    }, 1_000)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') window.benchWasHidden = true
    })
  })
}
