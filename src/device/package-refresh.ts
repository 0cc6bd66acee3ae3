import type { ProblemCode } from '#contract/problems.ts'
import type { ApiFailureCode } from './api.ts'
import type { Notebook } from './notebook.ts'

export type PackageRefresh =
  | { ok: true; changed: boolean }
  | { ok: false; code: Exclude<ApiFailureCode, 'problem'> | 'packageInvalid' | 'wrongServer' | ProblemCode }

/** Fetches the session package anew; the stored one stays unless the new one verifies. */
export async function refreshPackage(_notebook: Notebook): Promise<PackageRefresh> {
  throw new Error('not yet')
}
