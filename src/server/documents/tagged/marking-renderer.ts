import type { LaidOutLine, LaidOutSvg, Mark, Renderer } from './pdfmake-parts.ts'

/** A renderer that draws what bears a mark as content, once, and all else as an artifact: rules, backgrounds, repeated heads, page numbers. */
export function markingRenderer(Base: typeof Renderer): typeof Renderer {
  return class extends Base {
    override renderLine(line: LaidOutLine, x: number, y: number): void {
      this.#mark(line.mark)
      super.renderLine(line, x, y)
      this.pdfDocument.endMarkedContent()
    }

    override renderSVG(svg: LaidOutSvg): void {
      const { mark, x, y, _width: width, _height: height } = svg
      const foot = this.pdfDocument.page.height
      if (mark && !mark.content) mark.bbox = [x, foot - y - height, x + width, foot - y]
      this.#mark(mark)
      super.renderSVG(svg)
      this.pdfDocument.endMarkedContent()
    }

    override renderVector(vector: object): void {
      this.pdfDocument.markContent('Artifact', { type: 'Layout' })
      super.renderVector(vector)
      this.pdfDocument.endMarkedContent()
    }

    #mark(mark: Mark | undefined): void {
      if (mark && !mark.content) mark.content = this.pdfDocument.markStructureContent(mark.role)
      else this.pdfDocument.markContent('Artifact', { type: 'Pagination' })
    }
  }
}
