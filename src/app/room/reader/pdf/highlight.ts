import type { SearchHit } from '../search-text.ts'
import { runsOf } from './page-text.ts'
import type { TextLayer } from './pdf-document.ts'

/** Names used by page-canvas.module.css. */
const FOUND = 'cdj-found'
const CURRENT = 'cdj-found-current'

/** True where the browser can colour a passage without touching the document (CSS Custom Highlight API). */
function canHighlight(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS
}

/** Colours the passages found on a page. Returns how to take the colour off. Does nothing in a browser that cannot. */
export function showPassages(layer: TextLayer, hits: readonly SearchHit[], currentHit: SearchHit | null): () => void {
  if (!canHighlight()) return () => undefined
  CSS.highlights.set(FOUND, new Highlight(...hits.flatMap((hit) => rangesOf(layer, hit))))
  CSS.highlights.set(CURRENT, new Highlight(...(currentHit ? rangesOf(layer, currentHit) : [])))
  return () => {
    CSS.highlights.delete(FOUND)
    CSS.highlights.delete(CURRENT)
  }
}

/** The element that holds the start of a passage, to bring it into view. */
export function elementOf(layer: TextLayer, hit: SearchHit): HTMLElement | null {
  const first = runsOf(layer.pageText, hit.start, hit.end)[0]
  return first ? (layer.elements[first.run] ?? null) : null
}

function rangesOf(layer: TextLayer, hit: SearchHit): Range[] {
  return runsOf(layer.pageText, hit.start, hit.end).flatMap(({ run, from, to }) => {
    const node = layer.elements[run]?.firstChild
    if (!(node instanceof Text)) return []
    const range = new Range()
    range.setStart(node, Math.min(from, node.length))
    // A run's text ends before the line break that the page's text adds.
    range.setEnd(node, Math.min(to, node.length))
    return [range]
  })
}
