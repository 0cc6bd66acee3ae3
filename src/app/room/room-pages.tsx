import { useObservable } from 'dexie-react-hooks'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, Route, Routes } from 'react-router'
import { watchUpdate } from '#device/app-update.ts'
import { keepDelivering } from '#device/delivery.ts'
import { keepResealing } from '#device/keep-resealing.ts'
import { watchNotebooks } from '#device/notebooks.ts'
import { watchOutbox } from '#device/outbox.ts'
import { LoadingPage } from '../shared/loading-page.tsx'
import { ChunkPage } from '../shared/page-chunk.tsx'
import { DayPage } from './day-page.tsx'
import * as pages from './lazy-pages.ts'
import { NotebookProvider, useNotebook } from './notebook-context.tsx'
import { useCountdownWindowEnd } from './oral/timer/countdown-store.ts'
import { RoomFrame } from './room-frame.tsx'
import { useRoomStore } from './room-store.ts'
import { wasTold } from './told-once.ts'
import { UnknownPage } from './unknown-page.tsx'
import { UnlockPage } from './unlock-page.tsx'
import { IDLE_LOCK_MS, useAutoLock } from './use-auto-lock.ts'
import { WipeProposal } from './wipe/wipe-proposal.tsx'

/** The jurors' door. Delivering starts as it opens: sealed envelopes leave even while every notebook is locked. */
export function RoomPages() {
  const setUpdate = useRoomStore((state) => state.setUpdate)
  useEffect(keepDelivering, [])
  useEffect(() => watchUpdate((state) => setUpdate(state === 'offlineReady' && wasTold('offlineReady') ? 'none' : state)), [setUpdate])
  useEffect(pages.preloadPages, [])
  return (
    // Around all of them: going from one page to another keeps the first on the screen until the second is there.
    <Suspense fallback={<LoadingPage />}>
      <Routes>
        <Route path="inscription" element={<ChunkPage chunk={pages.enrolment} props={{}} />} />
        <Route path="inscription/fichier" element={<ChunkPage chunk={pages.offlineEnrolment} props={{}} />} />
        <Route path="transfert/*" element={<ChunkPage chunk={pages.transfer} props={{}} />} />
        <Route path="secours" element={<ChunkPage chunk={pages.recovery} props={{}} />} />
        <Route path="efface" element={<ChunkPage chunk={pages.wiped} props={{}} />} />
        <Route element={<Unlocked />}>
          {/* The oral and its support have the whole screen to themselves. */}
          <Route path="oral/:oralId" element={<OralPages />}>
            <Route index element={<ChunkPage chunk={pages.oral} props={{}} />} />
            <Route path="support" element={<ChunkPage chunk={pages.reader} props={{}} />} />
          </Route>
          <Route path="*" element={<FramedPages />} />
        </Route>
      </Routes>
    </Suspense>
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
  useEffect(() => (notebook === null ? undefined : keepResealing(notebook)), [notebook])
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

/** One oral: its sheet and its support. What they share lasts as long as either is shown. */
function OralPages() {
  useCountdownWindowEnd()
  return <Outlet />
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
        <Route path="pret" element={<ChunkPage chunk={pages.readiness} props={{}} />} />
        <Route path="plis" element={<ChunkPage chunk={pages.outbox} props={{ outbox }} />} />
        <Route path="deliberation/*" element={<ChunkPage chunk={pages.deliberation} props={{}} />} />
        <Route path="reglages" element={<ChunkPage chunk={pages.settings} props={{}} />} />
        <Route path="liens" element={<ChunkPage chunk={pages.interests} props={{}} />} />
        <Route path="mandat" element={<ChunkPage chunk={pages.mandate} props={{}} />} />
        <Route path="calibration/:calibrationId" element={<ChunkPage chunk={pages.calibration} props={{}} />} />
        <Route path="papier" element={<ChunkPage chunk={pages.paper} props={{}} />} />
        <Route path="fin" element={<ChunkPage chunk={pages.wipe} props={{ outbox }} />} />
        <Route path="*" element={<UnknownPage />} />
      </Routes>
    </RoomFrame>
  )
}
