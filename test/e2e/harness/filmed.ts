import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Locator, Page } from 'playwright'

/** A camera sees fewer pixels than a screen has; a quarter of them is a quarter of the work of making, writing and reading each picture. */
const FILM_SCALE = 0.5

/** A code stays a tenth of a second at the speed it starts with: sooner, the same one would be taken again. */
const PICTURE_EVERY_MS = 100

const FILM_LIMIT_MS = 60_000

/** What a fountain needs at worst. */
const A_LITTLE_MORE = 14

/** A browser whose camera plays a file. The file is read each time the camera is opened: it may be filmed later, and filmed anew. */
export function cameraFlags(path: string): string[] {
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`]
}

/**
 * Films a code as it moves on the screen, until `images` different pictures of it are taken. Images in between are missed, as by a camera.
 * The film's pictures are raw: Chromium's fake camera draws noise when it decodes JPEG.
 */
export async function filmMoving(code: Locator, path: string, images: number): Promise<void> {
  const page = code.page()
  const clip = await code.boundingBox()
  if (clip === null) throw new Error('the code is not on the screen')
  const screen = await page.context().newCDPSession(page)
  const filmed = new Map<string, Buffer>()
  const deadline = Date.now() + FILM_LIMIT_MS
  while (filmed.size < images) {
    if (Date.now() > deadline) throw new Error(`only ${filmed.size} different pictures of ${images} in ${FILM_LIMIT_MS} ms`)
    const next = delay(PICTURE_EVERY_MS)
    const { data } = await screen.send('Page.captureScreenshot', { clip: { ...clip, scale: FILM_SCALE } })
    const picture = Buffer.from(data, 'base64')
    filmed.set(createHash('sha256').update(picture).digest('hex'), picture)
    await next
  }
  await screen.detach()
  await writeFilm(page, path, [...filmed.values()])
}

/** How many slices the moving code is said to have. */
export async function slicesShown(page: Page): Promise<number> {
  const counted = await page.getByText(/images? montrées?/).textContent()
  const slices = Number(/au moins (\d+)/.exec(counted ?? '')?.[1])
  if (Number.isNaN(slices)) throw new Error(`no number of slices in « ${counted} »`)
  return slices
}

/**
 * How many different images of a stream rebuild it: a little more than its slices, and no more than exist. Of `slices` slices there are
 * 2^slices - 1 mixtures, and any 2^(slices - 1) of them are enough.
 */
export function imagesEnough(slices: number): number {
  return Math.min(slices + A_LITTLE_MORE, 2 ** (slices - 1))
}

/**
 * Writes PNG pictures as a film of grey ones that a camera plays at ten a second, again and again (YUV4MPEG2, 4:2:0), all as large as the
 * first. `page` decodes them.
 */
export async function writeFilm(page: Page, path: string, pictures: readonly Buffer[]): Promise<void> {
  const file = await open(path, 'w')
  try {
    let size: Size | null = null
    for (const picture of pictures) {
      const { luma, ...itsSize }: Size & { luma: Buffer } = await lumaOf(page, picture, size)
      if (size === null) await file.write(`YUV4MPEG2 W${itsSize.width} H${itsSize.height} F10:1 Ip A1:1 C420jpeg\n`)
      size = itsSize
      await file.write('FRAME\n')
      await file.write(luma)
      await file.write(Buffer.alloc(luma.length / 2, 128))
    }
  } finally {
    await file.close()
  }
}

interface Size {
  width: number
  height: number
}

/** The brightness of each pixel of a picture drawn at this size: else at its own, made even, for colours are stored by squares of four. */
async function lumaOf(page: Page, png: Buffer, size: Size | null): Promise<Size & { luma: Buffer }> {
  const { width, height, base64 } = await page.evaluate(
    async ({ data, size }) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
      const { width, height } = size ?? { width: picture.width & ~1, height: picture.height & ~1 }
      const context = new OffscreenCanvas(width, height).getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.drawImage(picture, 0, 0, width, height)
      const rgba = context.getImageData(0, 0, width, height).data
      const luma = new Uint8Array(width * height)
      for (let at = 0; at < luma.length; at++) luma[at] = rgba[at * 4] ?? 0
      const url = await new Promise<string>((resolve, reject) => {
        const reader = new FileReader()
        reader.onload = () => resolve(String(reader.result))
        reader.onerror = () => reject(reader.error)
        reader.readAsDataURL(new Blob([luma]))
      })
      return { width, height, base64: url.slice(url.indexOf(',') + 1) }
    },
    { data: png.toString('base64'), size },
  )
  return { width, height, luma: Buffer.from(base64, 'base64') }
}
