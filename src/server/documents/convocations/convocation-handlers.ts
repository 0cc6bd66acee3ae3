import type { convocationRoutes } from '#contract/convocations.ts'
import { certifierName } from '#domain/certifier.ts'
import { oralsOfDay } from '#domain/compose-minutes.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../../context.ts'
import { areSheetsOpen } from '../../data-protection/sheet-access.ts'
import type { Handlers } from '../../http/calls.ts'
import { ProblemError } from '../../http/problem.ts'
import { readSheets } from '../../minutes/panel-day.ts'
import { sendFile } from '../../results/send-file.ts'
import { certifierFacts } from '../../storage/desk-settings.ts'
import { findGrid } from '../../storage/published.ts'
import { findSession } from '../../storage/sessions.ts'
import { attendanceSheetPdf } from './attendance-pdf.ts'
import { attendanceSignatures } from './attendance-signatures.ts'
import type { PrintedSession } from './convocation-parts.ts'
import { candidateConvocationPdf, jurorConvocationPdf } from './convocation-pdf.ts'

const PDF = 'application/pdf'

/** The routes of what is printed before a session. */
export function convocationHandlers(context: ServerContext): Pick<Handlers, keyof typeof convocationRoutes> {
  return {
    candidateConvocation: async ({ params, reply }) => {
      const printed = await printedSession(context, params.sessionId)
      const candidate = found(printed.session.candidates.find(({ id }) => id === params.candidateId))
      return sendFile(reply, PDF, t('convocations:candidate.fileName'), found(await candidateConvocationPdf(printed, candidate)))
    },
    jurorConvocation: async ({ params, reply }) => {
      const printed = await printedSession(context, params.sessionId)
      const juror = found(printed.session.jurors.find(({ id }) => id === params.jurorId))
      return sendFile(reply, PDF, t('convocations:candidate.fileName'), found(await jurorConvocationPdf(printed, juror)))
    },
    attendanceSheet: async ({ params, reply, coordinator }) => {
      const printed = await printedSession(context, params.sessionId)
      const panel = found(printed.session.panels.find(({ id }) => id === params.panelId))
      const orals = oralsOfDay(printed.session, panel.id, params.day).map(({ id }) => id)
      // Who may no longer open a sheet sees no signature of it either.
      const isOpen = await areSheetsOpen(context, params.sessionId, coordinator.role)
      const signatures = attendanceSignatures(isOpen ? await readSheets(context.storage.db, orals, params.sessionId) : [])
      const pdf = found(await attendanceSheetPdf(printed, panel, params.day, signatures))
      return sendFile(reply, PDF, t('convocations:attendance.fileName'), pdf)
    },
  }
}

async function printedSession({ storage: { db }, now }: ServerContext, sessionId: string): Promise<PrintedSession> {
  const stored = found(await findSession(db, sessionId))
  const grids = (await Promise.all(Object.values(stored.gridHashes).map((hash) => findGrid(db, hash)))).flatMap((grid) => grid ?? [])
  const frameworkId = grids[0]?.framework.id
  const certifier = frameworkId === undefined ? null : await certifierFacts(db, frameworkId)
  const author = certifier === null ? '' : certifierName(certifier)
  return { session: stored.session, grids, author: author || stored.session.centre, madeOn: now().toISOString().slice(0, 10) }
}

function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new ProblemError('not-found')
  return value
}
