import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'

/** What the Caisse des Dépôts answered to a deposit (« accusé de traitement »). */
export interface PassportReport {
  flowId: string
  processingId: string
  accepted: string[]
  rejected: { technicalId: string; messages: string[] }[]
}

const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(item))
const line = z.union([z.string(), z.number()]).transform(String)

/** Names are lower-cased before this schema: both `PassagesKO` and `passagesKO` are seen in real files. */
const reportSchema = z.object({
  idflux: line,
  idtraitement: line,
  passagesok: z.preprocess((value) => (value === '' ? undefined : value), z.object({ idtechnique: list(line) }).optional()),
  passagesko: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.object({ passage: list(z.object({ idtechnique: line, messageerreur: list(line) })) }).optional(),
  ),
})

/** Reads an acknowledgement file. Returns what is wrong instead when it is not one. A document type declaration is refused. */
export function readPassportReport(xml: string): PassportReport | 'notXml' | 'hasDoctype' | 'notAReport' {
  if (/<!DOCTYPE/i.test(xml)) return 'hasDoctype'
  if (XMLValidator.validate(xml) !== true) return 'notXml'
  const parser = new XMLParser({
    removeNSPrefix: true,
    // Without a document type, the standard entities and character references are all there can be.
    processEntities: true,
    htmlEntities: true,
    parseTagValue: false,
    ignoreDeclaration: true,
    transformTagName: (name) => name.toLowerCase(),
  })
  const document = z.record(z.string(), z.unknown()).parse(parser.parse(xml))
  const [root] = Object.values(document)
  const parsed = reportSchema.safeParse(root)
  if (!parsed.success) return 'notAReport'
  const { idflux, idtraitement, passagesok, passagesko } = parsed.data
  return {
    flowId: idflux,
    processingId: idtraitement,
    accepted: passagesok?.idtechnique ?? [],
    rejected: (passagesko?.passage ?? []).map(({ idtechnique, messageerreur }) => ({ technicalId: idtechnique, messages: messageerreur })),
  }
}
