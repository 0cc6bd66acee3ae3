import type { ServerContext } from '../../context.ts'
import type { Handlers } from '../../http/calls.ts'
import { ProblemError } from '../../http/problem.ts'
import { sendFile } from '../../results/send-file.ts'
import { paperSheetsPdf } from './paper-pdf.ts'

/** The routes of sheets printed to be filled by hand. */
export function paperHandlers(context: ServerContext): Pick<Handlers, 'paperSheets'> {
  return {
    paperSheets: async ({ params, reply }) => {
      const made = await paperSheetsPdf(context, params.sessionId, params.oralId)
      if (!made) throw new ProblemError('not-found')
      return sendFile(reply, 'application/pdf', made.fileName, made.pdf)
    },
  }
}
