import { Button } from '@mantine/core'
import { IconCamera, IconUsersGroup } from '@tabler/icons-react'
import { useObservable } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { watchAllMinutes } from '#device/deliberation/kept-minutes.ts'
import { type PanelDay, panelDays, unknownMembers } from '#device/deliberation/panel-day.ts'
import { EmptyState } from '../../shared/empty-state.tsx'
import { formatLongDate } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useNotebook } from '../notebook-context.tsx'
import styles from './deliberation.module.css'
import { GiveSheets } from './give-sheets.tsx'
import { jurorNames } from './juror-names.ts'
import { KeptList } from './kept-list.tsx'
import { OralList } from './oral-list.tsx'
import { TakeFile } from './take-file.tsx'
import { useFetchedMinutes } from './use-fetched-minutes.ts'

/** « Délibération »: each day of the juror's panels; what a president does with it, what a member does. */
export function DaysPage() {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const days = panelDays(notebook)
  const minutes = useObservable(() => watchAllMinutes(notebook), [notebook])
  useFetchedMinutes(notebook)
  return (
    <>
      <PageHeader title={t('home.title')}>{t('home.subtitle')}</PageHeader>
      {days.length === 0 ? (
        <EmptyState
          icon={IconUsersGroup}
          title={t('home.empty.title')}
          action={
            <Button component={Link} to="/salle/reglages" variant="default" size="lg">
              {t('home.empty.action')}
            </Button>
          }
        >
          {t('home.empty.detail')}
        </EmptyState>
      ) : (
        <section className={styles['panel']} aria-label={t('home.receive')}>
          <p>{t('home.receiveHint')}</p>
          <div className={styles['row']}>
            <Button component={Link} to="/salle/deliberation/recevoir" size="lg" leftSection={<IconCamera size={22} aria-hidden />}>
              {t('home.receive')}
            </Button>
            <TakeFile />
          </div>
        </section>
      )}
      {days.map((panelDay) => (
        <Day key={`${panelDay.panel.id}/${panelDay.day}`} panelDay={panelDay} />
      ))}
      {minutes && days.length > 0 && <KeptList minutes={minutes} />}
    </>
  )
}

function Day({ panelDay }: { panelDay: PanelDay }) {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const { panel, day, presides } = panelDay
  const unknown = unknownMembers(notebook, panel)
  const needed = presides ? unknown : unknown.filter((id) => id === panel.presidentId)
  return (
    <section className={styles['section']}>
      <div>
        <h2>{t('home.dayTitle', { panel: panel.name, date: formatLongDate(day) })}</h2>
        <p className={styles['quiet']}>
          {presides ? t('home.presides') : t('home.presidedBy', { name: jurorNames(notebook, [panel.presidentId]) })}
        </p>
      </div>
      {needed.length > 0 && (
        <Notice
          tone="device"
          title={t('home.unknownDevices', { names: jurorNames(notebook, needed) })}
          actions={
            <Button component={Link} to="/salle/reglages" variant="default" size="lg">
              {t('home.refresh')}
            </Button>
          }
        />
      )}
      {presides ? <OralList panelDay={panelDay} /> : <GiveSheets panelDay={panelDay} />}
    </section>
  )
}
