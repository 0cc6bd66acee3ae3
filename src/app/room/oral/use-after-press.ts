import { useCallback, useEffect, useRef } from 'react'

/**
 * For what a field does when it is left: a press elsewhere takes the focus before it has become a click, and recording words changes what
 * the screen asks for. What is under the finger must not move in between, or the touch is lost. Gives the act to call on leaving; it runs
 * once the click has found its target, or at once without a press.
 */
export function useAfterPress(act: () => void): () => void {
  const isPressed = useRef(false)
  const isWaiting = useRef(false)

  const settle = useCallback(() => {
    if (!isWaiting.current) return
    isWaiting.current = false
    act()
  }, [act])

  useEffect(() => {
    const press = () => {
      isPressed.current = true
    }
    const release = () => {
      isPressed.current = false
      // A press that ends elsewhere than it began makes no click.
      setTimeout(settle)
    }
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('pointerup', release, true)
    window.addEventListener('pointercancel', release, true)
    window.addEventListener('click', settle, true)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('pointerup', release, true)
      window.removeEventListener('pointercancel', release, true)
      window.removeEventListener('click', settle, true)
    }
  }, [settle])

  return useCallback(() => {
    isWaiting.current = true
    // After a touch, the focus leaves between its release and its click, in one task.
    if (!isPressed.current) setTimeout(settle)
  }, [settle])
}
