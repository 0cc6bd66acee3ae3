/** Two tones per warning, three at the end of the time: heard without being a shock. Made by Web Audio: no file to load offline. */
const TONES_HZ = { warning: [660, 880], end: [880, 660, 880] } as const
const TONE_SECONDS = 0.22
const GAP_SECONDS = 0.06
const VOLUME = 0.25

/** A browser that does not let a page sound leaves it waiting for a gesture: the moment of the warning would be past. */
const WAKE_LIMIT_MS = 500

let context: AudioContext | null = null
/** Warnings being heard, or about to be. */
let sounding = 0

/**
 * Readies the sound. A browser only lets it sound after a gesture: call this from one (starting the timer). It then sleeps until a warning: a
 * context that runs keeps the audio hardware awake, a whole oral long.
 */
export async function prepareSound(): Promise<void> {
  if (await wake()) await rest()
}

/** Plays a warning, and tells whether it could. */
export async function playWarning(kind: keyof typeof TONES_HZ): Promise<boolean> {
  sounding += 1
  const ready = await wake()
  if (!ready) {
    await fallSilent()
    return false
  }
  let at = ready.currentTime
  let last: OscillatorNode | undefined
  for (const hertz of TONES_HZ[kind]) {
    last = tone(ready, hertz, at)
    at += TONE_SECONDS + GAP_SECONDS
  }
  last?.addEventListener('ended', () => void fallSilent())
  return true
}

function tone(ready: AudioContext, hertz: number, at: number): OscillatorNode {
  const oscillator = ready.createOscillator()
  const gain = ready.createGain()
  oscillator.frequency.value = hertz
  // A short ramp at both ends: a square start clicks.
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(VOLUME, at + 0.02)
  gain.gain.setValueAtTime(VOLUME, at + TONE_SECONDS - 0.04)
  gain.gain.linearRampToValueAtTime(0, at + TONE_SECONDS)
  oscillator.connect(gain).connect(ready.destination)
  oscillator.start(at)
  oscillator.stop(at + TONE_SECONDS)
  return oscillator
}

/** The running context, or null where the browser does not let it run now. */
async function wake(): Promise<AudioContext | null> {
  if (!('AudioContext' in window)) return null
  context ??= new AudioContext()
  const woken = context
  // Asked even of one that runs: it may be about to be suspended. Whether it was refused is read in its state.
  await Promise.race([woken.resume().catch(() => null), new Promise((resolve) => setTimeout(resolve, WAKE_LIMIT_MS))])
  return woken.state === 'running' ? woken : null
}

async function fallSilent(): Promise<void> {
  sounding -= 1
  await rest()
}

async function rest(): Promise<void> {
  if (sounding === 0) await context?.suspend()
}
