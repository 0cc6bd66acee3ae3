import { Button, Modal, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableKind } from '#domain/tables/columns.ts'
import { COLUMNS_ASIDE, EDIT_COLUMNS } from '#domain/tables/edit-lines.ts'
import { type Pasted, pasteTable } from '#domain/tables/edit-table.ts'
import { formatList } from '../../../shared/formatters.ts'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import { columnName } from '../import/complaint-words.ts'
import { ComplaintTable } from '../import/outcome-section.tsx'
import { usePreparedSession } from '../use-prepared-session.ts'
import { readPasted } from './read-pasted.ts'
import { editRequest } from './table-words.ts'

interface PasteDialogProps {
  kind: TableKind
  /** What was pasted already; empty to paste it here. */
  text: string
  onClose: () => void
}

/** Lines copied from a spreadsheet: what they will change is said first; all of them enter, or none. */
export function PasteDialog({ kind, text: start, onClose }: PasteDialogProps) {
  const { t } = useTranslation('prepare')
  const { now, knownGrids, change } = usePreparedSession()
  const [text, setText] = useState(start)
  const pasted = useMemo(() => {
    const table = readPasted(text, t('tables.clipboard'))
    return table.rows.length === 0 ? null : pasteTable(kind, now, table, editRequest(knownGrids))
  }, [text, kind, now, knownGrids, t])
  const aside = COLUMNS_ASIDE[kind].map((key) => columnName(key))
  const enter = () => {
    if (!pasted?.outcome.ok) return
    const { preparation, addresses } = pasted.outcome
    change(() => preparation, addresses)
    onClose()
  }
  return (
    <Modal.Root opened onClose={onClose} size="xl">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <div className={styles['section']}>
            <Modal.Title className={styles['dialogTitle']}>{t('tables.pasteTitle')}</Modal.Title>
            <p className={styles['plain']}>
              {t('tables.pasteHelp', { columns: formatList(EDIT_COLUMNS[kind].map((key) => columnName(key))) })}
              {aside.length > 0 && ` ${t('tables.pasteAside', { columns: formatList(aside) })}`}
            </p>
            <Textarea
              label={t('tables.pasteLabel')}
              rows={7}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              data-autofocus
            />
            {pasted && <PastedOutcome pasted={pasted} />}
            <div className={styles['tools']}>
              <Button disabled={!pasted?.outcome.ok} onClick={enter}>
                {t('tables.pasteAct')}
              </Button>
              <Button variant="default" onClick={onClose}>
                {t('tables.cancel')}
              </Button>
            </div>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function PastedOutcome({ pasted: { outcome, leftAside } }: { pasted: Pasted }) {
  const { t } = useTranslation('prepare')
  return (
    <>
      {outcome.ok ? (
        <Notice tone="info" role="status" title={t('tables.pasteReady', { added: outcome.added, changed: outcome.changed })}>
          {outcome.addresses.length > 0 && t('result.addresses', { count: outcome.addresses.length })}
        </Notice>
      ) : (
        <ComplaintTable complaints={outcome.complaints} advice={t('tables.pasteRefused')} />
      )}
      {leftAside.length > 0 && <p className={styles['plain']}>{t('tables.leftAside', { columns: formatList(leftAside) })}</p>}
    </>
  )
}
