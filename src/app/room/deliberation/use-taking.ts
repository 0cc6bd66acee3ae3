import { useCallback, useState } from 'react'
import { type Taken, takeEnvelopes } from '#device/deliberation/take.ts'
import { DeviceError } from '#device/device-error.ts'
import type { CheckedEnvelopes } from '#device/transfer/check-envelopes.ts'
import { useNotebook } from '../notebook-context.tsx'

/** What came in, on its way to the disk. « Reçu » is said at `taken` only. */
export type Taking =
  | { step: 'storing' }
  | { step: 'taken'; taken: Taken; damagedCount: number }
  | { step: 'notStored'; reason: 'quota' | 'other' }

/** Verifies and keeps what a camera or a file brought. Rejects only with what is not a DeviceError. */
export function useTaking(): { taking: Taking | null; take: (content: CheckedEnvelopes) => Promise<void>; forget: () => void } {
  const notebook = useNotebook()
  const [taking, setTaking] = useState<Taking | null>(null)
  const take = useCallback(
    async ({ envelopes, damaged }: CheckedEnvelopes) => {
      setTaking({ step: 'storing' })
      try {
        setTaking({ step: 'taken', taken: await takeEnvelopes(notebook, envelopes), damagedCount: damaged.length })
      } catch (error) {
        if (!(error instanceof DeviceError)) throw error
        setTaking({ step: 'notStored', reason: error.code === 'quota' ? 'quota' : 'other' })
      }
    },
    [notebook],
  )
  const forget = useCallback(() => setTaking(null), [])
  return { taking, take, forget }
}
