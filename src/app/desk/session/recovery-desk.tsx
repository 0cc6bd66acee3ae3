import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import type { FiledRecovery } from '#contract/recovery.ts'
import { readRecoveryRequest, recoveryControlNumber } from '#seal/recovery.ts'
import { TextTake } from '../../shared/carried/text-take.tsx'
import { formatMoment } from '../../shared/formatters.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'
import { useAnswer } from '../use-answer.ts'
import { type ReadRequest, RecoveryReply } from './recovery-reply.tsx'

interface RecoveryDeskProps {
  board: SessionBoard
  /** When the board was last fetched: the list of requests follows it. */
  updatedAtMs: number | null
}

type Problem = 'garbled' | 'unknownVersion' | 'foreign'

/** Forgotten passphrases: requests that came by the network, one carried here by hand, and the answer to give. */
export function RecoveryDesk({ board, updatedAtMs }: RecoveryDeskProps) {
  const { t } = useTranslation('vault')
  const breakPage = useBreakPage()
  const filed = useAnswer('recoveries', { sessionId: board.session.id })
  const [request, setRequest] = useState<ReadRequest | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { reload } = filed
  // The board's events tell of new requests too.
  useEffect(() => {
    if (updatedAtMs !== null) reload()
  }, [updatedAtMs, reload])

  const read = async (text: string) => {
    const found = await readRequest(board, text)
    setRequest(typeof found === 'string' ? null : found)
    setProblem(typeof found === 'string' ? found : null)
  }
  return (
    <section className={styles['section']} aria-labelledby="desk-recovery">
      <h2 id="desk-recovery">{t('desk.recovery.title')}</h2>
      <p className={styles['plain']}>{t('desk.recovery.intro')}</p>
      {request && <RecoveryReply key={request.text} sessionId={board.session.id} request={request} />}
      <Answered loaded={filed}>
        {({ recoveries }) => <FiledList board={board} recoveries={recoveries} onOpen={(text) => void read(text).catch(breakPage)} />}
      </Answered>
      <div className={styles['card']}>
        <TextTake
          label={t('desk.recovery.take')}
          error={problem && t(`desk.recovery.${problem}`)}
          onText={(text) => void read(text).catch(breakPage)}
        />
      </div>
    </section>
  )
}

/** Who a request says it is of, from what this session knows. Nothing is opened. */
async function readRequest(board: SessionBoard, text: string): Promise<ReadRequest | Problem> {
  const request = await readRecoveryRequest(text)
  if (typeof request === 'string') return request
  const device = board.devices.find(({ deviceId }) => deviceId === request.deviceId)
  const juror = board.jurors.find(({ id }) => id === device?.jurorId)
  if (!device || !juror) return 'foreign'
  return {
    text,
    controlNumber: await recoveryControlNumber(text),
    askedAt: request.at,
    deviceName: device.name,
    jurorName: personName(juror),
  }
}

interface FiledListProps {
  board: SessionBoard
  recoveries: readonly FiledRecovery[]
  onOpen: (text: string) => void
}

function FiledList({ board, recoveries, onOpen }: FiledListProps) {
  const { t } = useTranslation('vault')
  const nameOf = (jurorId: string) => {
    const juror = board.jurors.find(({ id }) => id === jurorId)
    return juror ? personName(juror) : jurorId
  }
  const when = (iso: string) => formatMoment(Date.parse(iso))
  return (
    <>
      <h3>{t('desk.recovery.listTitle')}</h3>
      {recoveries.length === 0 ? (
        <p className={`${styles['plain']} ${styles['soft']}`}>{t('desk.recovery.listEmpty')}</p>
      ) : (
        <ul className={styles['list']}>
          {recoveries.map((filed) => (
            <li key={filed.requestId} className={styles['concern']}>
              <div className={styles['cell']}>
                <strong>{nameOf(filed.jurorId)}</strong>
                <span className={styles['soft']}>
                  {filed.deviceName}, {t('desk.recovery.asked', { when: when(filed.requestedAt) })}
                </span>
                {filed.answeredAt && <span>{t('desk.recovery.answered', { when: when(filed.answeredAt) })}</span>}
              </div>
              <Button variant="default" size="sm" onClick={() => onOpen(filed.request)}>
                {t('desk.recovery.open')}
                <span className="cdj-visually-hidden">
                  {' '}
                  {t('desk.recovery.openFor', { name: nameOf(filed.jurorId), when: when(filed.requestedAt) })}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
