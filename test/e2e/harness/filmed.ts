import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Page } from 'playwright'

/** Chromium plays a camera's file at 30 pictures a second, again and again: three times each makes ten images a second, as the screen shows them. */
const PICTURES_PER_IMAGE = 3
/** A short stream soon repeats itself: it is not watched longer than this many pictures for each that was asked for. */
const MOST_TAKEN = 5

/** A browser whose camera plays a file. The file is read each time the camera is opened: it may be filmed later, and filmed anew. */
export function cameraFlags(path: string): string[] {
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`]
}

/**
 * Films a screen as it runs into a camera's file: `images` different pictures, or all there are when it shows fewer. Images in between are
 * missed, as by a camera.
 */
export async function film(page: Page, path: string, images: number): Promise<void> {
  const file = await open(path, 'w')
  const filmed = new Set<string>()
  try {
    for (let taken = 0; filmed.size < images && taken < MOST_TAKEN * images; taken++) {
      const picture = await page.screenshot({ type: 'jpeg', quality: 90 })
      const name = createHash('sha256').update(picture).digest('hex')
      if (filmed.has(name)) continue
      filmed.add(name)
      for (let times = 0; times < PICTURES_PER_IMAGE; times++) await file.write(picture)
    }
  } finally {
    await file.close()
  }
}
