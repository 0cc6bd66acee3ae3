import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DamagedEnvelope } from '#device/transfer/check-envelopes.ts'
import { Notice } from '../../shared/notice.tsx'
import type { Keeping } from './use-keeping.ts'

interface ReceivedResultProps {
  keeping: Keeping
  onRetry: () => void
  actions?: ReactNode
}

/** What came in, envelope by envelope: new, already here, damaged. Amber: it is on this device, not yet at the server. */
export function ReceivedResult({ keeping, onRetry, actions }: ReceivedResultProps) {
  const { t } = useTranslation(['transfer', 'shared'])
  if (keeping.step === 'storing') return <p role="status">{t('receive.storing')}</p>
  if (keeping.step === 'notStored') {
    return (
      <Notice
        tone="danger"
        role="alert"
        title={t('result.notStored.title')}
        actions={
          <Button size="lg" onClick={onRetry}>
            {t('shared:actions.retry')}
          </Button>
        }
      >
        <p>{t(`result.notStored.${keeping.reason}`)}</p>
      </Notice>
    )
  }
  const { fresh, known, parcels, damaged } = keeping
  return (
    <>
      {fresh + known > 0 && (
        <Notice tone="device" role="status" title={t('result.received', { count: fresh + known })} actions={actions}>
          {fresh > 0 && <p>{t('result.fresh', { count: fresh })}</p>}
          {known > 0 && <p>{t('result.known', { count: known })}</p>}
          {fresh > 0 && <p>{t('result.next')}</p>}
          <p>{t('result.tell')}</p>
        </Notice>
      )}
      {parcels > 0 && (
        <Notice
          tone="info"
          role="status"
          title={t('result.parcels')}
          actions={
            <Button component={Link} to="/salle/deliberation/recevoir" size="lg">
              {t('result.parcelsAction')}
            </Button>
          }
        >
          <p>{t('result.parcelsDetail')}</p>
        </Notice>
      )}
      {fresh + known + parcels + damaged.length === 0 && <Notice tone="info" role="status" title={t('result.received', { count: 0 })} />}
      {damaged.length > 0 && <DamagedNotice damaged={damaged} />}
    </>
  )
}

const SHOWN_ID_LENGTH = 8

function DamagedNotice({ damaged }: { damaged: readonly DamagedEnvelope[] }) {
  const { t } = useTranslation('transfer')
  const names = damaged.map(({ position, id }) =>
    id === null ? t('result.damagedName', { position }) : t('result.damagedNamedId', { position, id: id.slice(0, SHOWN_ID_LENGTH) }),
  )
  return <Notice tone="danger" role="alert" title={t('result.damaged', { count: damaged.length, names: names.join(', ') })} />
}
