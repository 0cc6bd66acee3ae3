import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clash } from '#domain/clashes.ts'
import { zonedClock } from '#domain/zoned-time.ts'
import { formatLongDate } from '../../../shared/formatters.ts'
import { usePartName } from '../part-words.ts'
import { namer } from '../people-words.ts'
import { usePreparedSession } from '../use-prepared-session.ts'

/** The words of a session's schedule: who an oral is of, where it stands, and what it clashes with. */
export function useScheduleWords() {
  const { t } = useTranslation('prepare')
  const { now, grids } = usePreparedSession()
  const partName = usePartName(grids)
  const nameOf = useMemo(() => namer(now), [now])
  const oralOf = useMemo(() => new Map(now.orals.map((oral) => [oral.id, oral])), [now.orals])
  const { timeZone } = now.hours

  const candidateOf = useCallback((oralId: string) => nameOf(oralOf.get(oralId)?.candidateId ?? oralId), [nameOf, oralOf])
  const partOf = useCallback((oralId: string) => partName(oralOf.get(oralId)?.gridId ?? ''), [oralOf, partName])
  const when = useCallback(
    (startMs: number) => {
      const { date, time } = zonedClock(startMs, timeZone)
      return `${formatLongDate(date)}, ${time}`
    },
    [timeZone],
  )
  const what = useCallback(
    ({ code, withId }: Clash) => {
      const other = withId === null ? '' : code === 'conflictOfInterest' ? nameOf(withId) : candidateOf(withId)
      return t(`planning.clash.${code}`, { other })
    },
    [t, nameOf, candidateOf],
  )
  const clashLine = useCallback(
    (clash: Clash) => {
      const startsAt = oralOf.get(clash.oralId)?.place?.startsAt
      return t('planning.clashLine', {
        name: candidateOf(clash.oralId),
        part: partOf(clash.oralId),
        when: startsAt === undefined ? '' : when(Date.parse(startsAt)),
        what: what(clash),
      })
    },
    [t, oralOf, candidateOf, partOf, when, what],
  )
  return { nameOf, candidateOf, partOf, when, what, clashLine }
}
