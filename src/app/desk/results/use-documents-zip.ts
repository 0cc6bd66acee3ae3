import type { ResultDocuments } from '#contract/results.ts'
import { callFile } from '../api.ts'
import { fileSafe, useFilesZip } from '../use-files-zip.ts'

/** Every document of a result as one ZIP, with a folder a candidate. */
export function useDocumentsZip(sessionId: string, candidates: ResultDocuments['candidates']) {
  const wanted = candidates.flatMap(({ candidateId, number, name, documents }) =>
    documents.map((documentId) => ({
      path: `${fileSafe(`${number} ${name}`)}/${documentId}.pdf`,
      fetch: () => callFile('resultDocument', { params: { sessionId, candidateId, documentId } }),
    })),
  )
  return { total: wanted.length, ...useFilesZip('documents-de-resultats.zip', wanted) }
}
