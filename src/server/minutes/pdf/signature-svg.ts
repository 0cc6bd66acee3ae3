import type { Strokes } from '#domain/entry.ts'

/** Drawn strokes as an SVG picture: numbers only, so nothing of what was signed can be anything but a line. */
export function signatureSvg({ width, height, strokes }: Strokes): string {
  const paths = strokes.map((points) => {
    const [first, ...rest] = points
    if (!first) return ''
    const line = rest.length === 0 ? `l0.1 0` : rest.map(([x, y]) => `L${number(x)} ${number(y)}`).join('')
    return `<path d="M${number(first[0])} ${number(first[1])}${line}"/>`
  })
  const thickness = number(Math.max(1.5, width / 200))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number(width)} ${number(height)}" width="${number(width)}" height="${number(height)}"><g fill="none" stroke="#1f2a44" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g></svg>`
}

function number(value: number): string {
  return value.toFixed(1)
}
