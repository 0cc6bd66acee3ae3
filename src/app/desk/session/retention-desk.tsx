import { Button, NumberInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import type { WipedNotebook } from '#contract/wipe.ts'
import { MAX_RETENTION_DAYS } from '#domain/session-package.ts'
import { TextTake } from '../../shared/carried/text-take.tsx'
import { formatMoment } from '../../shared/formatters.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { Answered, FailureNotice } from '../answered.tsx'
import { callRoute, type Failure } from '../api.ts'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'
import { useAnswer } from '../use-answer.ts'

interface RetentionDeskProps {
  board: SessionBoard
  /** When the board was last fetched: what is shown here follows it. */
  updatedAtMs: number | null
}

/** The end of the session on the devices: how long they keep it, and which have wiped it, with their proof. */
export function RetentionDesk({ board, updatedAtMs }: RetentionDeskProps) {
  const { t } = useTranslation('vault')
  const breakPage = useBreakPage()
  const sessionId = board.session.id
  const retention = useAnswer('retention', { sessionId })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isTaken, setTaken] = useState(false)
  const { reload } = retention
  useEffect(() => {
    if (updatedAtMs !== null) reload()
  }, [updatedAtMs, reload])

  const take = async (statement: string) => {
    const answer = await callRoute('notebookWiped', { body: { statement } })
    setFailure(answer.outcome === 'ok' ? null : answer)
    setTaken(answer.outcome === 'ok')
    reload()
  }
  return (
    <section className={styles['section']} aria-labelledby="desk-retention">
      <h2 id="desk-retention">{t('desk.retention.title')}</h2>
      <Answered loaded={retention}>
        {({ days, wiped }) => (
          <>
            <RetentionForm key={days} sessionId={sessionId} days={days} onSaved={reload} />
            <WipedList board={board} wiped={wiped} />
          </>
        )}
      </Answered>
      <div className={styles['card']}>
        {failure && <FailureNotice failure={failure} />}
        <TextTake label={t('desk.retention.take')} onText={(text) => void take(text).catch(breakPage)} />
        <p className={styles['plain']} role="status">
          {isTaken && t('desk.retention.taken')}
        </p>
      </div>
    </section>
  )
}

function RetentionForm({ sessionId, days, onSaved }: { sessionId: string; days: number; onSaved: () => void }) {
  const { t } = useTranslation('vault')
  const breakPage = useBreakPage()
  const [value, setValue] = useState<number | string>(days)
  const [failure, setFailure] = useState<Failure | null>(null)
  const isUsable = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_RETENTION_DAYS
  const save = async () => {
    const answer = await callRoute('setRetention', { params: { sessionId }, body: { days: value } })
    setFailure(answer.outcome === 'ok' ? null : answer)
    if (answer.outcome === 'ok') onSaved()
  }
  return (
    <div className={styles['card']}>
      {failure && <FailureNotice failure={failure} />}
      <div className={styles['tools']}>
        <NumberInput
          label={t('desk.retention.days')}
          description={t('desk.retention.daysHint')}
          value={value}
          onChange={setValue}
          min={1}
          max={MAX_RETENTION_DAYS}
          allowDecimal={false}
        />
        <Button variant="default" disabled={!isUsable || value === days} onClick={() => void save().catch(breakPage)}>
          {t('desk.retention.save')}
        </Button>
      </div>
    </div>
  )
}

function WipedList({ board, wiped }: { board: SessionBoard; wiped: readonly WipedNotebook[] }) {
  const { t } = useTranslation('vault')
  const wipedIds = new Set(wiped.map(({ deviceId }) => deviceId))
  const kept = board.devices.filter(({ deviceId }) => !wipedIds.has(deviceId))
  const nameOf = (jurorId: string) => {
    const juror = board.jurors.find(({ id }) => id === jurorId)
    return juror ? personName(juror) : jurorId
  }
  return (
    <>
      <p className={styles['plain']}>
        {board.devices.length === 0 ? t('desk.retention.none') : t('desk.retention.kept', { count: kept.length })}
      </p>
      <ul className={styles['list']}>
        {wiped.map((notebook) => (
          <li key={notebook.deviceId} className={styles['concern']}>
            <div className={styles['cell']}>
              <strong>
                {nameOf(notebook.jurorId)}, {notebook.deviceName}
              </strong>
              <span>{t('desk.retention.wiped', { when: formatMoment(Date.parse(notebook.wipedAt)) })}</span>
              <span className={styles['soft']}>
                {t('desk.retention.sheets', { count: notebook.sheets })}
                {notebook.draftsGivenUp > 0 && `, ${t('desk.retention.drafts', { count: notebook.draftsGivenUp })}`}
              </span>
              {notebook.sheetsMissing > 0 && <strong>{t('desk.retention.missing', { count: notebook.sheetsMissing })}</strong>}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
