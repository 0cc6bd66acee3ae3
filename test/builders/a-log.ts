import type { Entry, EntryBody } from '#domain/entry.ts'
import type { Instant } from '#domain/primitives.ts'

/** A page's two clocks at `ms` after a fixed start: 24 November 2026, 09:00 UTC. */
export function anInstant(ms: number, monoId = 'page-1'): Instant {
  return { wallMs: 1_795_510_800_000 + ms, monoMs: ms, monoId }
}

/** A log of these gestures, one second apart, as one page would have recorded them. */
export function aLog(...bodies: EntryBody[]): Entry[] {
  return bodies.map((body, seq) => ({
    id: `e${seq}`,
    seq,
    at: anInstant(seq * 1_000),
    oralMs: null,
    phaseId: null,
    body,
  }))
}

export function aMark(target: string, value: Extract<EntryBody, { kind: 'mark' }>['value'] = 'observed'): EntryBody {
  return { kind: 'mark', targets: [target], value }
}
