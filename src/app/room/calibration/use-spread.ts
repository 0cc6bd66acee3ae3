import { useCallback, useEffect, useState } from 'react'
import { type CalibrationFetch, fetchCalibration } from '#device/calibration.ts'
import type { Notebook } from '#device/notebook.ts'
import { readSignedSheets } from '#device/signing.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useOnline } from '../use-online.ts'

/** What this juror may see of a calibration now. `own` is null as long as their sheet is not signed: nothing is asked of the server then. */
export type SpreadView = { own: null } | { own: ScoreSheet; fetched: CalibrationFetch | null }

/** This juror's signed sheet, and the spread as the server last gave it: asked again when the network is back, and by `again`. */
export function useSpread(notebook: Notebook, calibrationId: string): { view: SpreadView | null; again: () => void } {
  const [view, setView] = useState<SpreadView | null>(null)
  const isOnline = useOnline()
  const breakPage = useBreakPage()
  const load = useCallback(async () => {
    const [newest] = await readSignedSheets(notebook, calibrationId)
    if (!newest) return setView({ own: null })
    setView((before) => before ?? { own: newest.sheet, fetched: null })
    const fetched: CalibrationFetch = isOnline ? await fetchCalibration(notebook, calibrationId) : { ok: false, code: 'offline' }
    setView({ own: newest.sheet, fetched })
  }, [notebook, calibrationId, isOnline])
  const again = useCallback(() => void load().catch(breakPage), [load, breakPage])
  useEffect(again, [again])
  return { view, again }
}
