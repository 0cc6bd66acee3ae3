import { Button, NativeSelect } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { routePath } from '#contract/routes.ts'
import { type AnonymousSession, SMALLEST_GROUP } from '#domain/statistics.ts'
import { formatList } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { usePartName } from '../results/use-part-name.ts'
import { useAnswer } from '../use-answer.ts'
import own from './data-protection.module.css'

/** A session's figures without persons: what is taken out, what is hidden, the two files. */
export function StatisticsSection() {
  const { t } = useTranslation('dataProtection')
  const sessions = useAnswer('sessions')
  const [sessionId, setSessionId] = useState('')
  return (
    <section className={styles['section']} aria-labelledby="data-statistics">
      <h2 id="data-statistics">{t('statistics.title')}</h2>
      <p className={styles['plain']}>{t('statistics.intro')}</p>
      <p className={styles['plain']}>{t('statistics.removed')}</p>
      <p className={styles['plain']}>{t('statistics.smallest', { count: SMALLEST_GROUP })}</p>
      <Answered loaded={sessions}>
        {({ sessions: list }) => (
          <div className={styles['card']}>
            <div className={own['form']}>
              <NativeSelect
                label={t('statistics.session')}
                value={sessionId}
                onChange={(event) => setSessionId(event.currentTarget.value)}
                data={[{ value: '', label: t('statistics.choose') }, ...list.map(({ id, title }) => ({ value: id, label: title }))]}
              />
            </div>
            {sessionId !== '' && <SessionStatistics key={sessionId} sessionId={sessionId} />}
          </div>
        )}
      </Answered>
    </section>
  )
}

function SessionStatistics({ sessionId }: { sessionId: string }) {
  const loaded = useAnswer('statistics', { sessionId })
  return <Answered loaded={loaded}>{(statistics) => <StatisticsFiles sessionId={sessionId} statistics={statistics} />}</Answered>
}

function StatisticsFiles({ sessionId, statistics: { parts } }: { sessionId: string; statistics: AnonymousSession }) {
  const { t } = useTranslation('dataProtection')
  const partName = usePartName()
  const hidden = parts.filter((part) => part.hidden)
  if (parts.length === 0) return <p className={styles['plain']}>{t('statistics.nothing')}</p>
  if (hidden.length === parts.length)
    return (
      <Notice tone="info" role="status" title={t('statistics.hiddenTitle')}>
        {t('statistics.allHidden')}
      </Notice>
    )
  return (
    <>
      {hidden.length > 0 && (
        <Notice tone="info" role="status" title={t('statistics.hiddenTitle')}>
          {t('statistics.hidden', { parts: formatList(hidden.map(({ part }) => partName(part))) })}
        </Notice>
      )}
      <div className={styles['tools']}>
        {(['statisticsCsv', 'statistics'] as const).map((route) => (
          <Button
            key={route}
            component="a"
            href={routePath(route, { sessionId })}
            download={route === 'statistics' ? t('statistics.jsonName') : t('statistics.csvName')}
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {route === 'statistics' ? t('statistics.json') : t('statistics.csv')}
          </Button>
        ))}
      </div>
    </>
  )
}
