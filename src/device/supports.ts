import type { WrittenSupport } from '#domain/exam-session.ts'
import type { Bytes } from '#seal/bytes.ts'
import { sha256 } from '#seal/hash.ts'
import { SealError } from '#seal/seal-error.ts'
import { decryptBytes } from '#seal/vault.ts'
import { ownServer } from './api.ts'
import { address, db, rangeOf } from './db.ts'
import { noteEvent } from './diagnostics.ts'
import { downloadSupport, type SupportFailure } from './download-support.ts'
import type { Notebook } from './notebook.ts'
import { secretsOf } from './open-notebook.ts'
import { withDatabase } from './storage.ts'

export interface SupportProgress {
  supportId: string
  receivedBytes: number
  totalBytes: number
}

export interface SupportsOutcome {
  /** Ids stored whole, their SHA-256 checked against the package. */
  ready: string[]
  failed: SupportFailure[]
}

/** A replaced PDF is another file: its id covers both the support and its hash, and tells neither. */
export async function supportFileId(support: WrittenSupport): Promise<string> {
  return sha256(`${support.id}/${support.sha256}`)
}

/** Fetches every PDF of the package that is not stored yet, one after the other; a cut download goes on where it stopped. */
export async function fetchSupports(
  notebook: Notebook,
  onProgress: (progress: SupportProgress) => void = () => undefined,
  origin: string = ownServer(),
): Promise<SupportsOutcome> {
  const outcome: SupportsOutcome = { ready: [], failed: [] }
  for (const support of notebook.package.session.supports) {
    const code = await fetchSupport(notebook, support, onProgress, origin)
    if (code === null) outcome.ready.push(support.id)
    else outcome.failed.push({ supportId: support.id, code })
  }
  return outcome
}

async function fetchSupport(
  notebook: Notebook,
  support: WrittenSupport,
  onProgress: (progress: SupportProgress) => void,
  origin: string,
): Promise<SupportFailure['code'] | null> {
  const { vaultId } = notebook
  const fileId = await supportFileId(support)
  const known = await withDatabase(() => db.files.get([vaultId, fileId]))
  if (known?.ready === 1) return null
  const failure = await downloadSupport(notebook, support, fileId, origin, (receivedBytes) =>
    onProgress({ supportId: support.id, receivedBytes, totalBytes: support.bytes }),
  )
  if (failure !== null) return failure
  const bytes = await readChunks(notebook, fileId)
  if (bytes === null || (await sha256(bytes)) !== support.sha256) {
    await forgetFile(vaultId, fileId)
    noteEvent('supportRefused', { bytes: bytes?.length ?? 0 })
    return 'wrongHash'
  }
  await withDatabase(() => db.files.update([vaultId, fileId], { ready: 1 }))
  return null
}

/** Which supports of the package are stored whole. */
export async function storedSupports(notebook: Notebook): Promise<string[]> {
  const stored: string[] = []
  for (const support of notebook.package.session.supports) {
    const fileId = await supportFileId(support)
    const file = await withDatabase(() => db.files.get([notebook.vaultId, fileId]))
    if (file?.ready === 1) stored.push(support.id)
  }
  return stored
}

/** A stored PDF's bytes, verified again; null when it is not stored whole. A damaged one is forgotten, to be fetched anew. */
export async function readSupport(notebook: Notebook, supportId: string): Promise<Bytes | null> {
  const support = notebook.package.session.supports.find(({ id }) => id === supportId)
  if (!support) return null
  const fileId = await supportFileId(support)
  const file = await withDatabase(() => db.files.get([notebook.vaultId, fileId]))
  if (file?.ready !== 1) return null
  const bytes = await readChunks(notebook, fileId)
  if (bytes !== null && (await sha256(bytes)) === support.sha256) return bytes
  noteEvent('supportDamaged')
  await forgetFile(notebook.vaultId, fileId)
  return null
}

/** The file's bytes, or null when a chunk no longer opens. */
async function readChunks(notebook: Notebook, fileId: string): Promise<Bytes | null> {
  const { dataKey } = secretsOf(notebook)
  const rows = await withDatabase(() => rangeOf.file(notebook.vaultId, fileId).toArray())
  try {
    const parts = await Promise.all(rows.map((row) => decryptBytes(dataKey, address.chunk(row.vaultId, fileId, row.index), row.sealed)))
    return new Uint8Array(await new Blob(parts).arrayBuffer())
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    return null
  }
}

async function forgetFile(vaultId: string, fileId: string): Promise<void> {
  await withDatabase(() =>
    db.transaction('rw', db.files, db.chunks, async () => {
      await rangeOf.file(vaultId, fileId).delete()
      await db.files.delete([vaultId, fileId])
    }),
  )
}
