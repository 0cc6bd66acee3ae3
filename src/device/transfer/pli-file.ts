import { parse as parseTolerantly } from 'jsonc-parser'
import { MAX_PLI_BYTES, PLI_EXTENSION, PLI_FORMAT, PLI_FORMAT_VERSION, type PliEnvelope, pliFileSchema } from '#contract/pli.ts'
import { type CheckedEnvelopes, checkEnvelopes } from './check-envelopes.ts'

/** `notPli`: another kind of file, or one too damaged to tell. `unknownVersion`: written by a newer app. `tooLarge`: over 64 MiB. */
export type PliReading = ({ ok: true } & CheckedEnvelopes) | { ok: false; code: 'notPli' | 'unknownVersion' | 'tooLarge' }

/** The text of a `.pli` file (docs/formats.md). */
export function writePli(envelopes: readonly PliEnvelope[]): string {
  const items = envelopes.map(({ id, jwe }) => ({ id, jwe }))
  return `${JSON.stringify({ format: PLI_FORMAT, formatVersion: PLI_FORMAT_VERSION, envelopes: items }, null, 1)}\n`
}

/** `plis-2026-11-24-1132.pli`, in the device's own time: nothing personal in a name that may travel by mail. */
export function pliFileName(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `plis-${day}-${two(now.getHours())}${two(now.getMinutes())}${PLI_EXTENSION}`
}

/** Reads a `.pli` file. A file cut short gives what it still holds whole: each envelope proves itself by its hash. */
export async function readPli(file: Blob): Promise<PliReading> {
  if (file.size > MAX_PLI_BYTES) return { ok: false, code: 'tooLarge' }
  return readPliText(await file.text())
}

async function readPliText(text: string): Promise<PliReading> {
  const value: unknown = parseTolerantly(text)
  const file = pliFileSchema.safeParse(value)
  if (file.success) return { ok: true, ...(await checkEnvelopes(file.data.envelopes)) }
  const named = pliFileSchema.pick({ format: true }).safeParse(value)
  const versioned = pliFileSchema.pick({ formatVersion: true }).safeParse(value)
  return { ok: false, code: named.success && !versioned.success ? 'unknownVersion' : 'notPli' }
}
