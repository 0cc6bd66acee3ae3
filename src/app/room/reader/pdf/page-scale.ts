/** A page's size in PDF points (1/72 inch). */
export interface PageSize {
  width: number
  height: number
}

/** How large a page is shown: filling the width, whole, or at a factor of its true size (1 = 100 %). */
export type Zoom = { kind: 'fitWidth' } | { kind: 'fitPage' } | { kind: 'factor'; factor: number }

/** The room a page has on the screen, in CSS pixels. */
export interface ViewBox {
  width: number
  height: number
}

/** CSS pixels in a PDF point at 100 %. */
const CSS_PIXELS_PER_POINT = 96 / 72
/** A sharper canvas than this costs memory and time that the eye does not repay. */
const MAX_PIXEL_RATIO = 2
/** 32 MB at four bytes a pixel, well under the 16.7 million pixels iOS allows a canvas. */
const MAX_CANVAS_PIXELS = 8_000_000
const FACTORS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4]

/** CSS pixels per PDF point for a page in a box. */
export function cssScale(zoom: Zoom, size: PageSize, box: ViewBox): number {
  const widthScale = box.width / size.width
  if (zoom.kind === 'fitWidth') return widthScale
  if (zoom.kind === 'fitPage') return Math.min(widthScale, box.height / size.height)
  return zoom.factor * CSS_PIXELS_PER_POINT
}

/** Canvas pixels per PDF point: the screen's sharpness, capped. */
export function canvasScale(scale: number, size: PageSize, devicePixelRatio: number): number {
  const wanted = scale * Math.min(Math.max(devicePixelRatio, 1), MAX_PIXEL_RATIO)
  const largest = Math.sqrt(MAX_CANVAS_PIXELS / (size.width * size.height))
  return Math.min(wanted, largest)
}

/** The factor of true size a scale stands for. */
export function factorOf(scale: number): number {
  return scale / CSS_PIXELS_PER_POINT
}

/** The next step up or down from the factor shown now, or null at either end. */
export function steppedZoom(factor: number, direction: 1 | -1): Zoom | null {
  const margin = 0.01
  const next =
    direction === 1 ? FACTORS.find((step) => step > factor + margin) : [...FACTORS].reverse().find((step) => step < factor - margin)
  return next === undefined ? null : { kind: 'factor', factor: next }
}

/** The page in view and its neighbours, in the order they are painted: first where the reader is heading (1 forward, -1 back). */
export function pagesToPaint(page: number, pageCount: number, heading: 1 | -1): number[] {
  return [page, page + heading, page - heading].filter((candidate) => candidate >= 1 && candidate <= pageCount)
}

/** The nearest page that exists. */
export function clampPage(page: number, pageCount: number): number {
  return Math.min(Math.max(Math.round(page), 1), Math.max(pageCount, 1))
}
