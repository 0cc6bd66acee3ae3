import { createContext, useContext, useMemo, useState } from 'react'
import type { OpenPreparation } from '#contract/prepare.ts'
import type { Preparation } from '#domain/preparation.ts'
import type { NamedGrid } from '#domain/tables/parts.ts'
import { callRoute, type Failure } from '../api.ts'
import type { CellDrafts } from './tables/use-cell-drafts.ts'

/** A session being changed: what it is now, and the acts that change, undo and keep it. */
export interface PreparedSession {
  sessionId: string
  now: Preparation
  grids: OpenPreparation['grids']
  knownGrids: NamedGrid[]
  published: boolean
  heldOralIds: ReadonlySet<string>
  isChanged: boolean
  canUndo: boolean
  change: (change: (before: Preparation) => Preparation) => void
  undo: () => void
  /** True once the server has kept it. */
  save: () => Promise<boolean>
  /** Saves, then publishes. */
  publish: () => Promise<boolean>
  /** Forgets what is not saved: the session itself is about to go. */
  discard: () => void
  busy: boolean
  failure: Failure | null
  /** Cells that wait for a correction: they are no part of the session yet. */
  drafts: CellDrafts
  setDrafts: (drafts: CellDrafts) => void
}

const PreparedSessionContext = createContext<PreparedSession | null>(null)
export const PreparedSessionProvider = PreparedSessionContext.Provider

/** The session of the pages around. Throws outside of them. */
export function usePreparedSession(): PreparedSession {
  const session = useContext(PreparedSessionContext)
  if (!session) throw new Error('no prepared session around')
  return session
}

/** Undo goes back so many changes. */
const MAX_STEPS = 50

interface State {
  now: Preparation
  kept: Preparation
  revision: string
  published: boolean
  past: readonly Preparation[]
}

/** Holds what a person changes of a session until they save it. */
export function useSessionChanges(sessionId: string, opened: OpenPreparation): PreparedSession {
  const [state, setState] = useState<State>(() => ({
    now: opened.preparation,
    kept: opened.preparation,
    revision: opened.revision,
    published: opened.published,
    past: [],
  }))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [drafts, setDrafts] = useState<CellDrafts>(() => new Map())
  const knownGrids = useMemo(() => opened.grids.map(named), [opened.grids])

  const change: PreparedSession['change'] = (apply) =>
    setState((before) => {
      const now = apply(before.now)
      return now === before.now ? before : { ...before, now, past: [...before.past, before.now].slice(-MAX_STEPS) }
    })
  const undo = () =>
    setState((before) => {
      const last = before.past.at(-1)
      return last === undefined ? before : { ...before, now: last, past: before.past.slice(0, -1) }
    })
  /** The revision kept, or null when it was not. */
  const keep = async (): Promise<string | null> => {
    const { now, revision } = state
    if (now === state.kept) return revision
    const answer = await callRoute('savePreparation', { params: { sessionId }, body: { revision, preparation: now } })
    if (answer.outcome !== 'ok') {
      setFailure(answer)
      return null
    }
    setState((before) => ({ ...before, kept: now, revision: answer.value.revision }))
    return answer.value.revision
  }
  const act = async (work: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true)
    setFailure(null)
    try {
      return await work()
    } finally {
      setBusy(false)
    }
  }
  const publishKept = async (): Promise<boolean> => {
    const revision = await keep()
    if (revision === null) return false
    const answer = await callRoute('publishSession', { params: { sessionId }, body: { revision } })
    if (answer.outcome === 'ok') setState((before) => ({ ...before, published: true }))
    else setFailure(answer)
    return answer.outcome === 'ok'
  }
  return {
    sessionId,
    now: state.now,
    grids: opened.grids,
    knownGrids,
    published: state.published,
    heldOralIds: new Set(opened.heldOralIds),
    isChanged: state.now !== state.kept,
    canUndo: state.past.length > 0,
    change,
    undo,
    save: () => act(async () => (await keep()) !== null),
    publish: () => act(publishKept),
    discard: () => {
      setState((before) => ({ ...before, now: before.kept, past: [] }))
      setDrafts(new Map())
    },
    busy,
    failure,
    drafts,
    setDrafts,
  }
}

function named({ id, title, durationMinutes, part }: OpenPreparation['grids'][number]): NamedGrid {
  return { id, title, durationMinutes, blockId: part.kind === 'block' ? part.blockId : null }
}
