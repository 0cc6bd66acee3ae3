/** One run of text as the PDF holds it; `endsLine` when a line break follows. */
export interface TextRun {
  text: string
  endsLine: boolean
}

/** The text of one page, in reading order. */
export interface PageText {
  /** From 1. */
  page: number
  text: string
  /** Where each run starts in `text`, in the PDF's order, so that a passage found can be shown on the page. */
  runStarts: readonly number[]
}

/** Joins a page's runs into one text. */
export function composePageText(page: number, runs: readonly TextRun[]): PageText {
  let text = ''
  const runStarts: number[] = []
  for (const run of runs) {
    runStarts.push(text.length)
    text += run.endsLine ? `${run.text}\n` : run.text
  }
  return { page, text, runStarts }
}

/** A part of one run: characters `from` to `to` of run number `run`. */
export interface RunRange {
  run: number
  from: number
  to: number
}

/** The parts of runs that the passage `start`–`end` of a page's text covers. */
export function runsOf(pageText: PageText, start: number, end: number): RunRange[] {
  const ranges: RunRange[] = []
  pageText.runStarts.forEach((runStart, run) => {
    const runEnd = pageText.runStarts[run + 1] ?? pageText.text.length
    const from = Math.max(start, runStart)
    const to = Math.min(end, runEnd)
    if (from < to) ranges.push({ run, from: from - runStart, to: to - runStart })
  })
  return ranges
}
