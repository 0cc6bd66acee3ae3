import { useCallback, useRef, useState } from 'react'
import { DeviceError } from '#device/device-error.ts'
import { keepCarried } from '#device/transfer/carried.ts'
import type { CheckedEnvelopes, DamagedEnvelope } from '#device/transfer/check-envelopes.ts'

/** Checked envelopes on their way to the disk. « Reçu » is said at `kept` only; `notStored` holds them in memory until it works. */
export type Keeping =
  | { step: 'storing' }
  | { step: 'kept'; fresh: number; known: number; parcels: number; damaged: readonly DamagedEnvelope[] }
  | { step: 'notStored'; reason: 'quota' | 'other' }

/** Stores what a transfer brought, and can try again. Rejects only with what is not a DeviceError. */
export function useKeeping(): {
  keeping: Keeping | null
  keep: (content: CheckedEnvelopes) => Promise<void>
  retry: () => Promise<void>
  forget: () => void
} {
  const [keeping, setKeeping] = useState<Keeping | null>(null)
  const inMemory = useRef<CheckedEnvelopes | null>(null)

  const retry = useCallback(async () => {
    const content = inMemory.current
    if (content === null) return
    setKeeping({ step: 'storing' })
    try {
      const counts = await keepCarried(content.envelopes)
      setKeeping({ step: 'kept', ...counts, damaged: content.damaged })
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
      setKeeping({ step: 'notStored', reason: error.code === 'quota' ? 'quota' : 'other' })
    }
  }, [])
  const keep = useCallback(
    async (content: CheckedEnvelopes) => {
      inMemory.current = content
      await retry()
    },
    [retry],
  )
  const forget = useCallback(() => {
    inMemory.current = null
    setKeeping(null)
  }, [])
  return { keeping, keep, retry, forget }
}
