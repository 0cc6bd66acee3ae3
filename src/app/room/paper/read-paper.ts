import type { Notebook } from '#device/notebook.ts'
import type { CarriedTextFailure } from '#seal/carried-text.ts'
import { readPaperCode } from '#seal/paper-code.ts'

/** Why a printed sheet does not open a sheet here. Nothing is written then. */
export type PaperFailure =
  | { code: CarriedTextFailure | 'otherSession' | 'otherJuror' | 'unknownOral' }
  | { code: 'otherGrid'; printed: string; here: string }

export type PaperReading = { ok: true; oralId: string; paperHash: string } | { ok: false; failure: PaperFailure }

/** Which of this juror's orals a printed sheet's code names; whatever does not fit this notebook is refused, and says why. */
export async function readPaper({ package: { session, jurorId, grids } }: Notebook, text: string): Promise<PaperReading> {
  const read = await readPaperCode(text)
  if (typeof read === 'string') return refused({ code: read })
  const { paper, hash } = read
  if (paper.sessionId !== session.id) return refused({ code: 'otherSession' })
  if (paper.jurorId !== jurorId) return refused({ code: 'otherJuror' })
  const oral = session.orals.find(({ id }) => id === paper.oralId)
  const published = grids.find(({ grid }) => grid.id === oral?.gridId)
  if (!oral || !published) return refused({ code: 'unknownOral' })
  if (published.hash !== paper.grid.hash) {
    return refused({ code: 'otherGrid', printed: paper.grid.version, here: published.grid.version })
  }
  return { ok: true, oralId: oral.id, paperHash: hash }
}

const refused = (failure: PaperFailure): PaperReading => ({ ok: false, failure })
