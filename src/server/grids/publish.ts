import type { FieldIssue } from '#contract/problems.ts'
import { frameworkSchema } from '#domain/framework.ts'
import { checkFramework } from '#domain/framework-check.ts'
import { type Grid, partKey } from '#domain/grid.ts'
import { checkGrid } from '#domain/grid-check.ts'
import { hashJson } from '#seal/hash.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import { inFileOrder, readJsonText } from '../desk/json-text.ts'
import type { Db } from '../storage/engine.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { findFramework, type NewDocument, publishDocument, publishedGridVersions } from '../storage/published.ts'
import { inTransaction } from '../storage/transaction.ts'

export type PublishOutcome =
  | { ok: true; hash: string }
  | { ok: false; code: 'version-taken' }
  | { ok: false; code: 'grid-invalid' | 'import-invalid'; issues: FieldIssue[] }

/** Publishes a new version of a grid, with the act in the journal, or says everything that keeps it from being published. */
export async function publishGrid(context: ServerContext, grid: Grid, actor: string): Promise<PublishOutcome> {
  const issues = [
    ...checkGrid(grid).map(({ path, code }) => ({ path: path.join('.'), message: t(`grids:issue.${code}`) })),
    ...(await foreignIssues(context.storage.db, grid)),
  ]
  if (issues.length > 0) return { ok: false, code: 'grid-invalid', issues }
  return publish(context, { kind: 'grid', id: grid.id, version: grid.version, content: grid }, actor)
}

/** What a grid says against what is already published: its framework, and the earlier versions of its own id. */
async function foreignIssues(db: Db, grid: Grid): Promise<FieldIssue[]> {
  const issues: FieldIssue[] = []
  const framework = await findFramework(db, grid.framework.hash)
  if (framework === null) issues.push({ path: 'framework', message: t('grids:issue.framework-unknown') })
  const { part } = grid
  if (framework && part.kind === 'block' && !framework.blocks.some(({ id }) => id === part.blockId))
    issues.push({ path: 'part', message: t('grids:issue.block-unknown') })
  if (framework && part.kind === 'finalInterview' && framework.finalInterview === null)
    issues.push({ path: 'part', message: t('grids:issue.interview-unknown') })
  const earlier = await publishedGridVersions(db, grid.id)
  if (earlier.some((other) => partKey(other.part) !== partKey(grid.part) || other.framework.id !== grid.framework.id))
    issues.push({ path: 'id', message: t('grids:issue.part-changed') })
  return issues
}

/** Publishes a framework from its file's text. Every complaint comes at once, with its line. */
export async function publishFramework(context: ServerContext, fileText: string, actor: string): Promise<PublishOutcome> {
  const read = readJsonText(fileText)
  if (!read.ok) return { ok: false, code: 'import-invalid', issues: read.issues }
  const { json, issueAt, shapeIssues } = read.text
  const parsed = frameworkSchema.safeParse(json)
  if (!parsed.success) return { ok: false, code: 'import-invalid', issues: inFileOrder(shapeIssues(parsed.error)) }
  const issues = checkFramework(parsed.data).map(({ path, code, value }) => issueAt(path, t(`grids:frameworkIssue.${code}`, { value })))
  if (issues.length > 0) return { ok: false, code: 'import-invalid', issues: inFileOrder(issues) }
  const { id, version } = parsed.data
  return publish(context, { kind: 'framework', id, version, content: parsed.data }, actor)
}

/** The journal's lock makes two publications of the same version wait for each other. */
async function publish({ storage, now }: ServerContext, document: Omit<NewDocument, 'hash'>, actor: string): Promise<PublishOutcome> {
  const hash = await hashJson(document.content)
  const at = now().toISOString()
  const { kind, id, version } = document
  const subject = { [`${kind}Id`]: id, version, documentHash: hash }
  const published = await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const isNew = await publishDocument(tx, { ...document, hash }, at)
    if (isNew) await appendAfter(tx, head, at, [{ actor, act: `${kind}-published`, subject }])
    return isNew
  })
  return published ? { ok: true, hash } : { ok: false, code: 'version-taken' }
}
