import type { Fault } from './fault.ts'
import { browserKilledDelivering } from './faults/browser-killed-delivering.ts'
import { browserKilledScoring } from './faults/browser-killed-scoring.ts'
import { clockShifted } from './faults/clock-shifted.ts'
import { connectionCut } from './faults/connection-cut.ts'
import { databaseDeleted } from './faults/database-deleted.ts'
import { qrFrames } from './faults/qr-frames.ts'
import { quotaExceeded } from './faults/quota-exceeded.ts'
import { rowsCorrupted } from './faults/rows-corrupted.ts'
import { schedules } from './faults/schedules.ts'
import { serverKilled } from './faults/server-killed.ts'
import { serverRestored } from './faults/server-restored.ts'
import { answersLost, captivePortal } from './faults/stormy-network.ts'
import { twoDevices } from './faults/two-devices.ts'
import { twoTabs } from './faults/two-tabs.ts'
import { updateMidOral } from './faults/update-mid-oral.ts'

/** Every fault the product must come through. */
export const faults: readonly Fault[] = [
  browserKilledScoring,
  browserKilledDelivering,
  serverKilled,
  serverRestored,
  answersLost,
  connectionCut,
  captivePortal,
  quotaExceeded,
  databaseDeleted,
  rowsCorrupted,
  clockShifted,
  twoTabs,
  twoDevices,
  updateMidOral,
  qrFrames,
  schedules,
]
