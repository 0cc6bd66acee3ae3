import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canvasScale, clampPage, cssScale, factorOf, pagesToPaint, steppedZoom } from '#app/room/reader/pdf/page-scale.ts'

const A4 = { width: 595, height: 842 }

describe('how large a page is painted', () => {
  it('fills the width, or shows the whole page', () => {
    const box = { width: 1190, height: 842 }
    expect(cssScale({ kind: 'fitWidth' }, A4, box)).toBe(2)
    expect(cssScale({ kind: 'fitPage' }, A4, box)).toBe(1)
  })

  it('shows true size at 100 %, 96 CSS pixels an inch', () => {
    expect(cssScale({ kind: 'factor', factor: 1 }, { width: 72, height: 72 }, { width: 10, height: 10 }) * 72).toBeCloseTo(96)
  })

  it('never paints sharper than twice, nor a canvas of more than 8 million pixels', () => {
    expect(canvasScale(1, A4, 3)).toBe(2)
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.integer({ min: 50, max: 5_000 }),
        fc.integer({ min: 50, max: 5_000 }),
        fc.double({ min: 0.5, max: 5, noNaN: true }),
        (scale, width, height, ratio) => {
          const painted = canvasScale(scale, { width, height }, ratio)
          expect(painted * width * (painted * height)).toBeLessThanOrEqual(8_000_000.01)
        },
      ),
    )
  })

  it('steps from any size to the next round one, and stops at the ends', () => {
    expect(steppedZoom(0.78, 1)).toEqual({ kind: 'factor', factor: 1 })
    expect(steppedZoom(0.78, -1)).toEqual({ kind: 'factor', factor: 0.75 })
    expect(steppedZoom(1, 1)).toEqual({ kind: 'factor', factor: 1.25 })
    expect(steppedZoom(4, 1)).toBeNull()
    expect(steppedZoom(factorOf(0.1), -1)).toBeNull()
  })

  it('paints the page in view, then the one the reader heads for, and only pages that exist', () => {
    expect(pagesToPaint(5, 30, 1)).toEqual([5, 6, 4])
    expect(pagesToPaint(5, 30, -1)).toEqual([5, 4, 6])
    expect(pagesToPaint(1, 30, 1)).toEqual([1, 2])
    expect(pagesToPaint(30, 30, 1)).toEqual([30, 29])
    expect(pagesToPaint(1, 1, 1)).toEqual([1])
  })

  it('goes to the nearest page that exists', () => {
    expect([clampPage(0, 30), clampPage(31, 30), clampPage(12, 30)]).toEqual([1, 30, 12])
  })
})
