import type { ResultDocuments } from '#contract/results.ts'
import { callFile } from '../api.ts'
import { type FilesZip, fileSafe, useFilesZip } from '../use-files-zip.ts'

/** Every document of a result as one ZIP, with a folder a candidate. */
export function useDocumentsZip(sessionId: string, candidates: ResultDocuments['candidates']): FilesZip {
  const wanted = candidates.flatMap(({ candidateId, number, name, documents }) =>
    documents.map((documentId) => ({
      path: `${fileSafe(`${number} ${name}`)}/${documentId}.pdf`,
      fetch: () => callFile('resultDocument', { params: { sessionId, candidateId, documentId } }),
    })),
  )
  return useFilesZip('documents-de-resultats.zip', wanted)
}
