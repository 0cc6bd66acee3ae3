import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TABLE_KINDS, type TableKind } from '#domain/tables/columns.ts'
import styles from '../../desk.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import { AddLineForm } from './add-line-form.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { FiltersBar } from './filters-bar.tsx'
import { LineGrid } from './line-grid.tsx'
import { rowsOf } from './line-rows.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { editRequest } from './table-words.ts'
import { useLineTable } from './use-line-table.ts'
import { WaitingNotice } from './waiting-notice.tsx'

/** A session's candidates, jurors and orals as tables: found, filtered, sorted, written cell by cell, many at once, or pasted. */
export function TablesPage() {
  const { t } = useTranslation('prepare')
  const [kind, setKind] = useState<TableKind>('candidates')
  return (
    <>
      <VisuallyHidden component="h2">{t('tables.title')}</VisuallyHidden>
      <SegmentedControl
        maw="100%"
        w="fit-content"
        aria-label={t('tables.kind')}
        value={kind}
        onChange={(value) => setKind(TABLE_KINDS.find((one) => one === value) ?? 'candidates')}
        data={TABLE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <KindTable key={kind} kind={kind} />
    </>
  )
}

function KindTable({ kind }: { kind: TableKind }) {
  const { t } = useTranslation('prepare')
  const { now, knownGrids } = usePreparedSession()
  const rows = useMemo(() => rowsOf(kind, now, editRequest(knownGrids)), [kind, now, knownGrids])
  const table = useLineTable(kind, rows)
  const [pasting, setPasting] = useState<string | null>(null)
  return (
    <section className={styles['section']} aria-label={t(`kind.${kind}`)}>
      <FiltersBar kind={kind} table={table} rows={rows} onPaste={() => setPasting('')} />
      <WaitingNotice kind={kind} rows={rows} />
      <BulkBar kind={kind} table={table} rows={rows} />
      <LineGrid kind={kind} table={table} onPaste={setPasting} />
      <AddLineForm kind={kind} />
      {pasting !== null && <PasteDialog kind={kind} text={pasting} onClose={() => setPasting(null)} />}
    </section>
  )
}
