/** A compact JWS or JWE with one bit of one part changed: the bytes change, and are written again in base64url. */
function withChangedBit(compact: string, part: number, byte: number): string {
  const parts = compact.split('.')
  const bytes = Buffer.from(parts[part] ?? '', 'base64url')
  bytes[byte] = (bytes[byte] ?? 0) ^ 1
  parts[part] = bytes.toString('base64url')
  return parts.join('.')
}

/** A compact JWS or JWE with one bit changed, once for each of about 25 bytes of each part that is not empty, its first and last among them. */
export function changedByOneBit(compact: string): string[] {
  return compact.split('.').flatMap((text, part) => {
    const { length } = Buffer.from(text, 'base64url')
    const step = Math.max(1, Math.floor(length / 25))
    const places = Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step)
    return (length === 0 ? [] : [...new Set([...places, length - 1])]).map((byte) => withChangedBit(compact, part, byte))
  })
}
