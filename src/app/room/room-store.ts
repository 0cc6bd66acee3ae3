import { create } from 'zustand'
import type { Notebook } from '#device/notebook.ts'

/** What the room remembers while its page lives: records live in the device's store, never here. */
interface RoomState {
  /** The unlocked notebook, or null while locked. */
  notebook: Notebook | null
  /** An oral's timer runs: no auto-lock, no update. */
  oralRunning: boolean
  open: (notebook: Notebook) => void
  /** Forgets the keys and goes back to the unlock screen. */
  lock: () => void
  setOralRunning: (oralRunning: boolean) => void
}

export const useRoomStore = create<RoomState>()((set, get) => ({
  notebook: null,
  oralRunning: false,
  open: (notebook) => set({ notebook }),
  lock: () => {
    get().notebook?.lock()
    set({ notebook: null, oralRunning: false })
  },
  setOralRunning: (oralRunning) => set({ oralRunning }),
}))

/** Told by the oral's page when its timer starts and stops. */
export function setOralRunning(oralRunning: boolean): void {
  useRoomStore.getState().setOralRunning(oralRunning)
}
