import { useEffect, useState } from 'react'
import type { Strength } from './password-strength.ts'

/** How hard the password is to guess; null while nothing is typed or the estimator is being loaded, `unknown` when it can't be. */
export function usePasswordStrength(password: string, known: readonly string[]): Strength | 'unknown' | null {
  // A new list with the same words must not measure anew.
  const knownText = known.join('\n')
  const [measured, setMeasured] = useState<{ password: string; strength: Strength | 'unknown' } | null>(null)

  useEffect(() => {
    if (password === '') return
    let gone = false
    const measure = async () => {
      const strength = await estimate(password, knownText.split('\n'))
      if (!gone) setMeasured({ password, strength })
    }
    void measure()
    return () => {
      gone = true
    }
  }, [password, knownText])

  return password === '' ? null : (measured?.strength ?? null)
}

async function estimate(password: string, known: readonly string[]): Promise<Strength | 'unknown'> {
  try {
    const { passwordStrength } = await import('./password-strength.ts')
    return passwordStrength(password, known)
  } catch (cause) {
    // A chunk that does not arrive rejects with a TypeError; the meter only advises, so the form goes on without it.
    if (cause instanceof TypeError) return 'unknown'
    throw cause
  }
}
