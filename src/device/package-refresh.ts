import { packageResponseSchema } from '#contract/enrolment.ts'
import type { ProblemCode } from '#contract/problems.ts'
import { routePath } from '#contract/routes.ts'
import { hashJson } from '#seal/hash.ts'
import { SealError } from '#seal/seal-error.ts'
import { openPackage } from '#seal/session-package.ts'
import { type ApiFailureCode, callApi, ownServer } from './api.ts'
import { db } from './db.ts'
import { deviceAuthorization } from './device-request.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'
import { replacePackage, secretsOf } from './open-notebook.ts'
import { sealPackageRecord } from './records.ts'
import { withDatabase } from './storage.ts'

export type PackageRefresh =
  | { ok: true; changed: boolean }
  | { ok: false; code: Exclude<ApiFailureCode, 'problem'> | 'packageInvalid' | 'wrongServer' | ProblemCode }

/** Fetches the session package anew; the stored one stays unless the new one verifies and is for this juror. */
export async function refreshPackage(notebook: Notebook, origin: string = ownServer()): Promise<PackageRefresh> {
  const path = routePath('devicePackage')
  const headers = await deviceAuthorization(notebook, 'GET', path)
  const answer = await callApi(origin, { method: 'GET', path, headers }, packageResponseSchema)
  if (!answer.ok) return { ok: false, code: answer.code === 'problem' ? answer.problem.code : answer.code }
  const { dataKey, sealingKey, serverKeys, serverKeyId } = secretsOf(notebook)
  try {
    const content = await openPackage(answer.data.sealedPackage, sealingKey, serverKeys.signing, serverKeyId)
    const stored = notebook.package
    if (content.jurorId !== stored.jurorId || content.session.id !== stored.session.id) return { ok: false, code: 'packageInvalid' }
    // Older than what is stored: an answer kept by somebody on the way, not news.
    if (Date.parse(content.issuedAt) < Date.parse(stored.issuedAt)) return { ok: true, changed: false }
    const changed = (await hashJson({ ...content, issuedAt: '' })) !== (await hashJson({ ...stored, issuedAt: '' }))
    const row = await sealPackageRecord(dataKey, notebook.vaultId, content)
    await withDatabase(() => db.records.put(row))
    replacePackage(notebook, content)
    return { ok: true, changed }
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    noteEvent('packageRefused', { reason: error.code })
    return { ok: false, code: error.code === 'unknownKey' ? 'wrongServer' : 'packageInvalid' }
  }
}
