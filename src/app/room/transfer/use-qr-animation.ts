import { type RefObject, useEffect, useState } from 'react'
import { qrPixels } from '#device/transfer/qr-image.ts'
import type { EnvelopeStream } from '#device/transfer/stream-encoder.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'

/** A frame may come this much early: the screen's own rhythm decides the exact moment. */
const EARLY_MS = 4

/** Shows one frame after the other on the canvas, `perSecond` of them (0: the last one stays). Gives how many were shown of this stream. */
export function useQrAnimation(canvas: RefObject<HTMLCanvasElement | null>, stream: EnvelopeStream, perSecond: number): number {
  const breakPage = useBreakPage()
  const [shown, setShown] = useState({ stream, count: 0 })

  useEffect(() => {
    if (perSecond === 0) return
    const periodMs = 1_000 / perSecond
    let isStopped = false
    let request = 0
    let lastShownMs = Number.NEGATIVE_INFINITY
    let ready: ImageData | null = null

    const prepare = () => {
      ready = null
      stream
        .nextFrame()
        .then((frame) => {
          ready = qrPixels(frame)
        })
        .catch(breakPage)
    }
    const tick = (nowMs: number) => {
      if (isStopped) return
      request = requestAnimationFrame(tick)
      if (ready === null || canvas.current === null || nowMs - lastShownMs < periodMs - EARLY_MS) return
      enlarge(canvas.current, ready)
      lastShownMs = nowMs
      prepare()
      setShown((last) => ({ stream, count: last.stream === stream ? last.count + 1 : 1 }))
    }
    prepare()
    request = requestAnimationFrame(tick)
    return () => {
      isStopped = true
      cancelAnimationFrame(request)
    }
  }, [canvas, stream, perSecond, breakPage])

  return shown.stream === stream ? shown.count : 0
}

/** Every module the same whole number of screen pixels: a camera reads uneven ones badly. */
function enlarge(canvas: HTMLCanvasElement, code: ImageData): void {
  const room = (canvas.parentElement?.clientWidth ?? code.width) * window.devicePixelRatio
  const scale = Math.max(1, Math.floor(room / code.width))
  const side = code.width * scale
  if (canvas.width !== side) {
    canvas.width = side
    canvas.height = side
    canvas.style.width = `${side / window.devicePixelRatio}px`
  }
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, side, side)
  context.fillStyle = '#000'
  for (let y = 0; y < code.height; y++) {
    for (let x = 0; x < code.width; x++) if (code.data[(y * code.width + x) * 4] === 0) context.fillRect(x * scale, y * scale, scale, scale)
  }
}
