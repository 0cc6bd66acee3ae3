import type { FieldIssue } from '#contract/problems.ts'
import type { Preparation } from '#domain/preparation.ts'
import { t } from '#texts/i18n.ts'

/** Who signed a sheet of which oral. */
export type SheetAuthor = { oralId: string; jurorId: string }

/**
 * What a change of a published session would take from sheets that are signed: an oral with a sheet keeps its candidate, grid and panel, and
 * whoever signed stays in the panel. A sheet whose oral is gone would be foreign to the session.
 */
export function heldIssues(before: Preparation, after: Preparation, authors: readonly SheetAuthor[]): FieldIssue[] {
  const oralBefore = new Map(before.orals.map((oral) => [oral.id, oral]))
  const placeAfter = new Map(after.orals.map((oral, index) => [oral.id, { oral, index }]))
  const panelsAfter = new Map(after.panels.map((panel) => [panel.id, panel]))
  const held = new Set(authors.map(({ oralId }) => oralId))
  const moved = [...held].flatMap((id) => {
    const was = oralBefore.get(id)
    const is = placeAfter.get(id)
    if (!was) return []
    const isKept =
      is !== undefined &&
      is.oral.candidateId === was.candidateId &&
      is.oral.gridId === was.gridId &&
      is.oral.place?.panelId === was.place?.panelId &&
      after.candidates.some((candidate) => candidate.id === was.candidateId)
    return isKept ? [] : [{ path: is ? `orals[${is.index}]` : 'orals', message: t('prepare:server.oralHeld') }]
  })
  const unseated = authors.filter(({ oralId, jurorId }) => {
    const panel = panelsAfter.get(oralBefore.get(oralId)?.place?.panelId ?? '')
    return panel !== undefined && !panel.jurorIds.includes(jurorId)
  })
  const names = [...new Set(unseated.map(({ jurorId }) => jurorId))].map((id) => after.jurors.find((juror) => juror.id === id))
  return [
    ...moved,
    ...names.map((juror) => ({
      path: 'panels',
      message: t('prepare:server.jurorHeld', { name: juror ? `${juror.firstName} ${juror.lastName}` : '' }),
    })),
  ]
}
