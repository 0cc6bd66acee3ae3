const timeFormat = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' })

/** `11:32`, in the device's own zone: when the device did something. */
export function timeOfDay(epochMs: number): string {
  return timeFormat.format(new Date(epochMs))
}

/** `20 s`, `2 min`: rounded up, for something one waits for. */
export function roughDuration(seconds: number): string {
  if (seconds <= 90) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`
  return `${Math.ceil(seconds / 60)} min`
}

/** Seconds of a stream at this pace, from measured overhead: a camera that loses frames needs about a third more than there are slices. */
export function streamSeconds(slices: number, framesPerSecond: number): number {
  return (slices * 1.35) / framesPerSecond
}
