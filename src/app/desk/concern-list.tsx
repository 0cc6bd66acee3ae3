import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import { formatList, formatMoment, formatTime } from '../shared/formatters.ts'
import type { Meaning } from '../shared/meaning.ts'
import { StateBadge } from '../shared/state-badge.tsx'
import { type Concern, concerns } from './board-concerns.ts'
import { useChainWords } from './chain-words.ts'
import { ConcernActs } from './concern-acts.tsx'
import own from './concern-list.module.css'
import styles from './desk.module.css'
import { personName } from './person-name.ts'

const MEANINGS: Record<Concern['kind'], Meaning> = {
  recovery: 'danger',
  missingSheets: 'danger',
  neverCame: 'danger',
  samePlace: 'danger',
  secondDevice: 'danger',
  refused: 'danger',
  noDevice: 'neutral',
  unseenDevice: 'neutral',
  notReady: 'device',
}

/** So many items, and the picture of the day still shows below. */
const SHOWN_FIRST = 4

/** What needs a person, most pressing first: what is wrong, and what to do about it. */
export function ConcernList({ board, nowMs }: { board: SessionBoard; nowMs: number }) {
  const { t } = useTranslation('desk')
  const [isWhole, setIsWhole] = useState(false)
  const list = concerns(board, nowMs)
  const shown = isWhole ? list : list.slice(0, SHOWN_FIRST)
  return (
    <section className={styles['section']} aria-labelledby="board-concerns">
      <div className={own['head']}>
        <h2 id="board-concerns">{t('board.attentionTitle')}</h2>
        {list.length > SHOWN_FIRST && <Kinds list={list} />}
        {shown.length < list.length && (
          <Button variant="default" size="xs" onClick={() => setIsWhole(true)}>
            {t('board.attentionMore', { count: list.length - shown.length })}
          </Button>
        )}
      </div>
      {list.length === 0 ? (
        <p className={styles['proofLine']}>
          <IconCheck size={20} aria-hidden />
          {t('board.attentionNone')}
        </p>
      ) : (
        <ul className={own['list']} aria-labelledby="board-concerns">
          {shown.map((concern) => (
            <li key={concernKey(concern)} className={own['item']}>
              <StateBadge meaning={MEANINGS[concern.kind]}>{t(`board.kind.${concern.kind}`)}</StateBadge>
              <ConcernWords board={board} concern={concern} />
              <ConcernActs board={board} concern={concern} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** How many there are of each kind. */
function Kinds({ list }: { list: readonly Concern[] }) {
  const { t } = useTranslation('desk')
  const kinds = [...new Set(list.map(({ kind }) => kind))]
  return (
    <ul className={own['kinds']} aria-label={t('board.attentionKinds')}>
      {kinds.map((kind) => (
        <li key={kind} className="cdj-figures">
          {t(`board.kind.${kind}`)} : {list.filter((concern) => concern.kind === kind).length}
        </li>
      ))}
    </ul>
  )
}

function concernKey(concern: Concern): string {
  if (concern.kind === 'refused') return `${concern.kind} ${concern.refusal.deviceId} ${concern.refusal.code}`
  if (concern.kind === 'neverCame' || concern.kind === 'samePlace') return `${concern.kind} ${concern.chain.deviceId}`
  if (concern.kind === 'recovery') return `${concern.kind} ${concern.recovery.requestId}`
  if (concern.kind === 'secondDevice') return `${concern.kind} ${concern.second.deviceId}`
  return `${concern.kind} ${concern.juror.id}`
}

function ConcernWords({ board, concern }: { board: SessionBoard; concern: Concern }) {
  const { what, todo } = useConcernWords(board, concern)
  return (
    <div className={own['words']}>
      <strong>{what}</strong> <span>{todo}</span>
    </div>
  )
}

function useConcernWords(board: SessionBoard, concern: Concern): { what: string; todo: string } {
  const { t } = useTranslation(['desk', 'problems'])
  const chainWords = useChainWords(board)
  const name = concern.juror ? personName(concern.juror) : t('board.concern.unknownDevice')
  switch (concern.kind) {
    case 'missingSheets': {
      const orals = formatList(concern.rows.map((row) => `${formatTime(row.oral.startsAt)} ${row.candidate.lastName}`))
      return {
        what: t('board.concern.missingSheets', { name, count: concern.rows.length, orals }),
        todo: concern.device
          ? t('board.concern.deviceSeen', { when: moment(concern.device.lastSeenAt ?? concern.device.enrolledAt) })
          : t('board.concern.deviceNone'),
      }
    }
    case 'neverCame': {
      const { missing } = concern.chain
      const sheets = missing.map((sheet) => chainWords.missing(sheet)).join(' ')
      return { what: t('board.concern.neverCame', { name, count: missing.length, sheets }), todo: t('chain.missingAdvice') }
    }
    case 'samePlace': {
      const forks = concern.chain.forks.map((fork) => chainWords.fork(fork)).join(' ')
      return { what: t('board.concern.samePlace', { name, forks }), todo: t('chain.forkAdvice') }
    }
    case 'recovery':
      return {
        what: t('board.concern.recovery', { name, when: moment(concern.recovery.requestedAt) }),
        todo: t('board.concern.recoveryAdvice'),
      }
    case 'secondDevice':
      return {
        what: t('board.concern.secondDevice', { name, device: concern.second.name, when: moment(concern.second.at) }),
        todo: t('board.concern.secondDeviceAdvice'),
      }
    case 'refused': {
      const reason = t(`problems:${concern.refusal.code}.title`)
      return {
        what: t('board.concern.refused', { name, count: concern.count, reason, when: moment(concern.refusal.at) }),
        todo: t('board.concern.refusedAdvice'),
      }
    }
    case 'noDevice':
      return { what: t('board.concern.noDevice', { name }), todo: t('board.concern.noDeviceAdvice') }
    case 'unseenDevice':
      return {
        what: t('board.concern.unseenDevice', { name, when: moment(concern.device.lastSeenAt ?? concern.device.enrolledAt) }),
        todo: t('board.concern.unseenDeviceAdvice'),
      }
    case 'notReady':
      return { what: t('board.concern.notReady', { name, count: concern.failed }), todo: t('board.concern.notReadyAdvice') }
  }
}

function moment(iso: string): string {
  return formatMoment(Date.parse(iso))
}
