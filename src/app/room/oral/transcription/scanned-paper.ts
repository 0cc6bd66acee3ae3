import { useLocation } from 'react-router'
import { z } from 'zod'
import { hashSchema } from '#domain/primitives.ts'

const stateSchema = z.object({ paperHash: hashSchema })

/** What the page that read a printed sheet's code hands to the oral's page with the navigation. */
export type ScannedPaper = z.infer<typeof stateSchema>

/** The code of the printed sheet that led here, or null when the oral was opened from the day. */
export function useScannedPaper(): ScannedPaper | null {
  const parsed = stateSchema.safeParse(useLocation().state)
  return parsed.success ? parsed.data : null
}
