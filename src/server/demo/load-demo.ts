import type { ExamSession, WrittenSupport } from '#domain/exam-session.ts'
import { importedSession } from '#domain/import-file.ts'
import type { Bytes } from '#seal/bytes.ts'
import { sha256 } from '#seal/hash.ts'
import type { ServerContext } from '../context.ts'
import { knownGrids, storeImported } from '../desk/import-session.ts'
import { readImportFile } from '../desk/read-import-file.ts'
import { createEnrolmentLink } from '../enrolment/enrol.ts'
import { currentGrids } from '../storage/published.ts'
import { findSession } from '../storage/sessions.ts'
import { insertSupportFile } from '../storage/supports.ts'
import { DEMO_COMPANIES } from './companies.ts'
import { demoDay } from './demo-day.ts'
import { candidateId, candidateName, daysAfter, demoImportFile, oralId } from './demo-session.ts'
import { makeSupport } from './support-pdf.ts'

const GRID_ID = 'cdcm-b1'

/** Which candidates (by place) sent what for block 1: a plain one, annexes, too many pages, too late; the others sent nothing. */
const SUPPORTS = [
  { place: 0, extraPages: 0, annexPages: 0, daysBefore: 26 },
  { place: 1, extraPages: 0, annexPages: 6, daysBefore: 30 },
  { place: 2, extraPages: 4, annexPages: 0, daysBefore: 24 },
  { place: 3, extraPages: 0, annexPages: 3, daysBefore: 9 },
  { place: 6, extraPages: 0, annexPages: 0, daysBefore: 22 },
  { place: 7, extraPages: 0, annexPages: 4, daysBefore: 28 },
]

/** Loads the day's demonstration session unless it is there already. Gives its id. */
export async function loadDemo(context: ServerContext): Promise<string> {
  const { db } = context.storage
  const day = demoDay(context.now())
  const sessionId = `demo-${day.date}`
  if (await findSession(db, sessionId)) return sessionId
  const grids = await currentGrids(db)
  const read = readImportFile(JSON.stringify(demoImportFile(day)), knownGrids(grids))
  if (!read.ok) throw new Error(`the demonstration is not valid: ${JSON.stringify(read.issues)}`)
  const supports = await storeSupports(context, day.date)
  await storeImported(context, withSupports(importedSession(read.file, sessionId), supports), grids, 'server')
  return sessionId
}

async function storeSupports({ storage }: ServerContext, date: string): Promise<WrittenSupport[]> {
  const supports: WrittenSupport[] = []
  for (const [index, { place, extraPages, annexPages, daysBefore }] of SUPPORTS.entries()) {
    const company = DEMO_COMPANIES[index]
    if (!company) throw new Error('a demonstration support has no company')
    const made = await makeSupport({ company, author: candidateName(place), extraPages, annexPages })
    const hash = await sha256(new Uint8Array(made.bytes) as Bytes)
    await insertSupportFile(storage.db, hash, made.bytes)
    supports.push({
      id: `support-${place + 1}`,
      candidateId: candidateId(place),
      gridId: GRID_ID,
      fileName: `plan-marketing-${place + 1}.pdf`,
      sha256: hash,
      bytes: made.bytes.length,
      pages: made.pages,
      annexStartPage: made.annexStartPage,
      receivedOn: daysAfter(date, -daysBefore),
    })
  }
  return supports
}

function withSupports(session: ExamSession, supports: WrittenSupport[]): ExamSession {
  const byOral = new Map(SUPPORTS.map(({ place }) => [oralId(place, 'b1'), `support-${place + 1}`]))
  return { ...session, supports, orals: session.orals.map((oral) => ({ ...oral, supportId: byOral.get(oral.id) ?? null })) }
}

/** One new enrolment link for each juror of a session, with who they are. */
export async function demoLinks(context: ServerContext, sessionId: string): Promise<{ name: string; panel: string; link: string }[]> {
  const stored = await findSession(context.storage.db, sessionId)
  const links: { name: string; panel: string; link: string }[] = []
  for (const juror of stored?.session.jurors ?? []) {
    const panel = stored?.session.panels.find((one) => one.jurorIds.includes(juror.id))
    const made = await createEnrolmentLink(context, { sessionId, jurorId: juror.id, actor: 'server' })
    if (made) links.push({ name: `${juror.firstName} ${juror.lastName}`, panel: panel?.name ?? '', link: made.link })
  }
  return links
}
