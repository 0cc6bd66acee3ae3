import type { Juror, Panel } from './exam-session.ts'

export interface CompositionFinding {
  code: 'singleJuror' | 'noPresident' | 'conflictOfInterest' | 'halfExternal'
  /** `blocking` keeps the panel from sitting; `warning` asks for a reason (domain practice, not a statute). */
  severity: 'blocking' | 'warning'
  jurorIds: string[]
}

/** A juror's declared link with a candidate that they did not stand aside for. */
export interface Conflict {
  jurorId: string
  candidateId: string
}

/** Checks a panel before it sits: a single juror, no president or an unresolved conflict of interest blocks; the rest asks for a reason. */
export function checkComposition(panel: Panel, jurors: readonly Juror[], conflicts: readonly Conflict[]): CompositionFinding[] {
  const members = jurors.filter((juror) => panel.jurorIds.includes(juror.id))
  const findings: CompositionFinding[] = []
  if (new Set(panel.jurorIds).size < 2) findings.push({ code: 'singleJuror', severity: 'blocking', jurorIds: panel.jurorIds })
  if (!panel.jurorIds.includes(panel.presidentId)) findings.push({ code: 'noPresident', severity: 'blocking', jurorIds: [] })
  const conflicted = [...new Set(conflicts.map((c) => c.jurorId))].filter((id) => panel.jurorIds.includes(id))
  if (conflicted.length > 0) findings.push({ code: 'conflictOfInterest', severity: 'blocking', jurorIds: conflicted })
  const external = members.filter((member) => member.external)
  if (external.length * 2 < members.length) {
    findings.push({ code: 'halfExternal', severity: 'warning', jurorIds: members.filter((m) => !m.external).map((m) => m.id) })
  }
  return findings
}
