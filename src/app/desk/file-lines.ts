/** One line of a text, from 1, shortened around `column` so that a minified file stays readable; null when there is no such line. */
export function quoteLine(text: string, line: number | undefined, column = 1, width = 80): string | null {
  if (line === undefined) return null
  const whole = text.split(/\r\n|\n|\r/)[line - 1]
  if (whole === undefined) return null
  if (whole.length <= width) return whole.trim()
  const from = Math.max(0, Math.min(column - 1 - Math.floor(width / 3), whole.length - width))
  const to = from + width
  return `${from > 0 ? '…' : ''}${whole.slice(from, to).trim()}${to < whole.length ? '…' : ''}`
}
