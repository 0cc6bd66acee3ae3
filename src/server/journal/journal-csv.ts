import Papa from 'papaparse'
import type { JournalNames } from '#contract/journal.ts'
import type { JournalRow } from '#domain/journal.ts'
import { t } from '#texts/i18n.ts'
import { actorWords, actWords, subjectFields, subjectWords } from '#texts/journal-words.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** Journal rows as a spreadsheet French Excel opens by double click, with each row's place in the chain. */
export function journalCsv(rows: readonly JournalRow[], names: JournalNames): string {
  const heading = [
    t('desk:journal.columns.index'),
    t('desk:journal.columns.at'),
    t('desk:journal.columns.act'),
    t('desk:journal.columns.actor'),
    t('desk:journal.columns.subject'),
    t('desk:journal.columns.previous'),
    t('desk:journal.columns.hash'),
  ]
  const lines = rows.map((row) => [
    String(row.index),
    row.at,
    actWords(row.act),
    actorWords(row.actor, names, false),
    subjectFields(row.subject)
      .map((field) => subjectWords(row.subject, field, names, false))
      .join(', '),
    row.previous ?? '',
    row.hash,
  ])
  return BYTE_ORDER_MARK + Papa.unparse([heading, ...lines], { delimiter: ';', newline: '\r\n', escapeFormulae: true })
}
