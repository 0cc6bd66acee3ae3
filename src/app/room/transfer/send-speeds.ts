/** Images a second. The slowest stays under the three flashes a second of WCAG 2.3.1; a camera needs two or three pictures of each image. */
export const SPEEDS = [3, 6, 10, 14] as const
export type Speed = (typeof SPEEDS)[number]

/** Ten a second, or three for a person who asked for less motion. */
export function firstSpeed(): Speed {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 3 : 10
}

/** The next speed down or up, or null at the end. */
export function nextSpeed(speed: Speed, step: -1 | 1): Speed | null {
  return SPEEDS[SPEEDS.indexOf(speed) + step] ?? null
}
