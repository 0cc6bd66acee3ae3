import { useEffect } from 'react'
import { fetchMinutes } from '#device/deliberation/fetch-minutes.ts'
import type { Notebook } from '#device/notebook.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useOnline } from '../use-online.ts'

/** Brings the minutes that await this juror's signature, whenever there is a network. Without one, those already here can still be signed. */
export function useFetchedMinutes(notebook: Notebook): void {
  const isOnline = useOnline()
  const breakPage = useBreakPage()
  useEffect(() => {
    if (isOnline) fetchMinutes(notebook).catch(breakPage)
  }, [notebook, isOnline, breakPage])
}
