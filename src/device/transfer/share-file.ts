import { PLI_MEDIA_TYPE, type PliEnvelope } from '#contract/pli.ts'
import { pliFileName, writePli } from './pli-file.ts'

/** `shared`: handed to the system's share sheet. `cancelled`: the person closed it. `unavailable`: save it as a file instead. */
export type ShareOutcome = 'shared' | 'cancelled' | 'unavailable'

/** Envelopes as a `.pli` file. */
export function pliFile(envelopes: readonly PliEnvelope[], now: Date): File {
  return new File([writePli(envelopes)], pliFileName(now), { type: PLI_MEDIA_TYPE })
}

/** The file as the system can pass it to another application or device; null where it can't pass files at all. */
export function shareableFile(file: File): File | null {
  // Chromium shares only extensions it knows: the same content as text, which opens here like any .pli.
  const asText = new File([file], `${file.name}.txt`, { type: 'text/plain' })
  return [file, asText].find((each) => canShare(each)) ?? null
}

function canShare(file: File): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] })
}

/** Opens the system's share sheet with what `shareableFile` gave. To be called from a gesture. */
export async function shareFile(file: File): Promise<ShareOutcome> {
  try {
    await navigator.share({ files: [file] })
    return 'shared'
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
    // The gesture is too old, or the system refuses this kind of file after all.
    if (error instanceof DOMException && error.name === 'NotAllowedError') return 'unavailable'
    throw error
  }
}
