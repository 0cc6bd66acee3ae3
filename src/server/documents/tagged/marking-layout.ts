import type { LaidOutLine, LaidOutNode, LaidOutSvg, LayoutBuilder, Mark } from './pdfmake-parts.ts'

/** A layout in which each line and each picture bears a mark that its node knows; what runs at the head and foot of pages bears none. */
export function markingLayout(Layout: typeof LayoutBuilder): typeof LayoutBuilder {
  return class extends Layout {
    #isRunning = false

    override processLeaf(node: LaidOutNode): void {
      // Content is laid out anew when a page break moves: what an earlier attempt marked is never drawn.
      node.marks = []
      super.processLeaf(node)
    }

    override processSVG(node: LaidOutSvg): void {
      if (!this.#isRunning) {
        node.mark = { role: 'Figure', content: null, bbox: null, endsParagraph: true }
        node.marks = [node.mark]
      }
      super.processSVG(node)
    }

    override buildNextLine(node: LaidOutNode): LaidOutLine | null {
      const line = super.buildNextLine(node)
      // Makes pdfmake note the page of a block kept whole anew once it knows it, so that a title is not thought to be followed by it.
      if (line && node.positions?.length === 0) line._node = node
      if (line && !this.#isRunning && line.inlines.some(({ text }) => text.trim() !== '')) {
        line.mark = { role: roleOf(node), content: null, bbox: null, endsParagraph: line.newLineForced === true }
        node.marks?.push(line.mark)
      }
      return line
    }

    override addHeadersAndFooters(header: unknown, footer: unknown): void {
      const content = [...this.linearNodeList]
      this.#isRunning = true
      super.addHeadersAndFooters(header, footer)
      this.#isRunning = false
      // A title at the foot of a page is not followed by anything on it, though a page number is.
      this.linearNodeList = content
    }
  }
}

/** A document's own title has the style `title`; its titles of sections have pdfmake's `headlineLevel`, from 1. */
function roleOf({ style, headlineLevel }: LaidOutNode): Mark['role'] {
  if (style === 'title') return 'H1'
  if (headlineLevel === undefined) return 'P'
  return headlineLevel === 1 ? 'H2' : 'H3'
}
