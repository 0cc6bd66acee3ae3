import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import { useAnswer } from '../use-answer.ts'
import { KeptTable } from './kept-table.tsx'
import { PurgeTables } from './purge-tables.tsx'
import { RetentionForm } from './retention-form.tsx'
import { StatisticsSection } from './statistics-section.tsx'

/** What is kept of people, why, where and for how long, as this server is set; what was erased and what will be. */
export function DataProtectionPage() {
  const { t } = useTranslation('dataProtection')
  const may = useMay()
  const loaded = useAnswer('dataProtection')
  return (
    <>
      <PageHeader title={t('page.title')} opensVisit>
        {t('page.intro')}
      </PageHeader>
      {may('dataRequests') && (
        <div className={styles['tools']}>
          <Button component={Link} to="/coordination/donnees-personnelles/demandes" leftSection={<IconMail size={18} aria-hidden />}>
            {t('page.requests')}
          </Button>
        </div>
      )}
      <Answered loaded={loaded}>
        {(value) => (
          <>
            <KeptTable settings={value.settings} otherNotebookDays={value.otherNotebookDays} />
            <Explanations />
            <RetentionForm
              key={JSON.stringify(value.settings)}
              settings={value.settings}
              proposed={value.proposed}
              onSaved={loaded.reload}
            />
            <PurgeTables upcoming={value.upcoming} purges={value.purges} />
          </>
        )}
      </Answered>
      {may('statistics') && <StatisticsSection />}
    </>
  )
}

function Explanations() {
  const { t } = useTranslation('dataProtection')
  return (
    <>
      {(['counted', 'proof', 'devices'] as const).map((name) => (
        <section key={name} className={styles['section']} aria-labelledby={`data-${name}`}>
          <h2 id={`data-${name}`}>{t(`page.${name}Title`)}</h2>
          <p className={styles['plain']}>{t(`page.${name}`)}</p>
          {name === 'counted' && <p className={styles['plain']}>{t('page.backups')}</p>}
        </section>
      ))}
    </>
  )
}
