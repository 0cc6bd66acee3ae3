import type { DeviceChain, JurorDevice, Refusal, SecondDevice, SessionBoard, WaitingRecovery } from '#contract/desk.ts'
import type { Juror } from '#domain/exam-session.ts'
import { latestDevice, type OralRow, panelRows, seenAtMs } from './board-view.ts'

/** A device not seen for this long, on a day of exam, deserves a call. */
const UNSEEN_MS = 24 * 3_600_000

/** One thing that needs a person, most pressing first. */
export type Concern =
  | { kind: 'recovery'; juror: Juror | null; recovery: WaitingRecovery }
  | { kind: 'missingSheets'; juror: Juror; device: JurorDevice | null; rows: OralRow[] }
  | { kind: 'neverCame'; juror: Juror | null; chain: DeviceChain }
  | { kind: 'samePlace'; juror: Juror | null; chain: DeviceChain }
  | { kind: 'secondDevice'; juror: Juror | null; second: SecondDevice }
  | { kind: 'refused'; juror: Juror | null; refusal: Refusal; count: number }
  | { kind: 'noDevice'; juror: Juror }
  | { kind: 'unseenDevice'; juror: Juror; device: JurorDevice }
  | { kind: 'notReady'; juror: Juror; device: JurorDevice; failed: number }

/**
 * What needs a person first: a juror shut out of their notebook, who waits now; sheets missing by the clock, sheets a device signed that
 * never came, devices and deliveries refused, then devices that may not work on the day. A juror with missing sheets is named once: that line tells the device's story too.
 */
export function concerns(board: SessionBoard, nowMs: number): Concern[] {
  const rows = panelRows(board, nowMs).flatMap((panel) => panel.rows)
  const missing = missingSheets(board, rows)
  const told = new Set(missing.map((concern) => concern.juror.id))
  const devices = deviceConcerns(board, rows, nowMs).filter((concern) => !told.has(concern.juror.id))
  return [...recoveries(board), ...missing, ...chainConcerns(board), ...secondDevices(board), ...refusals(board), ...devices]
}

type About<Kind extends Concern['kind']> = Extract<Concern, { kind: Kind }>

function recoveries(board: SessionBoard): About<'recovery'>[] {
  return board.recoveriesWaiting.map((recovery) => ({ kind: 'recovery', juror: jurorOf(board, recovery.jurorId), recovery }))
}

function secondDevices(board: SessionBoard): About<'secondDevice'>[] {
  return board.secondDevices.map((second) => ({ kind: 'secondDevice', juror: jurorOf(board, second.jurorId), second }))
}

function jurorOf(board: SessionBoard, jurorId: string | undefined): Juror | null {
  return board.jurors.find(({ id }) => id === jurorId) ?? null
}

function missingSheets(board: SessionBoard, rows: readonly OralRow[]): About<'missingSheets'>[] {
  return board.jurors.flatMap((juror) => {
    const missing = rows.filter((row) => row.cells.some((cell) => cell.juror.id === juror.id && cell.state === 'missing'))
    return missing.length > 0 ? [{ kind: 'missingSheets' as const, juror, device: latestDevice(board, juror.id), rows: missing }] : []
  })
}

function chainConcerns(board: SessionBoard): About<'neverCame' | 'samePlace'>[] {
  return board.chains.flatMap((chain) => {
    const juror = jurorOf(board, chain.jurorId)
    return [
      ...(chain.missing.length > 0 ? [{ kind: 'neverCame' as const, juror, chain }] : []),
      ...(chain.forks.length > 0 ? [{ kind: 'samePlace' as const, juror, chain }] : []),
    ]
  })
}

/** One line per device and reason: a device tries again and again, and the last time is enough. */
function refusals(board: SessionBoard): About<'refused'>[] {
  const lines = new Map<string, About<'refused'>>()
  for (const refusal of board.refusals) {
    const key = `${refusal.deviceId} ${refusal.code}`
    const known = lines.get(key)
    if (known) known.count += 1
    else {
      const jurorId = board.devices.find((device) => device.deviceId === refusal.deviceId)?.jurorId
      lines.set(key, { kind: 'refused', juror: jurorOf(board, jurorId), refusal, count: 1 })
    }
  }
  return [...lines.values()]
}

/** Only jurors who still have an oral to score need a working device. */
function deviceConcerns(board: SessionBoard, rows: readonly OralRow[], nowMs: number): About<'noDevice' | 'unseenDevice' | 'notReady'>[] {
  return board.jurors.flatMap((juror): About<'noDevice' | 'unseenDevice' | 'notReady'>[] => {
    const pending = rows.filter((row) => row.cells.some((cell) => cell.juror.id === juror.id && cell.state !== 'received'))
    const first = Math.min(...pending.map((row) => Date.parse(row.oral.startsAt)))
    if (pending.length === 0) return []
    const device = latestDevice(board, juror.id)
    if (!device) return [{ kind: 'noDevice', juror }]
    if (device.readiness && device.readiness.failed > 0) return [{ kind: 'notReady', juror, device, failed: device.readiness.failed }]
    const soon = first - nowMs < UNSEEN_MS
    return soon && nowMs - seenAtMs(device) > UNSEEN_MS ? [{ kind: 'unseenDevice', juror, device }] : []
  })
}
