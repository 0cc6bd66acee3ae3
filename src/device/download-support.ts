import type { ProblemCode } from '#contract/problems.ts'
import { routePath } from '#contract/routes.ts'
import type { WrittenSupport } from '#domain/exam-session.ts'
import type { Bytes } from '#seal/bytes.ts'
import { encryptBytes } from '#seal/vault.ts'
import { type ApiFailureCode, readFailure, send } from './api.ts'
import { address, db, type FileRow, rangeOf } from './db.ts'
import { deviceAuthorization } from './device-request.ts'
import type { Notebook } from './notebook.ts'
import { secretsOf } from './open-notebook.ts'
import { withDatabase } from './storage.ts'

const CHUNK_BYTES = 256 * 1024
/** Slower than this, the next try goes on from where this one stopped. */
const DOWNLOAD_WITHIN_MS = 15 * 60_000

/** `wrongHash`: what came is not what the package announces; it was thrown away. */
export interface SupportFailure {
  supportId: string
  code: Exclude<ApiFailureCode, 'problem'> | 'wrongHash' | ProblemCode
}

/**
 * Brings a PDF down from where an earlier try stopped (byte ranges, RFC 9110 §14), each chunk sealed and on disk before the next. Resolves
 * to null once all bytes announced are stored, else to why not; what came stays, for the next try.
 */
export async function downloadSupport(
  notebook: Notebook,
  support: WrittenSupport,
  fileId: string,
  origin: string,
  onBytes: (receivedBytes: number) => void,
): Promise<SupportFailure['code'] | null> {
  const { vaultId } = notebook
  const known = await withDatabase(() => db.files.get([vaultId, fileId]))
  let file: FileRow = known ?? { vaultId, fileId, chunkCount: 0, receivedBytes: 0, ready: 0 }
  if (file.receivedBytes >= support.bytes) return null

  const path = routePath('deviceSupport', { supportId: support.id })
  const headers = {
    ...(await deviceAuthorization(notebook, 'GET', path)),
    ...(file.receivedBytes > 0 ? { Range: `bytes=${file.receivedBytes}-` } : {}),
  }
  const response = await send(origin, { method: 'GET', path, headers, withinMs: DOWNLOAD_WITHIN_MS })
  if (!(response instanceof Response)) return codeOf(response)
  if (!response.ok) return codeOf(await readFailure(response))
  if (response.body === null || !isPdf(response)) return 'captivePortal'
  // A server that ignores ranges starts over, and so do we.
  if (response.status !== 206) file = await startOver(file)

  onBytes(file.receivedBytes)
  const reader = response.body.getReader()
  for await (const chunk of chunksOf(reader)) {
    file = await storeChunk(notebook, file, chunk)
    onBytes(file.receivedBytes)
  }
  return file.receivedBytes >= support.bytes ? null : 'unreachable'
}

function isPdf(response: Response): boolean {
  return (response.headers.get('Content-Type') ?? '').includes('application/pdf')
}

function codeOf(failure: Awaited<ReturnType<typeof readFailure>>): SupportFailure['code'] {
  return failure.code === 'problem' ? failure.problem.code : failure.code
}

/** Chunks of CHUNK_BYTES, the last one shorter. A cut answer ends it after what came. */
async function* chunksOf(reader: ReadableStreamDefaultReader<Bytes>): AsyncGenerator<Bytes> {
  let pending: Bytes = new Uint8Array(0)
  for (;;) {
    const part = await readPart(reader)
    if (part === null) break
    pending = joined(pending, part)
    while (pending.length >= CHUNK_BYTES) {
      yield pending.slice(0, CHUNK_BYTES)
      pending = pending.slice(CHUNK_BYTES)
    }
  }
  if (pending.length > 0) yield pending
}

/** Null at the end, which a broken connection brings early: the byte count tells them apart. */
async function readPart(reader: ReadableStreamDefaultReader<Bytes>): Promise<Bytes | null> {
  const part = await reader.read().catch(() => null)
  return part === null || part.done ? null : part.value
}

function joined(a: Bytes, b: Bytes): Bytes {
  const whole = new Uint8Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}

async function startOver(file: FileRow): Promise<FileRow> {
  const fresh: FileRow = { ...file, chunkCount: 0, receivedBytes: 0 }
  if (file.chunkCount === 0) return fresh
  await withDatabase(() =>
    db.transaction('rw', db.files, db.chunks, async () => {
      await rangeOf.file(file.vaultId, file.fileId).delete()
      await db.files.put(fresh)
    }),
  )
  return fresh
}

async function storeChunk(notebook: Notebook, file: FileRow, bytes: Bytes): Promise<FileRow> {
  const { vaultId, fileId, chunkCount: index } = file
  const sealed = await encryptBytes(secretsOf(notebook).dataKey, address.chunk(vaultId, fileId, index), bytes)
  const next: FileRow = { ...file, chunkCount: index + 1, receivedBytes: file.receivedBytes + bytes.length }
  await withDatabase(() =>
    db.transaction('rw', db.files, db.chunks, async () => {
      await db.chunks.put({ vaultId, fileId, index, sealed })
      await db.files.put(next)
    }),
  )
  return next
}
