import { useRef, useState } from 'react'
import { MAX_SUPPORT_BYTES } from '#contract/prepare.ts'
import { matchSupport, type SupportMatch, withSupports } from '#domain/support-match.ts'
import { usePreparedSession } from '../use-prepared-session.ts'
import { sendSupport } from './send-support.ts'

/** A PDF on its way into the session. */
export interface Upload {
  id: string
  file: File
  receivedOn: string
  match: SupportMatch
  state: 'reading' | 'sending' | 'unmatched' | 'notPdf' | 'tooBig' | 'failed'
  percent: number
  stored: { sha256: string; bytes: number; pages: number } | null
}

/** Takes PDFs in one after the other: pages counted, sent, then bound to a candidate's part. What needs a person stays in the list. */
export function useUploads() {
  const { now, grids, change } = usePreparedSession()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const latest = useRef(now)
  latest.current = now
  const update = (id: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)))
  const discard = (id: string) => setUploads((all) => all.filter((upload) => upload.id !== id))

  const attach = (upload: Upload, match: { candidateId: string; gridId: string }) => {
    if (!upload.stored) return
    const { sha256, bytes, pages } = upload.stored
    const support = {
      id: crypto.randomUUID(),
      ...match,
      fileName: upload.file.name.slice(0, 300),
      sha256,
      bytes,
      pages,
      annexStartPage: null,
      receivedOn: upload.receivedOn,
    }
    change((before) => withSupports(before, [...before.supports, support]))
    discard(upload.id)
  }

  const take = async (upload: Upload) => {
    if (upload.file.size > MAX_SUPPORT_BYTES) return update(upload.id, { state: 'tooBig' })
    update(upload.id, { state: 'reading', percent: 0 })
    const { countPages } = await import('./count-pages.ts')
    const pages = await countPages(new Uint8Array(await upload.file.arrayBuffer()))
    if (pages === null) return update(upload.id, { state: 'notPdf' })
    update(upload.id, { state: 'sending' })
    const received = await sendSupport(upload.file, (percent) => update(upload.id, { percent }))
    if (received === null) return update(upload.id, { state: 'failed' })
    const stored = { ...received, pages }
    const { candidateId, gridId } = completed(upload.match)
    if (candidateId !== null && gridId !== null) attach({ ...upload, stored }, { candidateId, gridId })
    else update(upload.id, { state: 'unmatched', stored, match: { candidateId, gridId } })
  }

  /** A candidate with one oral left without a support needs no part in the file's name. */
  const completed = (match: SupportMatch): SupportMatch => {
    if (match.candidateId === null || match.gridId !== null) return match
    const left = latest.current.orals.filter(({ candidateId, supportId }) => candidateId === match.candidateId && supportId === null)
    return { ...match, gridId: left.length === 1 ? (left[0]?.gridId ?? null) : null }
  }

  const add = async (files: readonly File[], receivedOn: string) => {
    const named = grids.map(({ id, title, durationMinutes, part }) => ({
      id,
      title,
      durationMinutes,
      blockId: part.kind === 'block' ? part.blockId : null,
    }))
    const added = files.map(
      (file): Upload => ({
        id: crypto.randomUUID(),
        file,
        receivedOn,
        match: matchSupport(file.name, latest.current.candidates, named),
        state: 'reading',
        percent: 0,
        stored: null,
      }),
    )
    setUploads((all) => [...all, ...added])
    for (const upload of added) await take(upload)
  }
  return { uploads, add, attach, discard, retry: take }
}
