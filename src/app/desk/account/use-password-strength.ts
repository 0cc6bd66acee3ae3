import { useEffect, useState } from 'react'
import type { Strength } from './password-strength.ts'

/** How hard the password is to guess; null while nothing is typed or the estimator is being loaded, `unknown` when it can't be. */
export function usePasswordStrength(password: string): Strength | 'unknown' | null {
  const [measured, setMeasured] = useState<{ password: string; strength: Strength | 'unknown' } | null>(null)

  useEffect(() => {
    if (password === '') return
    let gone = false
    const measure = async () => {
      const strength = await estimate(password)
      if (!gone) setMeasured({ password, strength })
    }
    void measure()
    return () => {
      gone = true
    }
  }, [password])

  return password === '' ? null : (measured?.strength ?? null)
}

async function estimate(password: string): Promise<Strength | 'unknown'> {
  try {
    const { passwordStrength } = await import('./password-strength.ts')
    return passwordStrength(password)
  } catch (cause) {
    // A chunk that does not arrive rejects with a TypeError; the meter only advises, so the form goes on without it.
    if (cause instanceof TypeError) return 'unknown'
    throw cause
  }
}
