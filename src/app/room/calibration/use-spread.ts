import { useCallback, useEffect, useState } from 'react'
import { type CalibrationFetch, fetchCalibration, readKeptSpread, type ShownSpread } from '#device/calibration.ts'
import type { Notebook } from '#device/notebook.ts'
import { readSignedSheets } from '#device/signing.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useOnline } from '../use-online.ts'

/** What this juror may see of a calibration now. `own` is null as long as their sheet is not signed: nothing is asked of the server then. */
export type SpreadView =
  | { own: null }
  | {
      own: ScoreSheet
      /** The latest this device knows; null while it knows none. */
      shown: ShownSpread | null
      /** What the server last answered; null while it is asked. */
      fetched: CalibrationFetch | null
    }

/**
 * This juror's signed sheet, and the spread as this device last read it, then as the server gives it: asked again when the network is back, and by
 * `again`.
 */
export function useSpread(notebook: Notebook, calibrationId: string): { view: SpreadView | null; again: () => void } {
  const [view, setView] = useState<SpreadView | null>(null)
  const isOnline = useOnline()
  const breakPage = useBreakPage()
  const load = useCallback(async () => {
    const [newest] = await readSignedSheets(notebook, calibrationId)
    if (!newest) return setView({ own: null })
    const own = newest.sheet
    const kept = await readKeptSpread(notebook, calibrationId)
    setView((before) => before ?? { own, shown: kept, fetched: null })
    const fetched: CalibrationFetch = isOnline ? await fetchCalibration(notebook, calibrationId) : { ok: false, code: 'offline' }
    setView({ own, shown: (fetched.ok && fetched.shown) || kept, fetched })
  }, [notebook, calibrationId, isOnline])
  const again = useCallback(() => void load().catch(breakPage), [load, breakPage])
  useEffect(again, [again])
  return { view, again }
}
