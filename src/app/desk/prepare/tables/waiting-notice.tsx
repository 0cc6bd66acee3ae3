import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TableKind } from '#domain/tables/columns.ts'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import { columnName } from '../import/complaint-words.ts'
import type { LineRow } from './line-rows.ts'
import { useCellDrafts } from './use-cell-drafts.ts'

const MAX_SHOWN = 8

/** Lines whose cells wait for a correction: named, each with its reasons, and none of them in the session yet. */
export function WaitingNotice({ kind, rows }: { kind: TableKind; rows: readonly LineRow[] }) {
  const { t } = useTranslation('prepare')
  const { waiting, draftOf, giveUp } = useCellDrafts(kind)
  if (waiting.length === 0) return null
  return (
    <Notice tone="danger" role="alert" title={t('tables.waiting', { count: waiting.length })}>
      <p className={styles['plain']}>{t('tables.waitingAdvice')}</p>
      <ul className={styles['list']}>
        {waiting.slice(0, MAX_SHOWN).map((id) => (
          <li key={id}>
            {rows.find((row) => row.id === id)?.name}
            {Object.entries(draftOf(id)?.errors ?? {}).map(([key, message]) => (
              <span key={key}>
                , {columnName(key as Parameters<typeof columnName>[0])} : {message}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <Button variant="default" size="xs" onClick={giveUp}>
        {t('tables.giveUp')}
      </Button>
    </Notice>
  )
}
