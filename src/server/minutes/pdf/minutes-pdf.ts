import type { Content } from 'pdfmake/interfaces.js'
import type { StoredMinutes } from '#contract/minutes.ts'
import type { SignedMinutes } from '#seal/signed-minutes.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../../context.ts'
import { type AttachedFile, makePdf, type PdfDefinition } from '../../documents/pdf-maker.ts'
import { findGrid } from '../../storage/published.ts'
import { proofOf } from '../proof.ts'
import { openMinutes } from '../stored-minutes.ts'
import { compositionContent } from './composition-content.ts'
import {
  attendanceContent,
  decisionsContent,
  rulesContent,
  type SectionTitles,
  sheetHashesContent,
  titlesContent,
} from './decision-content.ts'
import { heading, INK, paragraph, SOFT } from './parts.ts'
import { proofContent, signatureContent } from './signature-content.ts'
import { longDay, shortHash } from './words.ts'

/** Minutes as a PDF to read and print, with the signed minutes and their proof attached; null when there are none. */
export async function minutesPdf(context: ServerContext, hash: string): Promise<Buffer | null> {
  const stored = await openMinutes(context, hash)
  const proof = await proofOf(context, hash, false)
  if (!stored || !proof) return null
  const { text, signatures } = proof.minutes
  const signed: SignedMinutes = { format: 'carnet-de-jury/signed-minutes', formatVersion: 1, text, signatures }
  const titles = await sectionTitles(context, stored)
  const document = documentOf(stored, titles, [
    { name: t('minutes:file.signed'), content: JSON.stringify(signed), description: t('minutes:filePart.signed') },
    { name: t('minutes:file.proof'), content: JSON.stringify(proof), description: t('minutes:filePart.proof') },
  ])
  return makePdf(document)
}

async function sectionTitles({ storage }: ServerContext, { minutes }: StoredMinutes): Promise<SectionTitles> {
  const grids = await Promise.all(minutes.grids.map(({ grid }) => findGrid(storage.db, grid.hash)))
  return new Map(grids.flatMap((grid) => grid?.sections.map(({ id, title }) => [id, title] as const) ?? []))
}

function documentOf(stored: StoredMinutes, titles: SectionTitles, files: readonly AttachedFile[]): PdfDefinition {
  const { minutes, summary } = stored
  return {
    info: {
      title: `${titleOf(stored)}, ${minutes.panel.name}, ${longDay(minutes.day)}`,
      author: t('minutes:document.author', { panel: minutes.panel.name }),
      subject: minutes.certification.title,
      // The moment the minutes came, not the moment of printing: the same minutes give the same document.
      creationDate: new Date(summary.receivedAt),
    },
    pageMargins: [50, 50, 50, 60],
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25, color: '#222222' },
    styles: {
      title: { fontSize: 20, bold: true, color: INK, margin: [0, 0, 0, 2] },
      subtitle: { fontSize: 12, color: SOFT, margin: [0, 0, 0, 12] },
      heading: { fontSize: 13.5, bold: true, color: INK, margin: [0, 12, 0, 4] },
      subheading: { fontSize: 11, bold: true, margin: [0, 6, 0, 2] },
      verdict: { fontSize: 11, margin: [0, 0, 0, 2] },
      paragraph: { margin: [0, 0, 0, 4] },
      note: { fontSize: 8.5, color: SOFT, margin: [0, 0, 0, 4] },
    },
    footer: (page: number, pages: number) => ({
      margin: [50, 18, 50, 0],
      fontSize: 8.5,
      color: SOFT,
      columns: [
        { text: t('minutes:document.footer', { hash: shortHash(summary.hash) }) },
        { text: t('minutes:document.page', { page, pages }), alignment: 'right' },
      ],
    }),
    content: contentOf(stored, titles),
    files,
  }
}

function titleOf({ minutes }: StoredMinutes): string {
  return minutes.amends ? t('minutes:document.corrective') : t('minutes:document.title')
}

function contentOf(stored: StoredMinutes, titles: SectionTitles): Content[] {
  const { minutes, summary } = stored
  return [
    { text: titleOf(stored), style: 'title' },
    { text: t('minutes:document.subject', { panel: minutes.panel.name, day: longDay(minutes.day) }), style: 'subtitle' },
    ...(summary.amendedBy === null
      ? []
      : [{ text: t('minutes:document.amendedBy', { hash: summary.amendedBy }), bold: true, color: '#a4211a' }]),
    ...(minutes.amends === null ? [] : [paragraph(t('minutes:document.amends', minutes.amends))]),
    ...compositionContent(minutes),
    ...attendanceContent(minutes),
    ...decisionsContent(minutes, titles),
    ...titlesContent(minutes),
    ...rulesContent(minutes),
    heading(t('minutes:document.appeal')),
    paragraph(minutes.appeal),
    ...signatureContent(stored),
    ...proofContent(stored),
    ...sheetHashesContent(minutes),
  ]
}
