import { createContext, useContext } from 'react'
import type { Coordinator } from '#contract/desk.ts'
import { mayCall, type RouteId } from '#contract/routes.ts'

/** Who is signed in, as the frame around the page knows it. */
export interface Me {
  /** Null until the server has answered. */
  coordinator: Coordinator | null
  /** Asks again, after one's own name has changed. */
  reload: () => void
}

/** Undefined outside the desk's frame, where nothing is hidden. */
export const MeContext = createContext<Me | undefined>(undefined)

export function useMe(): Me | undefined {
  return useContext(MeContext)
}

/** Whether the signed-in person's role may do something: what they may not is not shown. The server guards whatever a screen shows. */
export function useMay(): (id: RouteId) => boolean {
  const me = useContext(MeContext)
  if (me === undefined) return () => true
  const { coordinator } = me
  return (id) => coordinator !== null && mayCall(coordinator.role, id)
}
