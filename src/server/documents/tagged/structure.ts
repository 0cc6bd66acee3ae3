import type { LaidOutNode, PdfDocument, StructureElement } from './pdfmake-parts.ts'

/** Writes a drawn document's structure, in the order of its content. Throws a RangeError on content that has no tag here. */
export function addStructure(pdf: PdfDocument, content: LaidOutNode): void {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  addNode(pdf, root, content)
}

function addNode(pdf: PdfDocument, parent: StructureElement, node: LaidOutNode): void {
  const { stack, columns, section, ul, table } = node
  if (node.marks) addMarks(pdf, parent, node)
  else if (section) addNode(pdf, child(pdf, parent, 'Sect'), section)
  else if (ul) addList(pdf, parent, ul)
  else if (table) addTable(pdf, parent, table)
  else if (stack ?? columns) for (const one of stack ?? columns ?? []) addNode(pdf, parent, one)
  else if (!node.canvas) throw new RangeError(`no tag for content with ${Object.keys(node).join(', ')}`)
}

interface Details {
  alt?: string | undefined
  /** What the element says of itself, `O` being whose words these are. */
  attributes?: { O: 'Layout' | 'Table'; [name: string]: unknown } | undefined
}

function child(pdf: PdfDocument, parent: StructureElement, role: string, { alt, attributes }: Details = {}): StructureElement {
  const element = pdf.struct(role, alt === undefined ? {} : { alt })
  if (attributes) element.dictionary.data['A'] = attributes
  parent.add(element)
  return element
}

function addMarks(pdf: PdfDocument, parent: StructureElement, { marks = [], alt }: LaidOutNode): void {
  let element: StructureElement | null = null
  for (const { role, content, bbox, endsParagraph } of marks) {
    if (!content) continue
    const attributes = bbox ? { O: 'Layout' as const, Placement: 'Block', BBox: [...bbox] } : undefined
    element ??= child(pdf, parent, role, { alt, attributes })
    element.add(content)
    if (endsParagraph && role === 'P') element = null
  }
}

/** Its dots are drawn, not written: items have no label. */
function addList(pdf: PdfDocument, parent: StructureElement, items: readonly LaidOutNode[]): void {
  const list = child(pdf, parent, 'L')
  for (const item of items) addNode(pdf, child(pdf, child(pdf, list, 'LI'), 'LBody'), item)
}

/** A table without heads is there for its rules or its columns: its cells are read one after the other. */
function addTable(
  pdf: PdfDocument,
  parent: StructureElement,
  { body, headerRows = 0, headerColumns = 0 }: NonNullable<LaidOutNode['table']>,
): void {
  const isTable = headerRows + headerColumns > 0
  const table = isTable ? child(pdf, parent, 'Table') : parent
  for (const [place, cells] of body.entries()) {
    const row = isTable ? child(pdf, table, 'TR') : parent
    for (const [column, cell] of cells.entries()) {
      if (cell._span) continue
      const scope = place < headerRows ? 'Column' : column < headerColumns ? 'Row' : null
      addNode(pdf, isTable ? child(pdf, row, scope ? 'TH' : 'TD', { attributes: cellAttributes(cell, scope) }) : parent, cell)
    }
  }
}

function cellAttributes({ colSpan = 1, rowSpan = 1 }: LaidOutNode, scope: string | null): Details['attributes'] {
  if (!scope && colSpan === 1 && rowSpan === 1) return undefined
  return {
    O: 'Table',
    ...(scope ? { Scope: scope } : {}),
    ...(colSpan > 1 ? { ColSpan: colSpan } : {}),
    ...(rowSpan > 1 ? { RowSpan: rowSpan } : {}),
  }
}
