import type { Panel } from './exam-session.ts'

/*
 * What a schedule is made of. All times in epoch milliseconds.
 */

export interface PlannedOral {
  id: string
  candidateId: string
  /** With the candidate's extra time. */
  durationMs: number
}

export interface Placement {
  oralId: string
  panelId: string
  startMs: number
}

export interface PlanningRequest {
  orals: readonly PlannedOral[]
  panels: readonly Pick<Panel, 'id' | 'jurorIds' | 'substitutions'>[]
  /** When orals may take place: opening hours without lunch and breaks. */
  windows: readonly { fromMs: number; toMs: number }[]
  /** Between two orals of one panel: signing, and the next candidate's entry. */
  turnoverMs: number
  /** Between two orals of one candidate on the same day. */
  restMs: number
  /** Pairs that may not meet: declared interests, and the candidate's own trainers. */
  conflicts: readonly { jurorId: string; candidateId: string }[]
}
