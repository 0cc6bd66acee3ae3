import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import SignaturePad, { type PointGroup } from 'signature_pad'
import type { Strokes } from '#domain/entry.ts'
import { scaleStrokes, toStrokes } from './strokes.ts'

export interface Ink {
  canvasRef: RefObject<HTMLCanvasElement | null>
  /** What is drawn, or null when nothing is. */
  strokes: Strokes | null
  undoStroke: () => void
  clear: () => void
}

/** A drawing surface on signature_pad that keeps its strokes through a resize or a rotation. */
export function useInk(): Ink {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const padRef = useRef<SignaturePad | null>(null)
  const [strokes, setStrokes] = useState<Strokes | null>(null)
  const kept = useRef<Strokes | null>(null)

  const keep = useCallback(() => {
    const canvas = canvasRef.current
    const groups = padRef.current?.toData() ?? []
    kept.current = canvas === null || groups.length === 0 ? null : toStrokes(groups, boxOf(canvas))
    setStrokes(kept.current)
  }, [])

  const draw = useCallback((drawn: Strokes | null) => {
    const pad = padRef.current
    if (pad === null) return
    pad.clear()
    if (drawn !== null) pad.fromData(toGroups(drawn, pad))
  }, [])

  useEffect(() => {
    const canvas = canvasRef.current
    if (canvas === null) return
    const pad = new SignaturePad(canvas, { minWidth: 0.8, maxWidth: 2.6, penColor: getComputedStyle(canvas).color })
    padRef.current = pad
    const layOut = () => {
      const ratio = Math.max(1, window.devicePixelRatio)
      const box = boxOf(canvas)
      canvas.width = box.width * ratio
      canvas.height = box.height * ratio
      canvas.getContext('2d')?.scale(ratio, ratio)
      draw(kept.current === null ? null : scaleStrokes(kept.current, box))
      keep()
    }
    layOut()
    pad.addEventListener('endStroke', keep)
    const observer = new ResizeObserver(layOut)
    observer.observe(canvas)
    return () => {
      observer.disconnect()
      pad.removeEventListener('endStroke', keep)
      pad.off()
      padRef.current = null
    }
  }, [draw, keep])

  const undoStroke = () => {
    const pad = padRef.current
    if (pad === null) return
    pad.fromData(pad.toData().slice(0, -1))
    keep()
  }
  const clear = () => {
    padRef.current?.clear()
    keep()
  }
  return { canvasRef, strokes, undoStroke, clear }
}

/** In CSS pixels; never zero, so that nothing is divided by it before the layout. */
function boxOf(canvas: HTMLCanvasElement): { width: number; height: number } {
  return { width: Math.max(1, canvas.offsetWidth), height: Math.max(1, canvas.offsetHeight) }
}

function toGroups(drawn: Strokes, pad: SignaturePad): PointGroup[] {
  const { dotSize, minWidth, maxWidth, penColor, velocityFilterWeight, compositeOperation } = pad
  return drawn.strokes.map((stroke) => ({
    dotSize,
    minWidth,
    maxWidth,
    penColor,
    velocityFilterWeight,
    compositeOperation,
    points: stroke.map(([x, y, pressure, time]) => ({ x, y, pressure, time })),
  }))
}
