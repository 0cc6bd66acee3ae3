/** What stands where a file says nothing, in the words of the screen. */
export interface DefaultWords {
  quality: string
  room: string
  /** The name of a panel that a file only gives a letter or a number. */
  panel: (name: string) => string
  /** The effect of extra time, from its share (`1/3`, `25 %`). */
  extraTime: (share: string) => string
}
