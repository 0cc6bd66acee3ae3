import { type TouchEvent, useRef } from 'react'

const MIN_DISTANCE_PX = 60

/** Turns the page when one finger slides sideways, unless the page itself can scroll that way. */
export function useSwipe(onSwipe: (direction: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: (event: TouchEvent<HTMLElement>) => {
      const touch = event.touches[0]
      const wide = event.currentTarget.scrollWidth > event.currentTarget.clientWidth + 1
      start.current = touch && event.touches.length === 1 && !wide ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: (event: TouchEvent<HTMLElement>) => {
      const from = start.current
      const touch = event.changedTouches[0]
      start.current = null
      if (!from || !touch) return
      const x = touch.clientX - from.x
      const y = touch.clientY - from.y
      if (Math.abs(x) >= MIN_DISTANCE_PX && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x < 0 ? 1 : -1)
    },
  }
}
