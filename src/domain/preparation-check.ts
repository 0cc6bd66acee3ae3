import { type CompositionFinding, type Conflict, checkComposition } from './composition.ts'
import { checkImport, type ImportIssue, type KnownGrid } from './import-file.ts'
import { panelAt } from './panel-seats.ts'
import type { Preparation, PreparedPanel } from './preparation.ts'

/** A contradiction of a session being prepared: what it is about, and what it names. */
export interface PreparationIssue {
  part: 'session' | 'candidates' | 'jurors' | 'panels' | 'orals'
  /** Place in its list; null for the session itself. */
  index: number | null
  field: string
  code: ImportIssue['code']
  value: string
}

/** What is missing before a session can be published. */
export interface PublicationGap {
  code: 'noCandidate' | 'noOral' | 'oralUnplaced' | 'panelBlocked' | 'warningWithoutReason'
  /** The orals' or panels' ids it is about; empty for the whole. */
  ids: string[]
}

/** These only say that the session is not finished: it can be kept so, and not published. */
const UNFINISHED: readonly ImportIssue['code'][] = ['presidentNotMember', 'singleJuror']

/** Every contradiction of a session, by the rules of the import file. Orals without a place have none to contradict. */
export function checkPreparation(preparation: Preparation, grids: readonly KnownGrid[]): PreparationIssue[] {
  const placed = preparation.orals.flatMap((oral, index) => ({ oral, index }))
  const issues = checkImport(
    {
      format: 'carnet-de-jury/import',
      formatVersion: 1,
      session: preparation.session,
      candidates: preparation.candidates,
      jurors: preparation.jurors,
      panels: preparation.panels.map((panel) => ({ ...panel, presidentId: panel.presidentId ?? '' })),
      orals: placed.flatMap(({ oral: { id, candidateId, gridId, place } }) => (place ? [{ id, candidateId, gridId, ...place }] : [])),
    },
    grids,
  )
  const indexOfPlaced = placed.filter(({ oral }) => oral.place !== null).map(({ index }) => index)
  return [
    ...issues
      .filter(({ code }) => !UNFINISHED.includes(code))
      .map(({ path: [part, index, field], code, value }): PreparationIssue => {
        if (part === 'session') return { part, index: null, field: String(index), code, value }
        const place = part === 'orals' ? indexOfPlaced[Number(index)] : Number(index)
        return { part: part as PreparationIssue['part'], index: place ?? Number(index), field: String(field), code, value }
      }),
    ...checkUnplaced(preparation, grids),
  ]
}

/** An oral without a place still names a candidate, a grid and, for a block, a registration. */
function checkUnplaced({ orals, candidates }: Preparation, grids: readonly KnownGrid[]): PreparationIssue[] {
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const gridOf = new Map(grids.map((grid) => [grid.id, grid]))
  const seen = new Set<string>()
  return orals.flatMap((oral, index) => {
    const issue = (field: string, code: ImportIssue['code'], value: string): PreparationIssue => ({
      part: 'orals',
      index,
      field,
      code,
      value,
    })
    const isRepeated = seen.has(oral.id)
    seen.add(oral.id)
    if (oral.place !== null) return []
    const candidate = known.get(oral.candidateId)
    const grid = gridOf.get(oral.gridId)
    return [
      ...(isRepeated ? [issue('id', 'duplicateId', oral.id)] : []),
      ...(candidate ? [] : [issue('candidateId', 'unknownCandidate', oral.candidateId)]),
      ...(grid ? [] : [issue('gridId', 'unknownGrid', oral.gridId)]),
      ...(candidate && grid?.blockId && !candidate.blocks.includes(grid.blockId)
        ? [issue('gridId', 'blockNotRegistered', grid.blockId)]
        : []),
    ]
  })
}

/** The links that keep a panel from sitting: of whoever sits as it hears the candidate, and does not stand aside. */
export function panelConflicts(preparation: Preparation, panel: PreparedPanel): Preparation['interests'] {
  const heard = preparation.orals.flatMap(({ candidateId, place }) => (place?.panelId === panel.id ? [{ candidateId, ...place }] : []))
  const presided = { ...panel, presidentId: panel.presidentId ?? '' }
  return preparation.interests.filter(({ jurorId, candidateId }) =>
    heard.some((oral) => {
      if (oral.candidateId !== candidateId) return false
      const sitting = panelAt(presided, oral.startsAt).jurorIds
      return sitting.includes(jurorId) && !standsAside(preparation, panel.id, sitting, { jurorId, candidateId })
    }),
  )
}

/** Whether a juror stands aside for a candidate whom at least two others still hear. */
function standsAside({ recusals }: Preparation, panelId: string, sitting: readonly string[], { jurorId, candidateId }: Conflict): boolean {
  const aside = new Set(recusals.filter((one) => one.panelId === panelId && one.candidateId === candidateId).map((one) => one.jurorId))
  return aside.has(jurorId) && sitting.filter((id) => !aside.has(id)).length >= 2
}

/** What the rules of composition find of a panel, given the candidates it hears. */
export function panelFindings(preparation: Preparation, panel: PreparedPanel): CompositionFinding[] {
  const conflicts = panelConflicts(preparation, panel)
  return checkComposition({ ...panel, presidentId: panel.presidentId ?? '' }, preparation.jurors, conflicts)
}

/** What keeps a session without contradictions from being published; empty when nothing does. Panels that hear nobody do not count. */
export function publicationGaps(preparation: Preparation): PublicationGap[] {
  const { candidates, orals, panels, compositionReasons } = preparation
  const unplaced = orals.filter(({ place }) => place === null)
  const sitting = panels.map((panel) => ({ id: panel.id, findings: panelFindings(preparation, panel) }))
  const blocked = sitting.filter(({ findings }) => findings.some(({ severity }) => severity === 'blocking'))
  const unexplained = sitting.filter(({ id, findings }) =>
    findings.some(
      ({ severity, code }) => severity === 'warning' && !compositionReasons.some((given) => given.panelId === id && given.code === code),
    ),
  )
  const gaps: PublicationGap[] = [
    ...(candidates.length === 0 ? [{ code: 'noCandidate' as const, ids: [] }] : []),
    ...(orals.length === 0 ? [{ code: 'noOral' as const, ids: [] }] : []),
    { code: 'oralUnplaced', ids: unplaced.map(({ id }) => id) },
    { code: 'panelBlocked', ids: blocked.map(({ id }) => id) },
    { code: 'warningWithoutReason', ids: unexplained.map(({ id }) => id) },
  ]
  return gaps.filter(({ code, ids }) => ids.length > 0 || code === 'noCandidate' || code === 'noOral')
}
