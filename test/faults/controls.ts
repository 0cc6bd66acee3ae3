import { controlClearRows, controlForgetfulDevice, controlScreenFirst, controlUnguardedLog } from './controls/careless-devices.ts'
import { controlAnswersEarly, controlStoresAgain } from './controls/careless-servers.ts'
import { controlNoFountain } from './controls/one-pass-camera.ts'
import type { Fault } from './fault.ts'
import { controlSchedules } from './faults/schedules.ts'

/** One for each kind of harness: what it must see when the protection is taken away. */
export const controls: readonly Fault[] = [
  controlScreenFirst,
  controlForgetfulDevice,
  controlAnswersEarly,
  controlStoresAgain,
  controlUnguardedLog,
  controlClearRows,
  controlNoFountain,
  controlSchedules,
]
