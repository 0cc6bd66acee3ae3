import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preparation, PreparedOral, PreparedPanel } from '#domain/preparation.ts'
import { panelConflicts } from '#domain/preparation-check.ts'
import { placementsOf, scheduleClashes, withPlacements } from '#domain/preparation-plan.ts'
import { zonedClock } from '#domain/zoned-time.ts'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import { useScheduleWords } from '../planning/clash-words.ts'
import { filledMs, PlaceFields } from '../planning/place-fields.tsx'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'

interface RecusalFormProps {
  oral: PreparedOral
  /** Where it is now. */
  panel: PreparedPanel
  jurorId: string
}

/** A juror stands aside for a candidate: their oral goes to another panel, or is heard by the others. Either way the minutes will say so. */
export function RecusalForm({ oral, panel, jurorId }: RecusalFormProps) {
  const { t } = useTranslation('prepare')
  const { now, knownGrids, heldOralIds, change } = usePreparedSession()
  const { partOf, when, what } = useScheduleWords()
  const { timeZone } = now.hours
  const startMs = Date.parse(oral.place?.startsAt ?? '')
  const clock = zonedClock(startMs, timeZone)
  const others = now.panels.filter(({ id }) => id !== panel.id)
  const [place, setPlace] = useState({ panelId: others[0]?.id ?? '', ...clock })
  const [reason, setReason] = useState<string>(t('links.defaultReason'))
  const movedMs = filledMs(place, timeZone)
  const recusal = { jurorId, candidateId: oral.candidateId, panelId: panel.id, day: clock.date, reason: reason.trim() }
  const recused = (before: Preparation) => ({ ...before, recusals: [...before.recusals, recusal] })
  const moved = (before: Preparation, toMs: number) =>
    withPlacements(recused(before), [
      ...placementsOf(before).filter(({ oralId }) => oralId !== oral.id),
      { oralId: oral.id, panelId: place.panelId, startMs: toMs },
    ])
  const after = movedMs === null ? null : moved(now, movedMs)
  const clashes =
    after === null ? [] : scheduleClashes(after, knownGrids).filter(({ oralId, withId }) => oralId === oral.id || withId === oral.id)
  const staysPossible = panelConflicts(recused(now), panel).every((one) => one.jurorId !== jurorId || one.candidateId !== oral.candidateId)
  const isHeld = heldOralIds.has(oral.id)
  return (
    <form
      className={styles['section']}
      aria-label={t('links.form', { part: partOf(oral.id), when: when(startMs) })}
      onSubmit={(event) => {
        event.preventDefault()
        if (movedMs !== null && reason.trim() !== '') change((before) => moved(before, movedMs))
      }}
    >
      <span>
        {partOf(oral.id)}, {when(startMs)}
      </span>
      {isHeld && <p className={styles['plain']}>{t('links.held')}</p>}
      <div className={own['fields']}>
        {!isHeld && <PlaceFields panels={others} place={place} onChange={setPlace} />}
        <TextInput
          label={t('links.reason')}
          description={t('links.reasonHint')}
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      {clashes.length > 0 && (
        <Notice tone="danger" title={t('links.clashes')}>
          <ul>
            {clashes.map((clash) => (
              <li key={`${clash.code} ${clash.oralId} ${clash.withId}`}>{what(clash)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={styles['tools']}>
        {!isHeld && (
          <Button type="submit" disabled={after === null || reason.trim() === ''}>
            {t('links.move')}
          </Button>
        )}
        {staysPossible && (
          <Button variant="default" disabled={reason.trim() === ''} onClick={() => change(recused)}>
            {t('links.aside')}
          </Button>
        )}
      </div>
    </form>
  )
}
