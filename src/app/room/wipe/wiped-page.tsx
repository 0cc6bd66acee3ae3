import { Anchor } from '@mantine/core'
import { useObservable } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { watchWiped } from '#device/deliver-wipes.ts'
import type { WipedRecord } from '#device/wipe.ts'
import { TextGive } from '../../shared/carried/text-give.tsx'
import { formatMoment } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import panelStyles from '../panel.module.css'
import { RoomFrame } from '../room-frame.tsx'

/** The notebooks wiped on this device, each with its signed statement. */
export function WipedPage() {
  const { t } = useTranslation(['vault', 'shared'])
  const wiped = useObservable(watchWiped, [])
  return (
    <RoomFrame>
      <PageHeader title={t('wiped.title')} />
      {wiped === undefined && <p role="status">{t('shared:loading')}</p>}
      {wiped?.length === 0 && <p>{t('wiped.none')}</p>}
      {wiped?.map((record) => (
        <WipedPanel key={record.vaultId} record={record} />
      ))}
      <Anchor component={Link} to="/salle">
        {t('wiped.back')}
      </Anchor>
    </RoomFrame>
  )
}

/** One statement: taken by the server, or to be carried. */
export function WipedPanel({ record }: { record: WipedRecord }) {
  const { t } = useTranslation('vault')
  const { label, wipedAt, sheets, receivedAt, statement } = record
  return (
    <section className={panelStyles['panel']}>
      <h2>{t('wiped.notebook', { label, when: formatMoment(wipedAt) })}</h2>
      <p>{t('wiped.sheets', { count: sheets })}</p>
      {receivedAt === null ? (
        <>
          <Notice tone="device" title={t('wiped.waiting')}>
            <p>{t('wiped.waitingDetail')}</p>
          </Notice>
          <TextGive text={statement} codeLabel={t('wiped.code')} fileName={t('wiped.fileName')} />
        </>
      ) : (
        <Notice tone="delivered" title={t('wiped.received', { when: formatMoment(Date.parse(receivedAt)) })} />
      )}
    </section>
  )
}
