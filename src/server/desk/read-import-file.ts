import type { FieldIssue } from '#contract/problems.ts'
import { checkImport, type ImportFile, importFileSchema, type KnownGrid } from '#domain/import-file.ts'
import { t } from '#texts/i18n.ts'
import { inFileOrder, readJsonText } from './json-text.ts'
import { salvageImport } from './salvage-import.ts'

export type ReadImport = { ok: true; file: ImportFile } | { ok: false; issues: FieldIssue[] }

/** Reads an import file's text. Every complaint comes at once, with its line and column: syntax first, since nothing else is sure before it. */
export function readImportFile(givenText: string, grids: readonly KnownGrid[]): ReadImport {
  const read = readJsonText(givenText)
  if (!read.ok) return read
  const { json, issueAt, shapeIssues } = read.text
  const parsed = importFileSchema.safeParse(json)
  const contradictions = parsed.success ? checkImport(parsed.data, grids) : salvageImport(json, grids)
  const issues = [
    ...(parsed.success ? [] : shapeIssues(parsed.error)),
    ...contradictions.map(({ path, code, value }) => issueAt(path, t(`documents:import.issue.${code}`, { value }))),
  ]
  if (parsed.success && issues.length === 0) return { ok: true, file: parsed.data }
  return { ok: false, issues: inFileOrder(issues) }
}
