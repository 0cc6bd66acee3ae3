/** A first name for this device, from what its browser says: the person may change it. */
export function guessDeviceName(userAgent: string, maxTouchPoints: number): string {
  const touch = maxTouchPoints > 1
  if (/iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touch)) return 'iPad'
  if (/iPhone/.test(userAgent)) return 'iPhone'
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'Téléphone Android' : 'Tablette Android'
  if (/CrOS/.test(userAgent)) return 'Chromebook'
  if (/Windows/.test(userAgent)) return touch ? 'Tablette ou ordinateur Windows' : 'Ordinateur Windows'
  if (/Macintosh/.test(userAgent)) return 'Mac'
  return 'Ordinateur'
}
