import type { ProblemCode } from '#contract/problems.ts'
import type { ApiFailureCode } from './api.ts'
import type { Notebook } from './notebook.ts'

export interface SupportProgress {
  supportId: string
  receivedBytes: number
  totalBytes: number
}
export interface SupportFailure {
  supportId: string
  code: Exclude<ApiFailureCode, 'problem'> | 'wrongHash' | ProblemCode
}
export interface SupportsOutcome {
  /** Ids stored whole and verified. */
  ready: string[]
  failed: SupportFailure[]
}
export async function fetchSupports(_notebook: Notebook, _onProgress?: (progress: SupportProgress) => void): Promise<SupportsOutcome> {
  throw new Error('not yet')
}
/** A stored PDF's bytes, verified again; null when it is not stored whole. */
export async function readSupport(_notebook: Notebook, _supportId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  throw new Error('not yet')
}
