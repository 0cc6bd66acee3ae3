import { type ComponentType, lazy, useState } from 'react'

/** A page in a chunk of its own, fetched when it is first shown, or ahead (`preload` rejects when it cannot be had). */
export interface PageChunk<Props> {
  /** The page itself once fetched; until then a component that waits for it. */
  component: () => ComponentType<Props>
  preload: () => Promise<void>
}

/** Names a page by how to fetch it. */
export function pageChunk<Props extends object>(load: () => Promise<ComponentType<Props>>): PageChunk<Props> {
  let loaded: ComponentType<Props> | null = null
  const fetchOnce = async () => {
    loaded ??= await load()
    return loaded
  }
  const waiting: ComponentType<Props> = lazy(async () => ({ default: await fetchOnce() }))
  return {
    component: () => loaded ?? waiting,
    preload: async () => {
      await fetchOnce()
    },
  }
}

/**
 * Shows a page of its own chunk. React's `lazy` waits a turn even for what is there already, and the screen blinks: a page fetched ahead
 * shows at once. Chosen once for a chunk: another component later would mount the page anew, and lose what it holds.
 */
export function ChunkPage<Props extends object>({ chunk, props }: { chunk: PageChunk<Props>; props: Props }) {
  // Two routes that both show a chunk are one mounted element to React: another chunk is another page.
  const [shown, setShown] = useState(() => ({ chunk, Page: chunk.component() }))
  if (shown.chunk !== chunk) setShown({ chunk, Page: chunk.component() })
  const { Page } = shown
  return <Page {...props} />
}
