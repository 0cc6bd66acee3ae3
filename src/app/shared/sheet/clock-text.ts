import { t } from '#texts/i18n.ts'

/** `MM:SS` of a length in milliseconds. Time left is rounded up (30:00 at the start, 00:00 at the end); time passed is rounded down. */
export function clockText(ms: number, rounding: 'up' | 'down' = 'down'): string {
  const seconds = Math.max(0, rounding === 'up' ? Math.ceil(ms / 1_000) : Math.floor(ms / 1_000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** The same length in words, for a screen reader or a sentence. */
export function spokenLength(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000)
  return t('oral:timer.spoken', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
}
