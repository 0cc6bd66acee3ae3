import type { Strokes } from '#domain/entry.ts'
import { croppedToInk } from '#domain/strokes.ts'
import { InkPicture } from '../../../shared/sheet/ink-picture.tsx'

/** A drawn signature without the empty room around it, never larger than it was drawn. */
export function SignaturePicture({ strokes, label }: { strokes: Strokes; label: string }) {
  const ink = croppedToInk(strokes)
  return (
    <div style={{ maxInlineSize: ink.width }}>
      <InkPicture ink={ink} label={label} />
    </div>
  )
}
