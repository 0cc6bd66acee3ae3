/** Two tones per warning, three at the end of the time: heard without being a shock. Made by Web Audio: no file to load offline. */
const TONES_HZ = { warning: [660, 880], end: [880, 660, 880] } as const
const TONE_SECONDS = 0.22
const GAP_SECONDS = 0.06
const VOLUME = 0.25

let context: AudioContext | null = null

/** Readies the sound. A browser only lets it sound after a gesture: call this from one (starting the timer). */
export async function prepareSound(): Promise<void> {
  if (!('AudioContext' in window)) return
  context ??= new AudioContext()
  if (context.state === 'suspended') await context.resume()
}

/** Plays a warning, if the sound was readied; tells whether it could. */
export function playWarning(kind: keyof typeof TONES_HZ): boolean {
  if (context === null || context.state !== 'running') return false
  let at = context.currentTime
  for (const hertz of TONES_HZ[kind]) {
    const oscillator = context.createOscillator()
    const gain = context.createGain()
    oscillator.frequency.value = hertz
    // A short ramp at both ends: a square start clicks.
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(VOLUME, at + 0.02)
    gain.gain.setValueAtTime(VOLUME, at + TONE_SECONDS - 0.04)
    gain.gain.linearRampToValueAtTime(0, at + TONE_SECONDS)
    oscillator.connect(gain).connect(context.destination)
    oscillator.start(at)
    oscillator.stop(at + TONE_SECONDS)
    at += TONE_SECONDS + GAP_SECONDS
  }
  return true
}
