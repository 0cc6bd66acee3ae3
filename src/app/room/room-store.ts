import { create } from 'zustand'
import type { UpdateState } from '#device/app-update.ts'
import type { Notebook } from '#device/notebook.ts'

/** What the room remembers while its page lives: records live in the device's store, never here. */
interface RoomState {
  /** The unlocked notebook, or null while locked. */
  notebook: Notebook | null
  /** A notebook was open since the page was loaded: what is shown now follows a gesture. */
  wasOpen: boolean
  /** An oral's timer runs: no auto-lock, no update. */
  oralRunning: boolean
  /** What the service worker says of this version; shown on the day's page only. */
  update: UpdateState
  open: (notebook: Notebook) => void
  /** Forgets the keys and goes back to the unlock screen. */
  lock: () => void
  setOralRunning: (oralRunning: boolean) => void
  setUpdate: (update: UpdateState) => void
}

export const useRoomStore = create<RoomState>()((set, get) => ({
  notebook: null,
  wasOpen: false,
  oralRunning: false,
  update: 'none',
  open: (notebook) => set({ notebook, wasOpen: true }),
  lock: () => {
    get().notebook?.lock()
    set({ notebook: null, oralRunning: false })
  },
  setOralRunning: (oralRunning) => set({ oralRunning }),
  setUpdate: (update) => set({ update }),
}))

/** Told by the oral's page when its timer starts and stops. */
export function setOralRunning(oralRunning: boolean): void {
  useRoomStore.getState().setOralRunning(oralRunning)
}
