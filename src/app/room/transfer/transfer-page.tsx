import { useObservable } from 'dexie-react-hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TransferScope, watchHandedOver, watchHeld } from '#device/transfer/carried.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { GivePanel } from './give-panel.tsx'
import { HeldPanel } from './held-panel.tsx'
import { TakePanel } from './take-panel.tsx'
import styles from './transfer.module.css'

/** « Transmettre sans réseau »: what this device holds, how to give it, how to take in a colleague's. */
export function TransferPage() {
  const { t } = useTranslation(['transfer', 'shared'])
  const held = useObservable(watchHeld, [])
  const handedOver = useObservable(watchHandedOver, [], null)
  const [chosenScope, setScope] = useState<TransferScope | null>(null)
  if (!held) return <p role="status">{t('shared:loading')}</p>
  const waiting = held.own.waiting + held.carried.waiting
  return (
    <>
      <PageHeader title={t('title')}>{t('subtitle')}</PageHeader>
      <HeldPanel held={held} handedOver={handedOver} />
      <div className={styles['panels']}>
        <GivePanel
          waiting={waiting}
          all={held.own.all + held.carried.all}
          scope={chosenScope ?? (waiting > 0 ? 'waiting' : 'all')}
          onScope={setScope}
        />
        <TakePanel />
      </div>
    </>
  )
}
