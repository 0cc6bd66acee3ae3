import { useCallback, useEffect, useRef, useState } from 'react'
import { useAfterPress } from './use-after-press.ts'

/** How long typed text may wait before it is given to the log. */
const SAVE_DELAY_MS = 2_000

/**
 * A text that records itself: at most once every two seconds while typing, and at once when the field is left (call `leave`), the page hidden or closed.
 * `unsaved` is true as long as what is on the screen is not what is on the disk. Follows the log when it changes elsewhere (undo, other tab).
 */
export function useWrittenText(recorded: string, save: (text: string) => Promise<boolean>) {
  const [text, setText] = useState(recorded)
  const latest = useRef(recorded)
  const given = useRef(recorded)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const saving = useRef(save)
  useEffect(() => {
    saving.current = save
  })

  useEffect(() => {
    if (latest.current !== given.current) return
    latest.current = recorded
    given.current = recorded
    setText(recorded)
  }, [recorded])

  const flush = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    if (latest.current === given.current) return
    const before = given.current
    const sent = latest.current
    given.current = sent
    void saving.current(sent).then((isRecorded) => {
      if (!isRecorded && given.current === sent) given.current = before
    })
  }, [])

  const write = useCallback(
    (next: string) => {
      latest.current = next
      setText(next)
      timer.current ??= setTimeout(flush, SAVE_DELAY_MS)
    },
    [flush],
  )

  useEffect(() => {
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  return { text, write, leave: useAfterPress(flush), unsaved: text !== recorded }
}
