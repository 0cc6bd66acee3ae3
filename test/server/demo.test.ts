import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { routePath } from '#contract/routes.ts'
import { supportConformity } from '#domain/conformity.ts'
import { demoDay } from '#server/demo/demo-day.ts'
import { demoLinks, loadDemo } from '#server/demo/load-demo.ts'
import { readRange } from '#server/http/support-file.ts'
import { findSession } from '#server/storage/sessions.ts'
import { aVisitor, type TestServer } from '../builders/a-server.ts'
import { anEnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { expectReadablePdf } from '../builders/expect-readable-pdf.ts'
import { onBothEngines } from './engines.ts'

const MORNING = () => new Date('2026-06-15T06:00:00Z')

describe('the demonstration', () => {
  it('is today’s, in Paris time, summer and winter', () => {
    expect(demoDay(new Date('2026-06-15T22:30:00Z'))).toEqual({ date: '2026-06-16', offset: '+02:00' })
    expect(demoDay(new Date('2026-12-15T22:30:00Z'))).toEqual({ date: '2026-12-15', offset: '+01:00' })
  })
})

onBothEngines((newServer) => {
  let server: TestServer
  let sessionId: string
  // To make its supports is most of the work, and nothing here changes it.
  beforeAll(async () => {
    server = await newServer({ now: MORNING })
    sessionId = await loadDemo(server.running().context)
  })

  it('fills each panel’s day with nine orals of every kind, and passes every candidate in every part', async () => {
    const session = (await findSession(server.running().context.storage.db, sessionId))?.session
    if (!session) throw new Error('no demonstration')
    expect(session.candidates).toHaveLength(12)
    expect(session.panels.map((panel) => panel.jurorIds.length)).toEqual([3, 3])
    for (const { id } of session.panels) {
      const today = session.orals.filter((oral) => oral.panelId === id && oral.startsAt.startsWith('2026-06-15'))
      expect(today).toHaveLength(9)
      expect(today[0]?.startsAt).toBe('2026-06-15T08:30:00+02:00')
      expect(new Set(today.map((oral) => oral.gridId))).toEqual(new Set(['cdcm-b1', 'cdcm-b2', 'cdcm-b3', 'cdcm-final']))
    }
    const parts = new Set(session.orals.map((oral) => `${oral.candidateId} ${oral.gridId}`))
    expect(parts.size).toBe(48)
    expect(session.candidates.filter((candidate) => candidate.accommodations.length > 0)).toHaveLength(1)
    expect(session.orals.every((oral) => (oral.gridId === 'cdcm-b2') === (oral.scenario !== null))).toBe(true)
  })

  it('gives jurors real PDFs of the pages it says, whole or by ranges, of their own panel only', async () => {
    const links = await demoLinks(server.running().context, sessionId)
    expect(links).toHaveLength(6)
    const device = await anEnrolledDevice(server.origin, links[0]?.link ?? '')
    expect(device.package.session.supports.map((support) => support.id)).toEqual(['support-1', 'support-2', 'support-3', 'support-4'])

    const ask = async (supportId: string, headers: Record<string, string> = {}) => {
      const path = routePath('deviceSupport', { supportId })
      return aVisitor(server).get(
        'deviceSupport',
        { supportId },
        { authorization: await device.authorization('GET', path, MORNING()), ...headers },
      )
    }
    for (const support of device.package.session.supports) {
      const whole = await ask(support.id)
      expect(whole.headers.get('content-type')).toBe('application/pdf')
      const bytes = new Uint8Array(await whole.arrayBuffer())
      expect(bytes.length).toBe(support.bytes)
      expect((await expectReadablePdf(bytes)).outline).toMatch(
        /^H1 Plan marketing omnicanal\n(P .*\n)+H2 Sommaire\nTable\nTR TH L’entreprise et son histoire \| TD 3\n/,
      )
      const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
      expect(pdf.numPages).toBe(support.pages)
      const { items } = await (await pdf.getPage(3)).getTextContent({ disableNormalization: true })
      const words = items.map((item) => ('str' in item ? item.str : '')).join('')
      expect(words, 'figures in thousands').toMatch(/\d\s\d{3}\sk€/)
      expect(words, 'spaces the font lacks').not.toContain('\u202f')
    }
    const [first] = device.package.session.supports
    const part = await ask('support-1', { range: 'bytes=5-14' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 5-14/${first?.bytes}`)
    expect((await part.arrayBuffer()).byteLength).toBe(10)
    expect((await ask('support-1', { range: 'bytes=99999999-' })).status).toBe(416)
    const otherFile = await ask('support-1', { range: 'bytes=5-14', 'if-range': '"autre"' })
    expect(otherFile.status).toBe(200)
    await expectProblem(await ask('support-7'), 404, 'not-found')
  })

  it('shows one support over its pages and one too late, and is loaded once a day', async () => {
    const { context } = server.running()
    expect(await loadDemo(context)).toBe(sessionId)
    const device = await anEnrolledDevice(server.origin, (await demoLinks(context, sessionId))[0]?.link ?? '')
    const grid = device.package.grids.find((one) => one.grid.id === 'cdcm-b1')?.grid
    const verdicts = device.package.session.supports.map((support) => {
      const oral = device.package.session.orals.find((one) => one.supportId === support.id)
      if (!grid || !oral) throw new Error('a support without its oral')
      const { pagesConform, deadlineConform } = supportConformity(support, grid, oral.startsAt)
      return { pages: support.pages, pagesConform, deadlineConform }
    })
    expect(verdicts).toEqual([
      { pages: 30, pagesConform: true, deadlineConform: true },
      { pages: 36, pagesConform: true, deadlineConform: true },
      { pages: 34, pagesConform: false, deadlineConform: true },
      { pages: 33, pagesConform: true, deadlineConform: false },
    ])
  })
})

describe('byte ranges', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=50-500', { start: 50, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-5', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['lines=0-1', 'whole'],
    ['bytes=-', 'whole'],
  ])('reads %s of a hundred bytes', (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected)
  })
})
