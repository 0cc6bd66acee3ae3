import { Button } from '@mantine/core'
import type { Strokes } from '#domain/entry.ts'
import { InkSurface } from './ink-surface.tsx'
import { useInk } from './use-ink.ts'

interface InkPadProps {
  label: string
  submit: string
  disabled: boolean
  onInk: (ink: Strokes) => void
}

/** A drawing to give at once; the surface empties itself afterwards. */
export function InkPad({ label, submit, disabled, onInk }: InkPadProps) {
  const ink = useInk()
  const give = () => {
    if (ink.strokes === null) return
    onInk(ink.strokes)
    ink.clear()
  }
  return (
    <div>
      <InkSurface ink={ink} label={label} />
      <Button mih={48} disabled={disabled || ink.strokes === null} onClick={give}>
        {submit}
      </Button>
    </div>
  )
}
