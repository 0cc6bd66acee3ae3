import type { Content } from 'pdfmake/interfaces.js'
import { partKey } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../../context.ts'
import { INK, SOFT } from '../../minutes/pdf/parts.ts'
import { partName, shortHash } from '../../minutes/pdf/words.ts'
import { findGrid } from '../../storage/published.ts'
import { findSession } from '../../storage/sessions.ts'
import { makePdf, type PdfDefinition, printable } from '../pdf-maker.ts'
import { type PaperSubject, paperSheetContent } from './paper-sheet.ts'

/** The sheets of one oral to be filled by hand, one for each member of its panel; null when there is no such oral. */
export async function paperSheetsPdf(
  context: ServerContext,
  sessionId: string,
  oralId: string,
): Promise<{ pdf: Buffer; fileName: string } | null> {
  const subjects = await subjectsOf(context, sessionId, oralId)
  const first = subjects[0]
  if (!first) return null
  const sections = await Promise.all(subjects.map(sheetSection))
  const document = definition(first, sections)
  return {
    pdf: await makePdf(document),
    fileName: t('paper:sheet.fileName', { number: first.candidate.number.replace(/[^A-Za-z0-9-]+/g, '-'), part: partKey(first.grid.part) }),
  }
}

async function subjectsOf({ storage: { db } }: ServerContext, sessionId: string, oralId: string): Promise<PaperSubject[]> {
  const stored = await findSession(db, sessionId)
  const oral = stored?.session.orals.find(({ id }) => id === oralId)
  const panel = stored?.session.panels.find(({ id }) => id === oral?.panelId)
  const candidate = stored?.session.candidates.find(({ id }) => id === oral?.candidateId)
  const gridHash = oral && stored?.gridHashes[oral.gridId]
  const grid = gridHash ? await findGrid(db, gridHash) : null
  if (!stored || !oral || !panel || !candidate || !gridHash || !grid) return []
  return panel.jurorIds.flatMap((jurorId) => {
    const juror = stored.session.jurors.find(({ id }) => id === jurorId)
    return juror ? [{ session: stored.session, oral, panel, candidate, juror, grid, gridHash }] : []
  })
}

/** Each sheet is a section of its own, so that every page says whose it is: loose pages find their sheet again. */
async function sheetSection(subject: PaperSubject): Promise<Content> {
  const { candidate, grid, gridHash, juror } = subject
  const name = t('paper:sheet.footer', {
    number: candidate.number,
    part: partName(partKey(grid.part)),
    juror: `${juror.firstName} ${juror.lastName}`,
  })
  const number = ownNumbers()
  const footer = (page: number): Content => ({
    margin: [40, 12, 40, 0],
    fontSize: 8,
    color: SOFT,
    columns: [
      { text: printable(name), bold: true },
      { text: printable(t('paper:sheet.footerGrid', { version: grid.version, hash: shortHash(gridHash) })), alignment: 'center' },
      { text: printable(t('paper:sheet.pageOf', { page: number(page) })), alignment: 'right' },
    ],
  })
  return { section: await paperSheetContent(subject), pageSize: 'A4', pageMargins: MARGINS, footer } as unknown as Content
}

/** From the file's page numbers, given in rising order at each layout, to a sheet's own, from 1. */
function ownNumbers(): (page: number) => number {
  let first = 0
  let last = Number.POSITIVE_INFINITY
  return (page) => {
    // Laid out anew: the sheet may begin on another page now.
    if (page <= last) first = page
    last = page
    return page - first + 1
  }
}

const MARGINS: [number, number, number, number] = [40, 34, 40, 40]

function definition({ session, grid }: PaperSubject, sections: Content[]): PdfDefinition {
  return {
    info: { title: printable(t('paper:sheet.title')), subject: printable(`${grid.title}, ${session.title}`) },
    pageMargins: MARGINS,
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.15, color: '#222222' },
    styles: {
      title: { fontSize: 16, bold: true, color: INK },
      subtitle: { fontSize: 11, color: SOFT, margin: [0, 0, 0, 6] },
      heading: { fontSize: 11.5, bold: true, color: INK, margin: [0, 8, 0, 3] },
      note: { fontSize: 8.5, color: SOFT, margin: [0, 2, 0, 2] },
    },
    content: sections,
  }
}
