const DAY_MS = 24 * 60 * 60 * 1000

interface Stretch<Item> {
  fromMs: number
  toMs: number
  item: Item
}

/** When each of many is taken, and by what. A question looks at the days it is about, never at the whole session. */
export class BusyTimes<Item> {
  readonly #byDay = new Map<string, Stretch<Item>[]>()

  add(who: string, fromMs: number, toMs: number, item: Item): void {
    for (const key of daysOf(who, fromMs, toMs)) {
      const stretches = this.#byDay.get(key)
      if (stretches) stretches.push({ fromMs, toMs, item })
      else this.#byDay.set(key, [{ fromMs, toMs, item }])
    }
  }

  /** What takes somebody at some moment between these two, both ends left out. */
  during(who: string, fromMs: number, toMs: number): Set<Item> {
    const found = new Set<Item>()
    for (const key of daysOf(who, fromMs, toMs)) {
      for (const stretch of this.#byDay.get(key) ?? []) if (stretch.fromMs < toMs && fromMs < stretch.toMs) found.add(stretch.item)
    }
    return found
  }
}

function daysOf(who: string, fromMs: number, toMs: number): string[] {
  const days: string[] = []
  for (let day = Math.floor(fromMs / DAY_MS); day * DAY_MS <= toMs; day += 1) days.push(`${day} ${who}`)
  return days
}
