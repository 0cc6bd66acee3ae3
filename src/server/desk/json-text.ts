import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { z } from 'zod'
import type { FieldIssue } from '#contract/problems.ts'
import { t } from '#texts/i18n.ts'
import { fieldSentence } from '../http/field-sentence.ts'
import { type Place, placesIn } from './text-places.ts'

/** A JSON text that parsed, and where each of its values stands. */
export interface JsonText {
  json: unknown
  /** A complaint about the value at a path, or about what should hold it. */
  issueAt: (path: readonly (string | number)[], message: string) => FieldIssue
  /** What a schema says of the values, in French. */
  shapeIssues: (error: z.ZodError) => FieldIssue[]
}

/** Reads a file's text as JSON. Syntax errors come alone, since nothing else is sure before them. */
export function readJsonText(givenText: string): { ok: true; text: JsonText } | { ok: false; issues: FieldIssue[] } {
  const text = givenText.replace(/^\uFEFF/, '')
  const place = placesIn(text)
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  if (!root || errors.length > 0) return { ok: false, issues: errors.map((error) => syntaxIssue(error, place)) }
  const issueAt = (path: readonly (string | number)[], message: string) => located([...path], root, place, message)
  const shapeIssues = (error: z.ZodError) =>
    error.issues.map((issue) => {
      const path = issue.path.filter((step) => typeof step !== 'symbol')
      return issueAt(path, fieldSentence({ ...issue, absent: findNodeAtLocation(root, path) === undefined }))
    })
  return { ok: true, text: { json: getNodeValue(root) as unknown, issueAt, shapeIssues } }
}

/** In the order a person meets them in the file. */
export function inFileOrder(issues: readonly FieldIssue[]): FieldIssue[] {
  return [...issues].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
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
