/** Who may write a sheet: one tab at a time, by a Web Lock of the sheet's name. */
export interface Pen {
  held(): boolean
  /** Takes it from whoever has it. Resolves once held. */
  take(): Promise<void>
  release(): void
}

export const PEN_PREFIX = 'cdj-pen:'

/**
 * Takes the pen when it is free, and waits in line for it otherwise. `onChange` is called at each change of hands. Resolves once it is
 * known whether this tab holds it.
 */
export async function pickUpPen(name: string, onChange: () => void): Promise<Pen> {
  const lockName = PEN_PREFIX + name
  const closing = new AbortController()
  let isHeld = false
  let letGo: (() => void) | null = null

  /** Holds the lock until released; a granted lock may be stolen, which rejects the request with an AbortError. */
  function request(options: LockOptions, onAnswer: (granted: boolean) => void): void {
    const holding = navigator.locks.request(lockName, options, async (lock) => {
      if (lock === null || closing.signal.aborted) {
        onAnswer(false)
        return
      }
      isHeld = true
      onAnswer(true)
      onChange()
      await new Promise<void>((resolve) => {
        letGo = resolve
      })
    })
    holding.catch((error: unknown) => {
      if (closing.signal.aborted) return
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
      isHeld = false
      letGo = null
      onChange()
      waitInLine()
    })
  }

  function waitInLine(): void {
    request({ signal: closing.signal }, () => undefined)
  }

  const granted = await new Promise<boolean>((resolve) => request({ ifAvailable: true }, resolve))
  if (!granted) waitInLine()

  return {
    held: () => isHeld,
    take: async () => {
      if (isHeld) return
      await new Promise<boolean>((resolve) => request({ steal: true }, resolve))
    },
    release: () => {
      closing.abort()
      isHeld = false
      letGo?.()
    },
  }
}

/** True while any tab of this device holds a pen, of one notebook or of any: has a sheet open for writing. */
export async function anyPenHeld(vaultId?: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  const prefix = vaultId === undefined ? PEN_PREFIX : `${PEN_PREFIX}${vaultId}/`
  return held.some(({ name }) => name?.startsWith(prefix))
}
