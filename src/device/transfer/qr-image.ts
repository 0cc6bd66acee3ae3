import { encodeQR } from 'qr'

/** Modules left white around the code (ISO/IEC 18004 §5.3.8). */
const QUIET_ZONE = 4

/** A frame's bytes as a QR code of the smallest version that holds them: rows of modules, true where dark, quiet zone included. */
export function qrModules(frame: Uint8Array): boolean[][] {
  return encodeQR('frame', 'raw', { ecc: 'low', encoding: 'byte', border: QUIET_ZONE, textEncoder: () => frame })
}

/** The code at one pixel a module, to be enlarged without smoothing. */
export function qrPixels(frame: Uint8Array): ImageData {
  const rows = qrModules(frame)
  const pixels = new ImageData(rows.length, rows.length)
  const values = new Uint32Array(pixels.data.buffer)
  for (const [y, row] of rows.entries()) for (const [x, isDark] of row.entries()) values[y * rows.length + x] = isDark ? BLACK : WHITE
  return pixels
}

/** Opaque, and the same whichever way the machine orders its bytes: white, and black without its alpha. */
const WHITE = 0xffffffff
const BLACK = new Uint32Array(Uint8Array.of(0, 0, 0, 255).buffer)[0] ?? 0
