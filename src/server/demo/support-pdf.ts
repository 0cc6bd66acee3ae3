import type { Content } from 'pdfmake/interfaces.js'
import { makePdf, type PdfDefinition, printable } from '../documents/pdf-maker.ts'
import type { DemoCompany } from './companies.ts'
import { annexes, marketingPlan, type PlanPage } from './marketing-plan.ts'

/** A made support: its bytes, and where its annexes begin (from 1). */
export interface MadeSupport {
  bytes: Buffer
  pages: number
  annexStartPage: number | null
}

const INK = '#1f2a44'
const PALE = '#d9e2f2'
/** A fixed date, so that the same support always has the same bytes. */
const CREATED = new Date('2026-01-05T08:00:00Z')

/** Makes a candidate's written support: cover, contents, 28 pages of plan, then extra pages (of plan) and annexes. Same input, same bytes. */
export async function makeSupport(request: {
  company: DemoCompany
  author: string
  extraPages: number
  annexPages: number
}): Promise<MadeSupport> {
  const { company, author, extraPages, annexPages } = request
  const appended = annexes(company, extraPages + annexPages)
  const plan = [...marketingPlan(company), ...appended.slice(0, extraPages).map((page) => ({ ...page, chapter: '5. Compléments' }))]
  const pages = [...plan, ...appended.slice(extraPages)]
  const bytes = await makePdf(documentOf(company, author, pages))
  return { bytes, pages: pages.length + 2, annexStartPage: annexPages > 0 ? plan.length + 3 : null }
}

function documentOf(company: DemoCompany, author: string, pages: readonly PlanPage[]): PdfDefinition {
  return {
    info: { title: `Plan marketing omnicanal : ${company.name}`, author, creationDate: CREATED },
    pageMargins: [56, 72, 56, 64],
    defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.35, color: '#222222' },
    styles: {
      chapter: { fontSize: 9, color: INK, bold: true },
      heading: { fontSize: 19, color: INK, bold: true, margin: [0, 4, 0, 16] },
      paragraph: { margin: [0, 0, 0, 10] },
      head: { bold: true, color: INK, fillColor: PALE },
    },
    header: (page: number) =>
      page === 1 ? '' : { text: company.name, alignment: 'right', fontSize: 8.5, color: INK, margin: [56, 32, 56, 0] },
    footer: (page: number) => (page === 1 ? '' : { text: String(page), alignment: 'center', fontSize: 9, margin: [0, 20, 0, 0] }),
    content: [cover(company, author), contents(pages), ...pages.map(pageContent)],
  }
}

function cover(company: DemoCompany, author: string): Content {
  return {
    stack: [
      { text: 'Plan marketing omnicanal', style: 'title', fontSize: 34, bold: true, color: INK, margin: [0, 190, 0, 8] },
      { text: company.name, fontSize: 22, margin: [0, 0, 0, 4] },
      { text: `${company.trade}, ${company.city}`, fontSize: 13, margin: [0, 0, 0, 150] },
      { text: author, fontSize: 13, bold: true },
      { text: 'Chargé·e de développement commercial et marketing, bloc 1' },
      { text: 'Document de démonstration : personne et entreprise inventées', italics: true, margin: [0, 12, 0, 0] },
    ],
  }
}

function contents(pages: readonly PlanPage[]): Content {
  return {
    pageBreak: 'before',
    stack: [
      { text: 'Sommaire', style: 'heading', headlineLevel: 1 },
      {
        layout: 'noBorders',
        table: {
          headerColumns: 1,
          widths: ['*', 'auto'],
          body: pages.map((page, index) => [
            { text: page.title, fontSize: 9.5, lineHeight: 1.05 },
            { text: String(index + 3), fontSize: 9.5, lineHeight: 1.05 },
          ]),
        },
      },
    ],
  }
}

function pageContent(page: PlanPage): Content {
  return {
    pageBreak: 'before',
    stack: [
      { text: page.chapter, style: 'chapter' },
      { text: page.title, style: 'heading', headlineLevel: 1 },
      ...page.paragraphs.map((text) => ({ text, style: 'paragraph' })),
      ...(page.bullets ? [{ ul: page.bullets, margin: [0, 4, 0, 14] as [number, number, number, number] }] : []),
      ...(page.table ? [tableContent(page.table)] : []),
      ...(page.bars ? [barsContent(page.bars)] : []),
    ],
  }
}

function tableContent({ head, rows }: NonNullable<PlanPage['table']>): Content {
  return {
    layout: 'lightHorizontalLines',
    margin: [0, 8, 0, 12],
    table: {
      headerRows: 1,
      widths: head.map((_, index) => (index === 0 ? 'auto' : '*')),
      body: [
        head.map((text) => ({ text, style: 'head' })),
        ...rows.map((row) => row.map((text) => ({ text, margin: [0, 3, 0, 3] as [number, number, number, number] }))),
      ],
    },
  }
}

const BAR_WIDTH = 300

function barsContent(bars: NonNullable<PlanPage['bars']>): Content {
  const largest = Math.max(...bars.map((bar) => bar.value))
  return {
    margin: [0, 12, 0, 0],
    stack: bars.map(({ label, value, unit }) => ({
      columns: [
        { width: 110, text: label },
        { width: BAR_WIDTH, canvas: [{ type: 'rect', x: 0, y: 2, w: (BAR_WIDTH * value) / largest, h: 12, color: INK }] },
        { width: '*', text: printable(` ${value.toLocaleString('fr-FR')} ${unit}`) },
      ],
      margin: [0, 0, 0, 8],
    })),
  }
}
