import { parse as parseTolerantly } from 'jsonc-parser'
import { z } from 'zod'
import { MAX_PLI_BYTES, PLI_FORMAT, type PliEnvelope } from '#contract/pli.ts'
import { type CheckedEnvelopes, checkEnvelopes } from '../transfer/check-envelopes.ts'

/*
 * What members of a panel hand each other as a file: parcels sealed to their devices, with the same checks as a .pli. It has its own name so that
 * nobody sends it to the server, which could not open it.
 */

export const JURY_EXTENSION = '.jury'
export const JURY_MEDIA_TYPE = 'application/vnd.carnet-de-jury.jury+json'
const JURY_FORMAT = 'carnet-de-jury/jury'

const fileSchema = z.object({
  /** A .pli handed over in the same room is taken too: its envelopes are kept for the server. */
  format: z.enum([JURY_FORMAT, PLI_FORMAT]),
  formatVersion: z.literal(1),
  envelopes: z.array(z.unknown()),
})

/** `notJury`: another kind of file, or one too damaged to tell. `unknownVersion`: written by a newer app. `tooLarge`: over 64 MiB. */
export type JuryReading = ({ ok: true } & CheckedEnvelopes) | { ok: false; code: 'notJury' | 'unknownVersion' | 'tooLarge' }

/** A `.jury` file: `jury-2026-11-24-1132.jury`, in the device's own time. Nothing personal in a name. */
export function juryFile(envelopes: readonly PliEnvelope[], now: Date): File {
  const items = envelopes.map(({ id, jwe }) => ({ id, jwe }))
  const text = `${JSON.stringify({ format: JURY_FORMAT, formatVersion: 1, envelopes: items }, null, 1)}\n`
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  const name = `jury-${day}-${two(now.getHours())}${two(now.getMinutes())}${JURY_EXTENSION}`
  return new File([text], name, { type: JURY_MEDIA_TYPE })
}

/** Reads a `.jury` file. A file cut short gives what it still holds whole. */
export async function readJury(file: Blob): Promise<JuryReading> {
  if (file.size > MAX_PLI_BYTES) return { ok: false, code: 'tooLarge' }
  const value: unknown = parseTolerantly(await file.text())
  const parsed = fileSchema.safeParse(value)
  if (parsed.success) return { ok: true, ...(await checkEnvelopes(parsed.data.envelopes)) }
  const named = fileSchema.pick({ format: true }).safeParse(value)
  const versioned = fileSchema.pick({ formatVersion: true }).safeParse(value)
  return { ok: false, code: named.success && !versioned.success ? 'unknownVersion' : 'notJury' }
}
