import type { DeskResult } from '#contract/results.ts'
import type { Certifier } from '#domain/certifier.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import type { Framework } from '#domain/framework.ts'

/** What a candidate's documents are written from. */
export interface CandidateFile {
  session: ExamSession
  framework: Framework
  certifier: Certifier
  result: DeskResult
  /** `YYYY-MM-DD`. */
  deliveredOn: string
  holderName: string
  /** Ways of appeal, as the minutes word them. */
  appeals: string[]
  /** Titles of competences and activities, by id. */
  sectionTitles: ReadonlyMap<string, string>
}
