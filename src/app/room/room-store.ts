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
  /** When the session package last changed by itself (epoch ms), until the person has read it. */
  packageNewsAtMs: number | null
  open: (notebook: Notebook) => void
  /** Forgets the keys and goes back to the unlock screen. */
  lock: () => void
  setOralRunning: (oralRunning: boolean) => void
  setUpdate: (update: UpdateState) => void
  setPackageNews: (atMs: number | null) => void
}

export const useRoomStore = create<RoomState>()((set, get) => ({
  notebook: null,
  wasOpen: false,
  oralRunning: false,
  update: 'none',
  packageNewsAtMs: null,
  open: (notebook) => set({ notebook, wasOpen: true }),
  lock: () => {
    get().notebook?.lock()
    set({ notebook: null, oralRunning: false, packageNewsAtMs: null })
  },
  setOralRunning: (oralRunning) => set({ oralRunning }),
  setUpdate: (update) => set({ update }),
  setPackageNews: (packageNewsAtMs) => set({ packageNewsAtMs }),
}))

/** Told by the oral's page when its timer starts and stops. */
export function setOralRunning(oralRunning: boolean): void {
  useRoomStore.getState().setOralRunning(oralRunning)
}
