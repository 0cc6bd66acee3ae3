const RealDate = Date
let offsetMs = 0

/** From now on the page's wall clock is off by this much, as when somebody sets the device's; the monotonic clock goes on undisturbed. */
export function setClock(byMs: number): void {
  offsetMs = byMs
}

class ShiftedDate extends RealDate {
  constructor(...args: [] | [number | string | Date]) {
    if (args.length === 0) super(RealDate.now() + offsetMs)
    else super(args[0])
  }
  static override now(): number {
    return RealDate.now() + offsetMs
  }
}

globalThis.Date = ShiftedDate as DateConstructor
