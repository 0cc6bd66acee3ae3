import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { z } from 'zod'
import type { FieldIssue } from '#contract/problems.ts'
import { checkImport, type ImportFile, type ImportIssue, importFileSchema, type KnownGrid } from '#domain/import-file.ts'
import { t } from '#texts/i18n.ts'
import { fieldSentence } from '../http/field-sentence.ts'
import { salvageImport } from './salvage-import.ts'
import { type Place, placesIn } from './text-places.ts'

export type ReadImport = { ok: true; file: ImportFile } | { ok: false; issues: FieldIssue[] }

/** Reads an import file's text. Every complaint comes at once, with its line and column: syntax first, since nothing else is sure before it. */
export function readImportFile(givenText: string, grids: readonly KnownGrid[]): ReadImport {
  const text = givenText.replace(/^\uFEFF/, '')
  const place = placesIn(text)
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  if (!root || errors.length > 0) return { ok: false, issues: errors.map((error) => syntaxIssue(error, place)) }

  const json: unknown = getNodeValue(root)
  const parsed = importFileSchema.safeParse(json)
  const contradictions = parsed.success ? checkImport(parsed.data, grids) : salvageImport(json, grids)
  const issues = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => shapeIssue(issue, root, place))),
    ...contradictions.map((issue) => contradictionIssue(issue, root, place)),
  ]
  if (parsed.success && issues.length === 0) return { ok: true, file: parsed.data }
  return { ok: false, issues: issues.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)) }
}

const SYNTAX: Partial<Record<ReturnType<typeof printParseErrorCode>, 'comment' | 'comma' | 'colon' | 'closing' | 'end'>> = {
  InvalidCommentToken: 'comment',
  CommaExpected: 'comma',
  PropertyNameExpected: 'comma',
  ValueExpected: 'comma',
  ColonExpected: 'colon',
  CloseBraceExpected: 'closing',
  CloseBracketExpected: 'closing',
  UnexpectedEndOfString: 'closing',
  EndOfFileExpected: 'end',
}

function syntaxIssue(error: ParseError, place: (offset: number) => Place): FieldIssue {
  const problem = t(`documents:import.syntaxProblem.${SYNTAX[printParseErrorCode(error.error)] ?? 'other'}`)
  return { path: '', ...place(error.offset), message: t('documents:import.syntax', { problem }) }
}

function shapeIssue(issue: z.core.$ZodIssue, root: Node, place: (offset: number) => Place): FieldIssue {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  const node = findNodeAtLocation(root, path)
  return located(path, root, place, fieldSentence({ ...issue, absent: node === undefined }))
}

function contradictionIssue({ path, code, value }: ImportIssue, root: Node, place: (offset: number) => Place): FieldIssue {
  return located(path, root, place, t(`documents:import.issue.${code}`, { value }))
}

/** Where a value stands, or where what should hold it begins. */
function located(path: (string | number)[], root: Node, place: (offset: number) => Place, message: string): FieldIssue {
  let node: Node | undefined
  for (let length = path.length; node === undefined && length >= 0; length -= 1) node = findNodeAtLocation(root, path.slice(0, length))
  return { path: pathText(path), ...place((node ?? root).offset), message }
}

/** `candidates[3].number`, as people write it. */
function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '')
}
