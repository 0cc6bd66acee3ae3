import { Button } from '@mantine/core'
import { IconLock, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PackageRefresh, refreshPackage } from '#device/package-refresh.ts'
import { formatMoment } from '../shared/formatters.ts'
import { Notice } from '../shared/notice.tsx'
import { useBreakPage } from '../shared/use-break-page.ts'
import { useFailureSentence } from './failure-sentence.ts'
import { useNotebook } from './notebook-context.tsx'
import styles from './panel.module.css'
import { useRoomStore } from './room-store.ts'

/** Whose notebook this is, how fresh, and how to close it. */
export function NotebookPanel() {
  const { t } = useTranslation('room')
  const notebook = useNotebook()
  const lock = useRoomStore((state) => state.lock)
  const { juror, package: content } = notebook
  const facts = [
    [t('storage.notebook.label'), notebook.label],
    [t('storage.notebook.juror'), `${juror.firstName} ${juror.lastName}`],
    [t('storage.notebook.session'), `${content.session.title} – ${content.session.centre}`],
    [t('storage.notebook.issuedAt'), formatMoment(Date.parse(content.issuedAt))],
    [t('storage.notebook.device'), notebook.deviceId],
  ] as const
  return (
    <section className={styles['panel']}>
      <h2>{t('storage.notebook.title')}</h2>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <PackageRefreshButton />
      <Button variant="default" size="lg" leftSection={<IconLock size={22} aria-hidden />} onClick={lock}>
        {t('storage.notebook.lock')}
      </Button>
      <p>{t('storage.notebook.lockHint')}</p>
    </section>
  )
}

function PackageRefreshButton() {
  const { t } = useTranslation('room')
  const notebook = useNotebook()
  const breakPage = useBreakPage()
  const sentence = useFailureSentence()
  const [refreshing, setRefreshing] = useState(false)
  const [outcome, setOutcome] = useState<PackageRefresh | null>(null)
  const refresh = async () => {
    setRefreshing(true)
    setOutcome(await refreshPackage(notebook))
    setRefreshing(false)
  }
  return (
    <>
      <Button
        size="lg"
        loading={refreshing}
        leftSection={<IconRefresh size={22} aria-hidden />}
        onClick={() => void refresh().catch(breakPage)}
      >
        {t('storage.notebook.refresh')}
      </Button>
      <p role="status">
        {refreshing && t('storage.notebook.refreshing')}
        {!refreshing && outcome?.ok && (outcome.changed ? t('storage.notebook.changed') : t('storage.notebook.unchanged'))}
      </p>
      {outcome?.ok === false && (
        <Notice tone="danger" role="alert" title={t('storage.notebook.notRefreshed')}>
          <p>{t('storage.notebook.kept')}</p>
          <p>{sentence(outcome.code)}</p>
        </Notice>
      )}
    </>
  )
}
