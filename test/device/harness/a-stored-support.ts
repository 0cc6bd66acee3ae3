import { sha256 } from '#seal/hash.ts'
import { findSession } from '#server/storage/sessions.ts'
import { insertSupportFile } from '#server/storage/supports.ts'
import type { TestServer } from '../../builders/a-server.ts'

/** Three sealed chunks' worth, and a bit. */
const SUPPORT_BYTES = 3 * 256 * 1024 + 12_345

/** Puts a PDF of pseudo-random bytes on the server as the support `sup1` of the first oral. */
export async function aStoredSupport(server: TestServer, sessionId: string): Promise<void> {
  const { db } = server.running().context.storage
  const stored = await findSession(db, sessionId)
  if (!stored) throw new Error('no session')
  const bytes = Buffer.alloc(SUPPORT_BYTES)
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = (index * 31 + (index >> 8)) % 251
  bytes.write('%PDF-1.7')
  const hash = await sha256(new Uint8Array(bytes))
  await insertSupportFile(db, hash, bytes)
  const [first, ...others] = stored.session.orals
  if (!first) throw new Error('no oral')
  const session = {
    ...stored.session,
    orals: [{ ...first, supportId: 'sup1' }, ...others],
    supports: [
      {
        id: 'sup1',
        candidateId: first.candidateId,
        gridId: first.gridId,
        fileName: 'support.pdf',
        sha256: hash,
        bytes: SUPPORT_BYTES,
        pages: 30,
        annexStartPage: null,
        receivedOn: '2026-11-01',
      },
    ],
  }
  await db
    .updateTable('sessions')
    .set({ json: JSON.stringify(session) })
    .where('id', '=', sessionId)
    .execute()
}
