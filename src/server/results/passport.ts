import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { PassportHolder, PassportState } from '#contract/passport.ts'
import type { DeskResult } from '#contract/results.ts'
import type { CivilIdentity } from '#domain/civil-identity.ts'
import type { ServerContext } from '../context.ts'
import { sessionIdentities } from '../storage/civil-identities.ts'
import { findPassportSettings } from '../storage/desk-settings.ts'
import { appendToJournal } from '../storage/journal.ts'
import { answerPassage, findDeposit, insertDeposit, passagesOf, sessionDeposits } from '../storage/passport.ts'
import type { PassportPassageTable } from '../storage/schema.ts'
import { inTransaction } from '../storage/transaction.ts'
import { lastDay } from './parchment-csv.ts'
import { type PassportReport, readPassportReport } from './passport-report.ts'
import type { SessionFindings } from './session-results.ts'
import { type CertifiedPassage, passportXml } from './skills-passport-xml.ts'

const messagesSchema = z.array(z.string())

/** Holders of the full title and how far each declaration is. */
export async function passportState({ storage: { db } }: ServerContext, { session, results }: SessionFindings): Promise<PassportState> {
  const identities = await sessionIdentities(db, session.id)
  const deposits = await sessionDeposits(db, session.id)
  const passages = await passagesOf(
    db,
    deposits.map(({ flow_id }) => flow_id),
  )
  const latest = (candidateId: string) => {
    for (const { flow_id } of deposits) {
      const passage = passages.find((one) => one.flow_id === flow_id && one.candidate_id === candidateId)
      if (passage) return passage
    }
    return null
  }
  return {
    settings: await findPassportSettings(db),
    identities: identities.size,
    holders: titleHolders(results.results).map(({ candidate }): PassportHolder => {
      const passage = latest(candidate.id)
      return {
        candidateId: candidate.id,
        number: candidate.number,
        name: `${candidate.firstName} ${candidate.lastName}`,
        state: passage?.state ?? (identities.has(candidate.id) ? 'ready' : 'identityMissing'),
        messages: passage ? messagesSchema.parse(JSON.parse(passage.messages)) : [],
      }
    }),
    deposits: deposits.map(({ flow_id, made_at }) => ({
      flowId: flow_id,
      madeAt: made_at,
      persons: passages.filter((one) => one.flow_id === flow_id).length,
    })),
  }
}

/** Only a full title is declared: an acquired block is not. */
function titleHolders(results: readonly DeskResult[]): DeskResult[] {
  return results.filter(({ title }) => title.outcome === 'awarded')
}

export type DepositOutcome = { ok: true; flowId: string } | { ok: false; code: 'settingsMissing' | 'nobodyReady' }

/** Writes and keeps the file of those who are ready or were rejected. */
export async function makeDeposit(context: ServerContext, findings: SessionFindings, actor: string): Promise<DepositOutcome> {
  const { storage, now } = context
  const { session, results } = findings
  const { settings, holders } = await passportState(context, findings)
  if (!settings) return { ok: false, code: 'settingsMissing' }
  const identities = await sessionIdentities(storage.db, session.id)
  const passages = holders.flatMap(({ candidateId, state }): CertifiedPassage[] => {
    const identity = identities.get(candidateId)
    const result = results.results.find(({ candidate }) => candidate.id === candidateId)
    const isWanted = state === 'ready' || state === 'rejected'
    return isWanted && identity && result ? [passageOf(findings, result, identity)] : []
  })
  if (passages.length === 0) return { ok: false, code: 'nobodyReady' }
  const at = now()
  const flowId = randomUUID()
  const xml = passportXml({ flowId, at: parisTimestamp(at), settings, passages })
  await inTransaction(storage.db, async (tx) => {
    const subject = { sessionId: session.id, flowId, count: passages.length }
    await appendToJournal(tx, at.toISOString(), { actor, act: 'passport-deposit-made', subject })
    await insertDeposit(
      tx,
      { flow_id: flowId, session_id: session.id, xml, made_at: at.toISOString() },
      passages.map(({ technicalId, identity }) => ({
        flow_id: flowId,
        technical_id: technicalId,
        candidate_id: identity.candidateId,
        state: 'deposited',
        messages: '[]',
      })),
    )
  })
  return { ok: true, flowId }
}

function passageOf({ session }: SessionFindings, { candidate, parts }: DeskResult, identity: CivilIdentity): CertifiedPassage {
  const days = session.orals
    .filter(({ candidateId }) => candidateId === candidate.id)
    .map(({ startsAt }) => startsAt.slice(0, 10))
    .sort()
  return {
    technicalId: `${session.id}.${candidate.id}`,
    identity,
    examStartsOn: days[0] ?? session.startsOn,
    examEndsOn: days.at(-1) ?? session.endsOn,
    validFrom: lastDay(parts),
  }
}

const parisClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
})
const parisOffset = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' })

/** `2026-11-27T18:05:09+01:00`: the portal wants seconds and a numeric offset. */
export function parisTimestamp(at: Date): string {
  const offset =
    parisOffset
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')
      ?.value.replace('GMT', '') ?? ''
  return `${parisClock.format(at).replace(' ', 'T')}${offset}`
}

export type ReportOutcome =
  | { ok: true; flowId: string; accepted: number; rejected: number; unknown: string[] }
  | { ok: false; code: Extract<ReturnType<typeof readPassportReport>, string> | 'unknownFlow' }

/** Matches an acknowledgement with the deposit it answers and keeps what became of each person. Read twice, it says the same. */
export async function receiveReport(context: ServerContext, xml: string, actor: string): Promise<ReportOutcome> {
  const { storage, now } = context
  const report = readPassportReport(xml)
  if (typeof report === 'string') return { ok: false, code: report }
  const deposit = await findDeposit(storage.db, report.flowId)
  if (!deposit) return { ok: false, code: 'unknownFlow' }
  const { answered, unknown } = matched(report, await passagesOf(storage.db, [report.flowId]))
  const rejected = answered.filter(({ state }) => state === 'rejected').length
  const accepted = answered.length - rejected
  await inTransaction(storage.db, async (tx) => {
    const subject = { sessionId: deposit.session_id, flowId: report.flowId, accepted, rejected }
    await appendToJournal(tx, now().toISOString(), { actor, act: 'passport-report-read', subject })
    for (const passage of answered) await answerPassage(tx, passage)
  })
  return { ok: true, flowId: report.flowId, accepted, rejected, unknown }
}

function matched(report: PassportReport, passages: readonly PassportPassageTable[]) {
  const answers = [
    ...report.accepted.map((technicalId) => ({ technicalId, state: 'accepted' as const, messages: [] as string[] })),
    ...report.rejected.map(({ technicalId, messages }) => ({ technicalId, state: 'rejected' as const, messages })),
  ]
  const answered = answers.flatMap(({ technicalId, state, messages }) => {
    const passage = passages.find(({ technical_id }) => technical_id === technicalId)
    return passage ? [{ ...passage, state, messages: JSON.stringify(messages) }] : []
  })
  const known = new Set(passages.map(({ technical_id }) => technical_id))
  return { answered, unknown: answers.map(({ technicalId }) => technicalId).filter((id) => !known.has(id)) }
}
