import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preparation, PreparedOral, PreparedPanel } from '#domain/preparation.ts'
import { panelConflicts } from '#domain/preparation-check.ts'
import { placementsOf, scheduleClashes, withPlacements } from '#domain/preparation-plan.ts'
import { zonedClock, zonedMs } from '#domain/zoned-time.ts'
import { formatLongDate } from '../../../shared/formatters.ts'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import { boardDays } from '../planning/board-time.ts'
import { useScheduleWords } from '../planning/clash-words.ts'
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
  const [panelId, setPanelId] = useState(others[0]?.id ?? '')
  const [date, setDate] = useState(clock.date)
  const [time, setTime] = useState(clock.time)
  const [reason, setReason] = useState<string>(t('links.defaultReason'))
  const isTime = /^\d{2}:\d{2}$/.test(time)
  const recusal = { jurorId, candidateId: oral.candidateId, panelId: panel.id, day: clock.date, reason: reason.trim() }
  const recused = (before: Preparation) => ({ ...before, recusals: [...before.recusals, recusal] })
  const moved = (before: Preparation) =>
    withPlacements(recused(before), [
      ...placementsOf(before).filter(({ oralId }) => oralId !== oral.id),
      { oralId: oral.id, panelId, startMs: zonedMs(date, time, timeZone) },
    ])
  const after = isTime && panelId !== '' ? moved(now) : null
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
        if (after !== null && reason.trim() !== '') change(moved)
      }}
    >
      <span>
        {partOf(oral.id)}, {when(startMs)}
      </span>
      {isHeld && <p className={styles['plain']}>{t('links.held')}</p>}
      <div className={own['fields']}>
        {!isHeld && (
          <>
            <NativeSelect
              label={t('planning.panel')}
              value={panelId}
              onChange={(event) => setPanelId(event.currentTarget.value)}
              data={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <NativeSelect
              label={t('planning.date')}
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
              data={[...new Set([...boardDays(now), date])].map((one) => ({ value: one, label: formatLongDate(one) }))}
            />
            <TextInput
              label={t('planning.time')}
              type="time"
              value={time}
              onChange={(event) => setTime(event.currentTarget.value.slice(0, 5))}
            />
          </>
        )}
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
