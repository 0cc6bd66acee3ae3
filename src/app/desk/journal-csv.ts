import Papa from 'papaparse'
import type { JournalRow } from '#domain/journal.ts'
import { t } from '#texts/i18n.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** How a row's act, author and object are said. */
export interface JournalWords {
  act: (act: string) => string
  actor: (actor: string) => string
  subject: (field: string, value: string) => string
}

/** Journal rows as a spreadsheet French Excel opens by double click, with each row's place in the chain. Oldest first, as written. */
export function journalCsv(rows: readonly JournalRow[], words: JournalWords): string {
  const heading = [
    t('desk:journal.columns.index'),
    t('desk:journal.columns.at'),
    t('desk:journal.columns.act'),
    t('desk:journal.columns.actor'),
    t('desk:journal.columns.subject'),
    t('desk:journal.columns.previous'),
    t('desk:journal.columns.hash'),
  ]
  const lines = [...rows]
    .sort((a, b) => a.index - b.index)
    .map((row) => [
      String(row.index),
      row.at,
      words.act(row.act),
      words.actor(row.actor),
      Object.entries(row.subject)
        .map(([field, value]) => words.subject(field, String(value)))
        .join(', '),
      row.previous ?? '',
      row.hash,
    ])
  return BYTE_ORDER_MARK + Papa.unparse([heading, ...lines], { delimiter: ';', newline: '\r\n', escapeFormulae: true })
}
