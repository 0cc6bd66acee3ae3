import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askOnline, type OnlineRecovery, type PendingRecovery } from '#device/recovery.ts'
import { t as text } from '#texts/i18n.ts'
import { TextGive } from '../../shared/carried/text-give.tsx'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import panelStyles from '../panel.module.css'
import styles from './recovery.module.css'

const ASK_AGAIN_MS = 4_000

interface RecoveryRequestProps {
  vaultId: string
  pending: PendingRecovery
  isAnswered: boolean
  onAnswer: (answer: string) => void
}

/** The request, with its control number: sent by the network, or carried by hand. */
export function RecoveryRequest({ vaultId, pending, isAnswered, onAnswer }: RecoveryRequestProps) {
  const { t } = useTranslation('vault')
  const { online, ask } = useOnlineAnswer(vaultId, isAnswered, onAnswer)
  return (
    <section className={panelStyles['panel']}>
      <h2>{t('recovery.step1')}</h2>
      <p>{t('recovery.call')}</p>
      <dl className={styles['number']}>
        <dt>{t('recovery.controlNumber')}</dt>
        <dd className="cdj-figures">{pending.controlNumber}</dd>
      </dl>
      <Button size="lg" loading={online === 'asking'} disabled={isAnswered} onClick={ask}>
        {t('recovery.online')}
      </Button>
      <OnlineWords online={online} />
      <h3>{t('recovery.carry')}</h3>
      <p>{t('recovery.carryDetail')}</p>
      <TextGive text={pending.requestText} codeLabel={t('recovery.code')} fileName={t('recovery.fileName')} />
    </section>
  )
}

type Online = OnlineRecovery | 'idle' | 'asking'

/** Asks the server when told to, then again until the coordinator has answered. */
function useOnlineAnswer(vaultId: string, isAnswered: boolean, onAnswer: (answer: string) => void) {
  const breakPage = useBreakPage()
  const [online, setOnline] = useState<Online>('idle')
  const look = useCallback(async () => {
    const state = await askOnline(vaultId)
    setOnline(state)
    if (state.state === 'answered') onAnswer(state.answer)
  }, [vaultId, onAnswer])
  const ask = () => {
    setOnline('asking')
    look().catch(breakPage)
  }
  const isWaiting = typeof online === 'object' && online.state === 'waiting' && !isAnswered
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => void look().catch(breakPage), ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isWaiting, look, breakPage])
  return { online, ask }
}

function OnlineWords({ online }: { online: Online }) {
  const { t } = useTranslation('vault')
  if (typeof online === 'string' || online.state === 'answered') return null
  if (online.state === 'waiting') return <p role="status">{t('recovery.waiting')}</p>
  return <Notice tone="info" role="alert" title={failureWords(online.code)} />
}

type FailureCode = Extract<OnlineRecovery, { state: 'failed' }>['code']

function failureWords(code: FailureCode): string {
  switch (code) {
    case 'recovery-foreign':
    case 'recovery-unreadable':
    case 'device-unknown':
      return text('vault:recovery.refused', { reason: text(`problems:${code}.title`) })
    default:
      return text('vault:recovery.offline')
  }
}
