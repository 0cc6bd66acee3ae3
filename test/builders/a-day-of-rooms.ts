import type { SessionBoard } from '#contract/desk.ts'
import { aBoard, aCandidate, aHash, aJuror, aReceivedSheet } from './a-board.ts'

const START = Date.parse('2026-11-24T09:00:00+01:00')
const HOUR_MS = 3_600_000

/**
 * A day of exam as it stands at `atTime`: rooms of two jurors, an oral of 30 minutes an hour from 09:00 on. Sheets come in ten minutes after
 * each oral, but in every seventh room, where the second juror's never do; devices of every third room are heard of all the time.
 */
export function aDayOfRooms({ rooms, oralsEach, atTime }: { rooms: number; oralsEach: number; atTime: string }): SessionBoard {
  const nowMs = Date.parse(`2026-11-24T${atTime}:00+01:00`)
  const numbers = Array.from({ length: rooms }, (_, place) => place + 1)
  const jurorIds = (room: number) => [`J${room}-1`, `J${room}-2`]
  const orals = numbers.flatMap((room) =>
    Array.from({ length: oralsEach }, (_, place) => ({
      id: `O${room}-${place + 1}`,
      candidateId: `C${room}-${place + 1}`,
      panelId: `P${room}`,
      gridId: 'G1',
      startsAt: localInstant(START + place * HOUR_MS),
      room: `Salle ${room}`,
      supportId: null,
      scenario: null,
    })),
  )
  const sheets = orals.flatMap((oral) => {
    const room = Number(oral.panelId.slice(1))
    const receivedMs = Date.parse(oral.startsAt) + 40 * 60_000
    if (receivedMs > nowMs) return []
    const signers = room % 7 === 0 ? jurorIds(room).slice(0, 1) : jurorIds(room)
    return signers.map((jurorId) => aReceivedSheet(oral.id, jurorId, { receivedAt: new Date(receivedMs).toISOString() }))
  })
  return aBoard({
    candidates: orals.map(({ candidateId }) => aCandidate(candidateId)),
    jurors: numbers.flatMap((room) => jurorIds(room).map((id) => aJuror(id))),
    panels: numbers.map((room) => ({
      id: `P${room}`,
      name: `Jury ${room}`,
      room: `Salle ${room}`,
      jurorIds: jurorIds(room),
      presidentId: `J${room}-1`,
    })),
    orals,
    sheets,
    devices: numbers.flatMap((room) =>
      jurorIds(room).map((jurorId) => ({
        deviceId: aHash(`device-${jurorId}`),
        jurorId,
        name: `Tablette ${jurorId}`,
        enrolledAt: '2026-11-20T08:00:00Z',
        lastSeenAt: new Date(room % 3 === 0 ? nowMs - 60_000 : START - HOUR_MS).toISOString(),
        readiness: null,
        revokedAt: null,
      })),
    ),
  })
}

/** In the orals' own clock, an hour before UTC. */
function localInstant(epochMs: number): string {
  return `${new Date(epochMs + HOUR_MS).toISOString().slice(0, 19)}+01:00`
}
