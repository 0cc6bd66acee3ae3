import type { DeskResult } from '#contract/results.ts'
import type { Certifier } from '#domain/certifier.ts'
import { type PartFeedback, partFeedback } from '#domain/feedback.ts'
import type { ServerContext } from '../context.ts'
import { readSheets } from '../minutes/panel-day.ts'
import { commentsReleased } from '../storage/desk-settings.ts'
import type { CandidateFile } from './candidate-file.ts'
import { blockAttestationPdf } from './pdf/block-attestation.ts'
import { feedbackSheetPdf } from './pdf/feedback-sheet.ts'
import { resultLetterPdf } from './pdf/result-letter.ts'
import type { SessionFindings } from './session-results.ts'

const LETTER = 'lettre'
const FEEDBACK = 'retour'
const ATTESTATION = 'attestation-'

/** The documents a result gives rise to: none while nothing is decided, and an attestation for acquired blocks only. */
export function documentIds({ parts }: DeskResult): string[] {
  const decided = parts.filter(({ state }) => state === 'decided')
  if (decided.length === 0) return []
  const acquired = decided.filter(({ part, decision }) => part !== 'finalInterview' && decision?.verdict === 'validated')
  return [LETTER, FEEDBACK, ...acquired.map(({ part }) => `${ATTESTATION}${part}`)]
}

/** Writes one document of a candidate as PDF; null when the result gives rise to no such document. */
export async function candidateDocument(
  context: ServerContext,
  findings: SessionFindings,
  certifier: Certifier,
  candidateId: string,
  documentId: string,
): Promise<Buffer | null> {
  const result = findings.results.results.find(({ candidate }) => candidate.id === candidateId)
  if (!result || !documentIds(result).includes(documentId)) return null
  const file = candidateFile(context, findings, certifier, result)
  if (documentId === LETTER) return resultLetterPdf(file)
  if (documentId === FEEDBACK) return feedbackSheetPdf(file, await feedbackOf(context, findings, result))
  return blockAttestationPdf(file, documentId.slice(ATTESTATION.length))
}

function candidateFile({ now }: ServerContext, findings: SessionFindings, certifier: Certifier, result: DeskResult): CandidateFile {
  const { session, framework, minutes, grids } = findings
  const hashes = new Set(result.parts.flatMap(({ state, minutesHash }) => (state === 'decided' && minutesHash ? [minutesHash] : [])))
  const appeals = minutes.filter(({ hash }) => hashes.has(hash)).map(({ minutes: { appeal } }) => appeal)
  return {
    session,
    framework,
    certifier,
    result,
    deliveredOn: parisDay.format(now()),
    holderName: `${result.candidate.firstName} ${result.candidate.lastName}`,
    appeals: [...new Set(appeals)],
    sectionTitles: new Map([...grids.values()].flatMap((grid) => grid.sections.map(({ id, title }) => [id, title] as const))),
  }
}

/** `YYYY-MM-DD` where the certifier is. */
const parisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' })

async function feedbackOf(
  { storage: { db } }: ServerContext,
  { session, grids }: SessionFindings,
  { parts }: DeskResult,
): Promise<{ part: string; feedback: PartFeedback }[]> {
  const includeComments = await commentsReleased(db, session.id)
  const told: { part: string; feedback: PartFeedback }[] = []
  for (const { part, state, decision } of parts) {
    const grid = decision && grids.get(decision.grid.hash)
    if (state !== 'decided' || !decision || !grid) continue
    const before = new Set(decision.sheets.map(({ hash }) => hash))
    const sheets = (await readSheets(db, [decision.oralId], session.id)).filter(({ hash }) => before.has(hash))
    told.push({
      part,
      feedback: partFeedback(
        grid,
        decision,
        sheets.map(({ sheet }) => sheet),
        includeComments,
      ),
    })
  }
  return told
}
