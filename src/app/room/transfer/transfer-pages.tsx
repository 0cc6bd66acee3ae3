import { useObservable } from 'dexie-react-hooks'
import { Route, Routes } from 'react-router'
import { watchOutbox } from '#device/outbox.ts'
import { ErrorPage } from '../../shared/error-page.tsx'
import { RoomFrame } from '../room-frame.tsx'
import { useRoomStore } from '../room-store.ts'
import { IDLE_LOCK_MS, useAutoLock } from '../use-auto-lock.ts'
import { ReceivePage } from './receive-page.tsx'
import { SendPage } from './send-page.tsx'
import { TransferPage } from './transfer-page.tsx'

/** Passing envelopes on needs no open notebook: they are sealed, whoever holds the tablet at the end of the day may hand them over. */
export function TransferPages() {
  const notebook = useRoomStore((state) => state.notebook)
  const lock = useRoomStore((state) => state.lock)
  const oralRunning = useRoomStore((state) => state.oralRunning)
  const vaultId = notebook?.vaultId
  const outbox = useObservable(() => watchOutbox(vaultId), [vaultId])
  useAutoLock(lock, IDLE_LOCK_MS, notebook === null || oralRunning)
  return (
    <RoomFrame {...(notebook === null ? {} : { open: { outbox, onLock: lock } })}>
      <Routes>
        <Route index element={<TransferPage />} />
        <Route path="donner" element={<SendPage />} />
        <Route path="recevoir" element={<ReceivePage />} />
        <Route path="*" element={<ErrorPage />} />
      </Routes>
    </RoomFrame>
  )
}
