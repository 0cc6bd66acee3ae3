import encodeQr from 'qr'
import { useMemo } from 'react'

/** Light margin the QR standard asks for, in modules. */
const MARGIN = 4

/** A text as a QR code (ISO/IEC 18004), drawn dark on light in both themes: cameras expect it so. */
export function QrImage({ text, label, className }: { text: string; label: string; className?: string | undefined }) {
  const { size, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg role="img" aria-label={label} className={className} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** A longer text is better read with larger modules than with more correction. */
const LONG_TEXT = 300

function qrPath(text: string): { size: number; path: string } {
  const modules = encodeQr(text, 'raw', { ecc: text.length > LONG_TEXT ? 'low' : 'medium', border: MARGIN })
  const squares = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size: modules.length, path: squares.join('') }
}
