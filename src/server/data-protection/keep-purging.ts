import type { ServerContext } from '../context.ts'
import { purgeExpired } from './purge.ts'

const DAY_MS = 24 * 3_600_000

/** Purges now and then every day, until stopped. A purge that fails is told, and tried again the next day. */
export function keepPurging(context: ServerContext, onFailure: (error: unknown) => void): { stop: () => Promise<void> } {
  let last: Promise<void> = Promise.resolve()
  const purge = () => {
    last = last.then(() => purgeExpired(context)).then(() => undefined, onFailure)
  }
  purge()
  const timer = setInterval(purge, DAY_MS)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
      return last
    },
  }
}
