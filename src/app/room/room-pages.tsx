import { useObservable } from 'dexie-react-hooks'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, Route, Routes } from 'react-router'
import { watchUpdate } from '#device/app-update.ts'
import { keepDelivering } from '#device/delivery.ts'
import { watchNotebooks } from '#device/notebooks.ts'
import { watchOutbox } from '#device/outbox.ts'
import { LoadingPage } from '../shared/loading-page.tsx'
import { DayPage } from './day-page.tsx'
import { EnrolmentPage } from './enrolment-page.tsx'
import { NotebookProvider, useNotebook } from './notebook-context.tsx'
import { OralPage } from './oral/oral-page.tsx'
import { OutboxPage } from './outbox-page.tsx'
import { ReadinessPage } from './readiness-page.tsx'
import { RoomFrame } from './room-frame.tsx'
import { useRoomStore } from './room-store.ts'
import { SettingsPage } from './settings-page.tsx'
import { wasTold } from './told-once.ts'
import { UnknownPage } from './unknown-page.tsx'
import { UnlockPage } from './unlock-page.tsx'
import { IDLE_LOCK_MS, useAutoLock } from './use-auto-lock.ts'
import { WipeProposal } from './wipe/wipe-proposal.tsx'

/** Loaded when it is opened: the QR codec is of no use to most days. */
const TransferPages = lazy(async () => ({ default: (await import('./transfer/transfer-pages.tsx')).TransferPages }))

/** Loaded when a passphrase is forgotten. */
const RecoveryPage = lazy(async () => ({ default: (await import('./recovery/recovery-page.tsx')).RecoveryPage }))

/** Loaded at the end of the session. */
const WipePage = lazy(async () => ({ default: (await import('./wipe/wipe-page.tsx')).WipePage }))
const WipedPage = lazy(async () => ({ default: (await import('./wipe/wiped-page.tsx')).WipedPage }))

/** Loaded when a support is first read, and found in the precache then: pdf.js is heavier than the rest of the room. */
const ReaderPage = lazy(async () => ({ default: (await import('./reader/reader-page.tsx')).ReaderPage }))

/** The jurors' door. Delivering starts as it opens: sealed envelopes leave even while every notebook is locked. */
export function RoomPages() {
  const setUpdate = useRoomStore((state) => state.setUpdate)
  useEffect(keepDelivering, [])
  useEffect(() => watchUpdate((state) => setUpdate(state === 'offlineReady' && wasTold('offlineReady') ? 'none' : state)), [setUpdate])
  return (
    <Routes>
      <Route path="inscription" element={<EnrolmentPage />} />
      <Route
        path="transfert/*"
        element={
          <Suspense fallback={null}>
            <TransferPages />
          </Suspense>
        }
      />
      <Route
        path="secours"
        element={
          <Suspense fallback={<LoadingPage />}>
            <RecoveryPage />
          </Suspense>
        }
      />
      <Route
        path="efface"
        element={
          <Suspense fallback={<LoadingPage />}>
            <WipedPage />
          </Suspense>
        }
      />
      <Route element={<Unlocked />}>
        {/* The oral and its support have the whole screen to themselves. */}
        <Route path="oral/:oralId" element={<OralPage />} />
        <Route
          path="oral/:oralId/support"
          element={
            <Suspense fallback={<LoadingPage />}>
              <ReaderPage />
            </Suspense>
          }
        />
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
      <WipeProposal />
      <Routes>
        <Route index element={<DayPage outbox={outbox} />} />
        <Route path="pret" element={<ReadinessPage />} />
        <Route path="plis" element={<OutboxPage outbox={outbox} />} />
        <Route path="reglages" element={<SettingsPage />} />
        <Route
          path="fin"
          element={
            <Suspense fallback={null}>
              <WipePage outbox={outbox} />
            </Suspense>
          }
        />
        <Route path="*" element={<UnknownPage />} />
      </Routes>
    </RoomFrame>
  )
}
