import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { CheckedEnvelopes } from '#device/transfer/check-envelopes.ts'
import { type Receiving, receiveEnvelopes } from '#device/transfer/receiver.ts'
import type { StreamDecoder } from '#device/transfer/stream-decoder.ts'
import { holdWakeLock } from '#device/wake-lock.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'

interface ReceivingByCamera {
  /** Where the camera's picture is shown; see ReceivingStage. */
  video: RefObject<HTMLVideoElement | null>
  receiving: Receiving
  /** Films again, with this camera or the one that looks away from the person. */
  startAgain: (cameraId: string | null) => void
  cameraId: string | null
}

/** Films codes into `decoder` with the screen kept on; gives the content to `onComplete` once it is whole and checked. */
export function useReceiving(decoder: StreamDecoder, onComplete: (content: CheckedEnvelopes) => Promise<void>): ReceivingByCamera {
  const breakPage = useBreakPage()
  const video = useRef<HTMLVideoElement>(null)
  const [request, setRequest] = useState<{ cameraId: string | null }>({ cameraId: null })
  const [receiving, setReceiving] = useState<Receiving>({ step: 'opening' })
  const follow = useCallback(
    (state: Receiving) => {
      setReceiving(state)
      if (state.step === 'complete') onComplete(state.content).catch(breakPage)
    },
    [onComplete, breakPage],
  )
  useEffect(() => {
    if (video.current === null) return
    const letScreenSleep = holdWakeLock()
    const stop = receiveEnvelopes(video.current, decoder, request.cameraId, follow, breakPage)
    return () => {
      stop()
      letScreenSleep()
    }
  }, [decoder, request, follow, breakPage])
  return { video, receiving, startAgain: (cameraId) => setRequest({ cameraId }), cameraId: request.cameraId }
}
