import { z } from 'zod'
import { hashSchema, idSchema } from '#domain/primitives.ts'
import { type CarriedTextFailure, compactCarriedText, formatCarriedText, readCarriedText } from './carried-text.ts'
import { sha256 } from './hash.ts'

const KIND = 'cdj-papier'

/** What a printed sheet is: whose, of which oral, on which version of which grid. No name is in it. */
export interface PaperSheet {
  sessionId: string
  oralId: string
  jurorId: string
  grid: { id: string; version: string; hash: string }
}

/** Without its fields' names, so that the code on the paper stays coarse enough for any camera. */
const paperSchema = z
  .tuple([idSchema, idSchema, idSchema, idSchema, z.string().min(1).max(40), hashSchema])
  .transform(([sessionId, oralId, jurorId, id, version, hash]): PaperSheet => ({ sessionId, oralId, jurorId, grid: { id, version, hash } }))

/** The text of the code printed on a sheet (docs/formats.md §5.1). */
export async function formatPaperCode({ sessionId, oralId, jurorId, grid }: PaperSheet): Promise<string> {
  return formatCarriedText(KIND, [sessionId, oralId, jurorId, grid.id, grid.version, grid.hash])
}

/** Reads a printed sheet's code; `hash` is the SHA-256 of its text, which names the paper in what is signed. */
export async function readPaperCode(text: string): Promise<{ paper: PaperSheet; hash: string } | CarriedTextFailure> {
  const paper = await readCarriedText(KIND, text, paperSchema)
  return typeof paper === 'string' ? paper : { paper, hash: await sha256(compactCarriedText(text)) }
}
