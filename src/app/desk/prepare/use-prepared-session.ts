import { createContext, useContext, useMemo, useState } from 'react'
import type { OpenPreparation } from '#contract/prepare.ts'
import { type GivenAddress, withLaterAddresses } from '#domain/juror-address.ts'
import type { Preparation } from '#domain/preparation.ts'
import type { NamedGrid } from '#domain/tables/parts.ts'
import { callRoute, type Failure } from '../api.ts'
import type { CellDrafts } from './tables/cell-draft.ts'

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
  /** `addresses`: those of jurors that come with the change, kept with it and undone with it. */
  change: (change: (before: Preparation) => Preparation, addresses?: readonly GivenAddress[]) => void
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

/** What the session has become, with the jurors' addresses given and not kept yet: the server alone has the others. */
interface Step {
  now: Preparation
  addresses: readonly GivenAddress[]
}

interface State extends Step {
  kept: Preparation
  revision: string
  published: boolean
  past: readonly Step[]
}

/** Holds what a person changes of a session until they save it. */
export function useSessionChanges(sessionId: string, opened: OpenPreparation): PreparedSession {
  const [state, setState] = useState<State>(() => ({
    now: opened.preparation,
    addresses: [],
    kept: opened.preparation,
    revision: opened.revision,
    published: opened.published,
    past: [],
  }))
  const given = useMemo(() => ofJurors(state.addresses, state.now), [state.addresses, state.now])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [drafts, setDrafts] = useState<CellDrafts>(() => new Map())
  const knownGrids = useMemo(() => opened.grids.map(named), [opened.grids])

  const change: PreparedSession['change'] = (apply, later = []) =>
    setState((before) => {
      const now = apply(before.now)
      if (now === before.now && later.length === 0) return before
      const { past, addresses } = before
      const step = { now: before.now, addresses }
      return { ...before, now, addresses: withLaterAddresses(addresses, later), past: [...past, step].slice(-MAX_STEPS) }
    })
  const undo = () =>
    setState((before) => {
      const last = before.past.at(-1)
      return last === undefined ? before : { ...before, ...last, past: before.past.slice(0, -1) }
    })
  /** The revision kept, or null when it was not. */
  const keep = async (): Promise<string | null> => {
    const { now, revision } = state
    if (now === state.kept && given.length === 0) return revision
    const answer = await callRoute('savePreparation', { params: { sessionId }, body: { revision, preparation: now, addresses: given } })
    if (answer.outcome !== 'ok') {
      setFailure(answer)
      return null
    }
    const sent = new Set(given)
    // An address once kept is not sent again, were it undone to: somebody may have written another one since.
    const unkept = (step: Step) => ({ ...step, addresses: step.addresses.filter((one) => !sent.has(one)) })
    setState((before) => ({ ...before, ...unkept(before), past: before.past.map(unkept), kept: now, revision: answer.value.revision }))
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
    isChanged: state.now !== state.kept || given.length > 0,
    canUndo: state.past.length > 0,
    change,
    undo,
    save: () => act(async () => (await keep()) !== null),
    publish: () => act(publishKept),
    discard: () => {
      setState((before) => ({ ...before, now: before.kept, addresses: [], past: [] }))
      setDrafts(new Map())
    },
    busy,
    failure,
    drafts,
    setDrafts,
  }
}

/** The addresses of those who are in the session: one of a juror removed waits until their removal is undone. */
function ofJurors(addresses: readonly GivenAddress[], { jurors }: Preparation): GivenAddress[] {
  const ids = new Set(jurors.map(({ id }) => id))
  return addresses.filter(({ jurorId }) => ids.has(jurorId))
}

function named({ id, title, durationMinutes, part }: OpenPreparation['grids'][number]): NamedGrid {
  return { id, title, durationMinutes, blockId: part.kind === 'block' ? part.blockId : null }
}
