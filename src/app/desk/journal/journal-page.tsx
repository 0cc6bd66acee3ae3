import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconLink, IconListDetails } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalSummary } from '#contract/journal.ts'
import { EmptyState } from '../../shared/empty-state.tsx'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered, FailureNotice } from '../answered.tsx'
import styles from '../desk.module.css'
import { useAnswer } from '../use-answer.ts'
import { JournalExport } from './journal-export.tsx'
import { JournalFilterBar } from './journal-filter-bar.tsx'
import { askedFilter, NO_FILTERS } from './journal-filters.ts'
import { JournalTable } from './journal-table.tsx'
import { useJournalRows } from './use-journal-rows.ts'

/** What a person types is asked for once they pause. */
const TYPING_REST_MS = 300

/** The server's append-only journal, newest first, and whether its chain holds. */
export function JournalPage() {
  const { t } = useTranslation('desk')
  const journal = useAnswer('journal')
  return (
    <>
      <PageHeader title={t('journal.title')} opensVisit>
        {t('journal.intro')}
      </PageHeader>
      <Answered loaded={journal}>
        {(value) =>
          value.rows === 0 ? (
            <EmptyState icon={IconListDetails} title={t('journal.emptyTitle')}>
              {t('journal.emptyText')}
            </EmptyState>
          ) : (
            <JournalView journal={value} />
          )
        }
      </Answered>
    </>
  )
}

function JournalView({ journal }: { journal: JournalSummary }) {
  const { t } = useTranslation('desk')
  const [filters, setFilters] = useState(NO_FILTERS)
  const [rested] = useDebouncedValue(filters, TYPING_REST_MS, { leading: true })
  const filter = useMemo(() => askedFilter(rested), [rested])
  const { rows, total, loading, failure, reload, more } = useJournalRows(filter)
  return (
    <>
      {journal.brokenAt === null ? (
        <p className={styles['proofLine']}>
          <IconLink size={20} aria-hidden />
          {t('journal.intact', { count: journal.rows })}
        </p>
      ) : (
        <Notice tone="danger" role="alert" title={t('journal.broken', { index: journal.brokenAt })} />
      )}
      <JournalFilterBar journal={journal} filters={filters} onChange={setFilters} />
      {failure && <FailureNotice failure={failure} onRetry={reload} />}
      <p role="status" className={styles['plain']}>
        {loading || total === null
          ? t('journal.reading')
          : total === 0
            ? t('journal.none')
            : t('journal.shown', { count: rows.length, total })}
      </p>
      {rows.length > 0 && <JournalTable rows={rows} names={journal} />}
      <div className={styles['tools']}>
        {more && (
          <Button variant="default" onClick={more} loading={loading}>
            {t('journal.more')}
          </Button>
        )}
        {rows.length > 0 && <JournalExport filter={filter} />}
      </div>
    </>
  )
}
