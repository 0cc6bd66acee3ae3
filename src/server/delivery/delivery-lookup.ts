import type { CalibrationPlace } from '../storage/calibrations.ts'
import type { Device } from '../storage/devices.ts'
import type { StoredSession } from '../storage/sessions.ts'

/** Where a delivery looks up what a sheet or minutes refer to. Cached for one request by its caller. */
export interface DeliveryLookup {
  device: (deviceId: string) => Promise<Device | null>
  session: (sessionId: string) => Promise<StoredSession | null>
  calibration: (calibrationId: string) => Promise<CalibrationPlace | null>
}
