import { useObservable } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, Route, Routes } from 'react-router'
import { watchUpdate } from '#device/app-update.ts'
import { keepDelivering } from '#device/delivery.ts'
import { watchNotebooks } from '#device/notebooks.ts'
import { watchOutbox } from '#device/outbox.ts'
import { ErrorPage } from '../shared/error-page.tsx'
import { DayPage } from './day-page.tsx'
import { EnrolmentPage } from './enrolment-page.tsx'
import { NotebookProvider, useNotebook } from './notebook-context.tsx'
import { OutboxPage } from './outbox-page.tsx'
import { ReadinessPage } from './readiness-page.tsx'
import { RoomFrame } from './room-frame.tsx'
import { useRoomStore } from './room-store.ts'
import { SettingsPage } from './settings-page.tsx'
import { wasTold } from './told-once.ts'
import { UnlockPage } from './unlock-page.tsx'
import { useAutoLock } from './use-auto-lock.ts'

const IDLE_LOCK_MS = 15 * 60_000

/** The jurors' door. Delivering starts as it opens: sealed envelopes leave even while every notebook is locked. */
export function RoomPages() {
  const setUpdate = useRoomStore((state) => state.setUpdate)
  useEffect(keepDelivering, [])
  useEffect(() => watchUpdate((state) => setUpdate(state === 'offlineReady' && wasTold('offlineReady') ? 'none' : state)), [setUpdate])
  return (
    <Routes>
      <Route path="inscription" element={<EnrolmentPage />} />
      <Route element={<Unlocked />}>
        <Route path="*" element={<FramedPages />} />
      </Route>
    </Routes>
  )
}

/** Pages that need an open notebook; asks for it wherever the address leads, and comes back there. */
function Unlocked() {
  const { t } = useTranslation('shared')
  const notebook = useRoomStore((state) => state.notebook)
  const lock = useRoomStore((state) => state.lock)
  const oralRunning = useRoomStore((state) => state.oralRunning)
  const notebooks = useObservable(watchNotebooks, [])
  useAutoLock(lock, IDLE_LOCK_MS, notebook === null || oralRunning)
  if (notebook !== null) {
    return (
      <NotebookProvider notebook={notebook}>
        <Outlet />
      </NotebookProvider>
    )
  }
  if (!notebooks) {
    return (
      <RoomFrame>
        <p role="status">{t('loading')}</p>
      </RoomFrame>
    )
  }
  return <UnlockPage notebooks={notebooks} />
}

function FramedPages() {
  const lock = useRoomStore((state) => state.lock)
  const { vaultId } = useNotebook()
  const outbox = useObservable(() => watchOutbox(vaultId), [vaultId])
  return (
    <RoomFrame open={{ outbox, onLock: lock }}>
      <Routes>
        <Route index element={<DayPage outbox={outbox} />} />
        <Route path="pret" element={<ReadinessPage />} />
        <Route path="plis" element={<OutboxPage outbox={outbox} />} />
        <Route path="reglages" element={<SettingsPage />} />
        <Route path="*" element={<ErrorPage />} />
      </Routes>
    </RoomFrame>
  )
}
