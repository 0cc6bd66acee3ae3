import type { Content } from 'pdfmake/interfaces.js'
import { describe, expect, it } from 'vitest'
import { makePdf } from '#server/documents/pdf-maker.ts'
import { facts, grid, heading, paragraph, subheading } from '#server/minutes/pdf/parts.ts'
import { readPdfText } from '../../builders/a-pdf-reading.ts'
import { expectReadablePdf } from '../../builders/expect-readable-pdf.ts'

async function made(content: Content[]): Promise<Buffer> {
  return makePdf({
    info: { title: 'Titre' },
    pageMargins: [50, 50, 50, 50],
    defaultStyle: { font: 'Roboto', fontSize: 10 },
    styles: { title: { fontSize: 20 } },
    header: (page) => `En-tête ${page}`,
    footer: () => ({ columns: ['Pied', { svg: SQUARE, alt: 'Carré' }] }),
    content: [{ text: 'Titre', style: 'title' }, ...content],
  })
}

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><path d="M0 0L9 9" stroke="black"/></svg>'

describe('a PDF made here', () => {
  it('tells its titles, paragraphs and lists in order, and sets aside what runs at the head and foot of its pages', async () => {
    const { outline, artifacts } = await expectReadablePdf(
      await made([
        heading('Section'),
        paragraph(`Une phrase assez longue pour aller à la ligne ${'encore et '.repeat(20)}toujours.`),
        paragraph('Première ligne.\nDeuxième ligne.'),
        subheading('Sous-titre'),
        { text: ['Avis : ', { text: 'favorable', bold: true }] },
        { ul: ['Un', { stack: ['Deux', 'et demi'] }] },
        { columns: [{ stack: ['À gauche', 'plus bas'] }, 'À droite'] },
      ]),
    )
    expect(outline).toBe(`H1 Titre
H2 Section
P Une phrase assez longue pour aller à la ligne ${'encore et '.repeat(20)}toujours.
P Première ligne.
P Deuxième ligne.
H3 Sous-titre
P Avis : favorable
L
LI Un
LI Deux / et demi
P À gauche
P plus bas
P À droite`)
    expect(artifacts).toEqual(['En-tête 1', 'Pied'])
  })

  it.each<[string, number, Content[]]>([
    ['a paragraph', 690, [paragraph('Suite')]],
    ['a block kept whole', 690, [{ unbreakable: true, stack: ['Suite', 'et fin'] }]],
    ['a table', 690, [grid(['*'], ['Suite'], [['et fin']])]],
    ['another title', 680, [subheading('Suite'), 'et fin']],
  ])(
    'leaves no title at the foot of a page before %s that goes to the next, and tells it once though it was laid out twice',
    async (_, room, next) => {
      const pdf = await made([{ text: 'Avant', margin: [0, 0, 0, room] }, heading('Section'), ...next])
      expect((await expectReadablePdf(pdf)).outline).toMatch(/^H1 Titre\nP Avant\nH2 Section\n(Table\n)?(P|TR TH|H3) Suite/)
      expect((await readPdfText(new Uint8Array(pdf))).text).toMatch(/Avant En-tête 1 Pied ?Section Suite/)
    },
  )

  it('tells a table once, head and all, however many pages it goes over', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [`Nom ${index}`, `Valeur ${index}`])
    const pdf = await made([grid(['*', '*'], ['Nom', 'Valeur'], rows), heading('Après')])
    const { outline, artifacts } = await expectReadablePdf(pdf)
    const told = ['Table', 'TR TH Nom | TH Valeur', ...rows.map(([name, value]) => `TR TD ${name} | TD ${value}`)]
    expect(outline.split('\n').filter((line, index) => line !== 'Table' || index === 1)).toEqual(['H1 Titre', ...told, 'H2 Après'])
    expect(artifacts.filter((words) => words === 'Nom').length).toBe(outline.split('\nTable').length - 2)
    expect(pdf.toString('latin1').match(/\/Scope \/Column/g)).toHaveLength(2)
  })

  it('says which cells are heads of rows, and how far a cell spreads; a table without heads is read cell after cell', async () => {
    const wide = {
      table: {
        headerRows: 1,
        body: [
          [{ text: 'Large', colSpan: 2 }, ''],
          ['a', 'b'],
        ],
      },
    }
    const pdf = await made([facts([['Jury', 'Jury A']]), wide, { table: { body: [['Gauche', 'Droite']] } }])
    const { outline } = await expectReadablePdf(pdf)
    expect(outline).toBe('H1 Titre\nTable\nTR TH Jury | TD Jury A\nTable\nTR TH Large\nTR TD a | TD b\nP Gauche\nP Droite')
    expect(pdf.toString('latin1')).toMatch(/\/Scope \/Row/)
    expect(pdf.toString('latin1')).toMatch(/\/ColSpan 2/)
  })

  it('says what its pictures are and where, on whichever page and in a block that is kept whole', async () => {
    const picture = { svg: SQUARE, alt: 'Signature de « Zoé »', absolutePosition: { x: 100, y: 200 } }
    const pdf = await made([
      { text: 'Suite', pageBreak: 'before' },
      { unbreakable: true, stack: [{ svg: SQUARE, alt: 'Trait' }, 'Fin'] },
      picture,
    ])
    const { outline } = await expectReadablePdf(pdf)
    expect(outline).toBe('H1 Titre\nP Suite\nFigure Trait\nP Fin\nFigure Signature de « Zoé »')
    expect(pdf.toString('latin1')).toContain('/BBox [100 632.89 109 641.89]')
  })

  it('is refused where something of it would go without a tag', async () => {
    await expect(made([{ ol: ['Un'] }])).rejects.toThrow('no tag for content with ol')
    await expect(made([{ qr: 'code' }])).rejects.toThrow('no tag for content with qr')
  })
})
