import { DndContext, DragOverlay } from '@dnd-kit/core'
import { NativeSelect, VisuallyHidden } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allottedMs } from '#domain/exam-session.ts'
import type { Preparation } from '#domain/preparation.ts'
import { scheduleClashes } from '#domain/preparation-plan.ts'
import { zonedClock, zonedInstant } from '#domain/zoned-time.ts'
import { formatLongDate } from '../../../shared/formatters.ts'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import { boardDays, boardRange, type Hover, minutesOf } from './board-time.ts'
import { ClashList } from './clash-list.tsx'
import { useScheduleWords } from './clash-words.ts'
import { type BoardOral, DayBoard } from './day-board.tsx'
import { HoursSection } from './hours-section.tsx'
import { BOARD_HELP_ID, CardWords } from './oral-card.tsx'
import { PlaceForm } from './place-form.tsx'
import { ProposeSection } from './propose-section.tsx'
import { ToPlaceList } from './to-place-list.tsx'
import { useBoardDrag } from './use-board-drag.ts'
import { useBoardKeys } from './use-board-keys.ts'

/** When and where each oral takes place: proposed, then moved by hand, every clash named. */
export function PlanningPage() {
  const { t } = useTranslation('prepare')
  const { now } = usePreparedSession()
  return (
    <>
      <VisuallyHidden component="h2">{t('planning.title')}</VisuallyHidden>
      <ProposeSection />
      <HoursSection />
      {now.panels.length === 0 ? <Notice tone="info" title={t('planning.noPanel')} /> : <Board />}
    </>
  )
}

function withPlace(before: Preparation, oralId: string, place: { panelId: string; startMs: number } | null): Preparation {
  const { timeZone } = before.hours
  return {
    ...before,
    orals: before.orals.map((oral) =>
      oral.id === oralId
        ? { ...oral, place: place && { panelId: place.panelId, startsAt: zonedInstant(place.startMs, timeZone) }, room: null }
        : oral,
    ),
  }
}

function Board() {
  const { t } = useTranslation('prepare')
  const { now, knownGrids, change, heldOralIds } = usePreparedSession()
  const words = useScheduleWords()
  const days = boardDays(now)
  const [wantedDay, setWantedDay] = useState<string | null>(null)
  const day = wantedDay !== null && days.includes(wantedDay) ? wantedDay : (days[0] ?? now.session.startsOn)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const { timeZone } = now.hours
  const range = useMemo(() => boardRange(now, day), [now, day])
  const clashes = useMemo(() => scheduleClashes(now, knownGrids), [now, knownGrids])
  const clashing = useMemo(() => new Set(clashes.flatMap(({ oralId, withId }) => [oralId, withId])), [clashes])
  const place = ({ oralId, panelId, startMs }: Hover) => change((before) => withPlace(before, oralId, { panelId, startMs }))
  const drag = useBoardDrag({ range, timeZone, onPlace: place })
  const keys = useBoardKeys({
    range,
    timeZone,
    panelIds: now.panels.map(({ id }) => id),
    placeOf: (oralId) => {
      const at = now.orals.find(({ id }) => id === oralId)?.place
      return at ? { panelId: at.panelId, startMs: Date.parse(at.startsAt) } : null
    },
    onPlace: place,
  })
  const acts = { chosenId, onChoose: setChosenId, liftedId: keys.hover?.oralId ?? null, onKeyDown: keys.onKeyDown, onBlur: keys.onBlur }

  const durationOf = useMemo(() => {
    const candidates = new Map(now.candidates.map((candidate) => [candidate.id, candidate]))
    const minutes = new Map(knownGrids.map((grid) => [grid.id, grid.durationMinutes]))
    return ({ candidateId, gridId }: Preparation['orals'][number]) =>
      allottedMs(minutes.get(gridId) ?? 0, candidates.get(candidateId)?.accommodations ?? []) / 60_000
  }, [now.candidates, knownGrids])
  const cardOf = (oral: Preparation['orals'][number]): BoardOral => {
    const clock = oral.place && zonedClock(Date.parse(oral.place.startsAt), timeZone)
    return {
      id: oral.id,
      name: words.candidateOf(oral.id),
      part: words.partOf(oral.id),
      time: clock?.time ?? null,
      hasClash: clashing.has(oral.id),
      isHeld: heldOralIds.has(oral.id),
      panelId: oral.place?.panelId ?? '',
      startMinute: clock ? minutesOf(clock.time) : 0,
      minutes: durationOf(oral),
    }
  }
  const ofDay = now.orals.filter(({ place: at }) => at !== null && zonedClock(Date.parse(at.startsAt), timeZone).date === day).map(cardOf)
  const toPlace = now.orals.filter(({ place: at }) => at === null).map(cardOf)
  const chosen = now.orals.find(({ id }) => id === chosenId)
  const carried = now.orals.find(({ id }) => id === drag.carriedId)
  return (
    <>
      <ClashList
        clashes={clashes}
        onChoose={(oralId) => {
          setChosenId(oralId)
          const at = now.orals.find(({ id }) => id === oralId)?.place
          if (at) setWantedDay(zonedClock(Date.parse(at.startsAt), timeZone).date)
        }}
      />
      <div>
        <NativeSelect
          label={t('planning.day')}
          maw={260}
          value={day}
          onChange={(event) => setWantedDay(event.currentTarget.value)}
          data={days.map((one) => ({ value: one, label: formatLongDate(one) }))}
        />
      </div>
      {chosen && !heldOralIds.has(chosen.id) && (
        <PlaceForm
          key={chosen.id}
          oral={chosen}
          title={`${words.candidateOf(chosen.id)}, ${words.partOf(chosen.id)}`}
          day={day}
          onPlace={(panelId, startMs) => {
            place({ oralId: chosen.id, panelId, startMs })
            setWantedDay(zonedClock(startMs, timeZone).date)
          }}
          onRemove={() => change((before) => withPlace(before, chosen.id, null))}
          onClose={() => setChosenId(null)}
        />
      )}
      <DndContext {...drag.context}>
        <HoverWords hover={drag.hover ?? keys.hover} />
        <div className={own['planning']}>
          <ToPlaceList orals={toPlace} acts={acts} />
          <DayBoard range={range} orals={ofDay} acts={acts} hover={keys.hover} />
        </div>
        <DragOverlay dropAnimation={null}>
          {carried && (
            <div ref={drag.carried} className={own['oral']}>
              <CardWords oral={cardOf(carried)} />
            </div>
          )}
        </DragOverlay>
      </DndContext>
      <p id={BOARD_HELP_ID} className={`${styles['plain']} ${styles['soft']}`}>
        {t('planning.help')}
      </p>
    </>
  )
}

/** Where the carried oral would settle, and what it would clash with there. */
function HoverWords({ hover }: { hover: Hover | null }) {
  const { t } = useTranslation('prepare')
  const { now, knownGrids } = usePreparedSession()
  const words = useScheduleWords()
  if (hover === null) return <p className={own['moving']} role="status" />
  const clashes = scheduleClashes(withPlace(now, hover.oralId, hover), knownGrids).filter(
    ({ oralId, withId }) => oralId === hover.oralId || withId === hover.oralId,
  )
  const what = clashes.map((clash) => (clash.oralId === hover.oralId ? words.what(clash) : words.what({ ...clash, withId: clash.oralId })))
  return (
    <p className={own['moving']} role="status">
      {words.nameOf(hover.panelId)}, {words.when(hover.startMs)} :{' '}
      {what.length === 0 ? t('planning.movingFine') : [...new Set(what)].join(' ; ')}
    </p>
  )
}
