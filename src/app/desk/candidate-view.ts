import type { ReceivedSheet, SessionBoard } from '#contract/desk.ts'
import type { PartVerdict, Presence, VerdictLevel } from '#domain/entry.ts'
import { type OralRow, panelRows } from './board-view.ts'

/** `waiting`: fewer than two jurors have said anything yet, so nothing can agree or differ. */
export type Agreement = 'agreed' | 'divergent' | 'waiting'

/** One juror's word on one section. */
export interface SectionCell {
  jurorId: string
  proposal: VerdictLevel | null
  verdict: VerdictLevel | null
  /** The juror decided otherwise than the grid's rule proposes. */
  overridden: boolean
}

export interface SectionComparison {
  id: string
  title: string
  cells: SectionCell[]
  agreement: Agreement
}

/** One oral of a candidate, the jurors side by side. */
export interface PartComparison {
  row: OralRow
  panelName: string
  sections: SectionComparison[]
  /** Divergences of all kinds: presence, sections and the part. */
  divergent: number
  /** Received sheets, in the order of the panel. */
  sheets: ReceivedSheet[]
  partAgreement: Agreement
  presenceAgreement: Agreement
}

/** A candidate's orals in order of time, the jurors' words compared. */
export function compareCandidate(board: SessionBoard, candidateId: string, nowMs: number): PartComparison[] {
  return panelRows(board, nowMs)
    .flatMap(({ panel, rows }) => rows.filter((row) => row.candidate.id === candidateId).map((row) => comparePart(board, panel.name, row)))
    .sort((a, b) => Date.parse(a.row.oral.startsAt) - Date.parse(b.row.oral.startsAt))
}

function comparePart(board: SessionBoard, panelName: string, row: OralRow): PartComparison {
  const sheets = row.cells.flatMap(({ sheet }) => (sheet ? [sheet] : []))
  const grid = board.grids.find(({ id }) => id === row.oral.gridId)
  const sections = (grid?.sections ?? []).map(({ id, title }) => compareSection(id, title, sheets))
  const partAgreement = agreementOf<PartVerdict>(sheets.map((sheet) => sheet.partVerdict))
  const presenceAgreement = agreementOf<Presence>(sheets.map((sheet) => sheet.presence))
  const agreements = [presenceAgreement, partAgreement, ...sections.map(({ agreement }) => agreement)]
  const divergent = agreements.filter((agreement) => agreement === 'divergent').length
  return { row, panelName, sections, divergent, sheets, partAgreement, presenceAgreement }
}

function compareSection(id: string, title: string, sheets: readonly ReceivedSheet[]): SectionComparison {
  const cells = sheets.map((sheet) => {
    const section = sheet.sections.find((candidate) => candidate.id === id)
    const proposal = section?.proposal ?? null
    const verdict = section?.verdict ?? null
    return { jurorId: sheet.jurorId, proposal, verdict, overridden: verdict !== null && proposal !== null && verdict !== proposal }
  })
  return { id, title, cells, agreement: agreementOf<VerdictLevel>(cells.map(({ verdict }) => verdict)) }
}

/** Whether those who spoke agree; a juror who gave no verdict neither agrees nor differs. */
export function agreementOf<T>(said: readonly (T | null)[]): Agreement {
  const words = said.filter((word) => word !== null)
  if (words.length < 2) return 'waiting'
  return new Set(words).size > 1 ? 'divergent' : 'agreed'
}
