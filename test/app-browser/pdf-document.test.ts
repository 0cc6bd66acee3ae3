import { afterEach, describe, expect, it, vi } from 'vitest'
import { openPdf } from '#app/room/reader/pdf/open-pdf.ts'
import { PagePainter, type PageView } from '#app/room/reader/pdf/page-painter.ts'
import type { PdfDocument } from '#app/room/reader/pdf/pdf-document.ts'
import { aPdf } from '#test/builders/a-pdf.ts'

const endings: (() => void | Promise<void>)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function anOpenPdf(pageTexts: readonly string[]): Promise<PdfDocument> {
  const outcome = await openPdf(aPdf(pageTexts))
  if (!outcome.ok) throw new Error(outcome.code)
  endings.push(() => outcome.document.close())
  return outcome.document
}

function aPainter(document: PdfDocument): PagePainter {
  const painter = new PagePainter(document, (cause) => {
    throw cause
  })
  endings.push(() => painter.close())
  return painter
}

function aView(page: number): PageView {
  return { page, zoom: { kind: 'fitWidth' }, box: { width: 595, height: 400 }, devicePixelRatio: 1 }
}

/** Dark pixels in a band of a canvas, from `top` to `bottom` in shares of its height. */
function inkIn(canvas: HTMLCanvasElement, top: number, bottom: number): number {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  const y = Math.floor(canvas.height * top)
  const { data } = context.getImageData(0, y, canvas.width, Math.floor(canvas.height * bottom) - y)
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1
  return dark
}

describe('a real PDF in a real browser', () => {
  it('is painted with our own copy of a font it does not embed', async () => {
    const document = await anOpenPdf(['Plan marketing', 'Budget'])
    const fetched = vi.spyOn(globalThis, 'fetch')
    const canvas = await document.paint(1, 1, new AbortController().signal)
    expect([canvas.width, canvas.height]).toEqual([595, 842])
    expect(inkIn(canvas, 0.12, 0.2)).toBeGreaterThan(500)
    expect(inkIn(canvas, 0.5, 1)).toBe(0)
    expect(fetched.mock.calls.map(([address]) => String(address))).toEqual([expect.stringContaining('LiberationSans-Regular')])
    fetched.mockRestore()
  })

  it('lays its words over the picture, one element a run', async () => {
    const pdf = await anOpenPdf(['Plan marketing'])
    const container = document.createElement('div')
    document.body.append(container)
    endings.push(() => container.remove())
    const layer = await pdf.layText(1, container, 1, new AbortController().signal)
    expect(container.textContent).toBe('Plan marketing')
    expect(layer.elements.map((element) => element.textContent)).toEqual([...layer.runTexts])
  })

  it('says which page is a picture: it has no words', async () => {
    const document = await anOpenPdf(['Plan', ''])
    expect((await document.text(1)).text).toBe('Plan')
    expect((await document.text(2)).text).toBe('')
  })

  it('tells a file that is no PDF', async () => {
    expect(await openPdf(new TextEncoder().encode('bonjour'))).toEqual({ ok: false, code: 'invalid' })
  })
})

describe('painting while pages turn', () => {
  it('has the neighbours ready before they are asked for', async () => {
    const painter = aPainter(await anOpenPdf(['un', 'deux', 'trois', 'quatre']))
    painter.look(aView(2))
    await vi.waitFor(() => expect([1, 2, 3].map((page) => painter.picture(page)?.page)).toEqual([1, 2, 3]))
    expect(painter.picture(4)).toBeNull()
  })

  it('keeps three pictures however far one turns, and gives back the memory of the others', async () => {
    const painter = aPainter(await anOpenPdf(Array.from({ length: 12 }, (_, index) => `page ${index + 1}`)))
    painter.look(aView(1))
    await vi.waitFor(() => expect(painter.picture(2)).not.toBeNull())
    const first = painter.picture(1)
    for (let page = 2; page <= 10; page += 1) painter.look(aView(page))
    await vi.waitFor(() => expect([9, 10, 11].every((page) => painter.picture(page) !== null)).toBe(true))
    const kept = Array.from({ length: 12 }, (_, index) => index + 1).filter((page) => painter.picture(page) !== null)
    expect(kept).toEqual([9, 10, 11])
    expect(first?.canvas.width).toBe(0)
  })

  it('shows the old picture of a page until the new size is painted', async () => {
    const painter = aPainter(await anOpenPdf(['un', 'deux']))
    painter.look(aView(1))
    await vi.waitFor(() => expect(painter.picture(1)?.scale).toBe(1))
    painter.look({ ...aView(1), box: { width: 1190, height: 400 } })
    expect(painter.picture(1)?.scale).toBe(1)
    await vi.waitFor(() => expect(painter.picture(1)?.scale).toBe(2))
  })

  it('paints thumbnails after the pages in view, and forgets those nobody waits for', async () => {
    const painter = aPainter(await anOpenPdf(['un', 'deux', 'trois']))
    const given = new AbortController()
    const gone = new AbortController()
    const kept = painter.thumbnail(3, 100, given.signal)
    const dropped = painter.thumbnail(2, 100, gone.signal)
    gone.abort()
    await expect(dropped).rejects.toThrow('abort')
    painter.look(aView(1))
    const canvas = await kept
    expect(canvas.width).toBe(100)
    expect(painter.picture(1)).not.toBeNull()
  })
})
