import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/app/shared/tokens.css', 'utf8')

/** The colours of a theme, by name. */
function coloursOf(theme: 'light' | 'dark'): Map<string, string> {
  const block = css.slice(css.indexOf(`[data-mantine-color-scheme="${theme}"] {`))
  const pairs = block.slice(0, block.indexOf('}')).matchAll(/--cdj-([a-z-]+): (#[0-9a-f]{6})/g)
  return new Map([...pairs].map(([, name = '', colour = '']) => [name, colour]))
}

/** WCAG 2.2's contrast ratio of two `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colours = coloursOf(theme)
  const of = (name: string) => colours.get(name) ?? ''
  it.each(['paper', 'surface'])('draws the edge of what is written in, ticked or switched at 3:1 on %s', (ground) => {
    expect(contrast(of('line-strong'), of(ground))).toBeGreaterThanOrEqual(3)
  })

  it.each(['ink', 'ink-soft', 'accent', 'delivered', 'device', 'danger', 'neutral'])('writes in %s at 4.5:1', (ink) => {
    for (const ground of ['paper', 'surface']) expect(contrast(of(ink), of(ground)), ground).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['accent', 'delivered', 'device', 'danger', 'neutral'])('writes %s on its own soft ground at 4.5:1', (meaning) => {
    expect(contrast(of(meaning), of(`${meaning}-soft`))).toBeGreaterThanOrEqual(4.5)
  })
})
