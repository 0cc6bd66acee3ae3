import type { Observable } from 'dexie'
import { z } from 'zod'
import { decryptJson, encryptJson } from '#seal/vault.ts'
import { address, db, type RecordRow } from './db.ts'
import { liveMapped } from './live.ts'
import type { Notebook } from './notebook.ts'
import { secretsOf } from './open-notebook.ts'
import { withDatabase } from './storage.ts'

/** A juror's ready phrases: one sealed record of the notebook, newest first. They are the juror's, never part of a sheet until written in one. */
export const MAX_PHRASES = 40
export const MAX_PHRASE_LENGTH = 200

const phrasesSchema = z.array(z.string().trim().min(1).max(MAX_PHRASE_LENGTH)).max(MAX_PHRASES)

/** `known`: it was there already and comes first again. `tooLong`, `full`: nothing changed. */
export type PhraseOutcome = 'added' | 'known' | 'tooLong' | 'full'

/** The juror's phrases, newest first, kept up to date with every tab. */
export function watchPhrases(notebook: Notebook): Observable<readonly string[]> {
  return liveMapped(
    async () => (await readRow(notebook)) ?? null,
    (row) => open(notebook, row),
  )
}

/** Keeps a phrase, on disk once resolved. Throws DeviceError `locked` or `quota`. */
export async function addPhrase(notebook: Notebook, text: string): Promise<PhraseOutcome> {
  const phrase = text.trim()
  if (phrase === '' || phrase.length > MAX_PHRASE_LENGTH) return 'tooLong'
  return change(notebook, (phrases) => {
    const others = phrases.filter((known) => known !== phrase)
    if (others.length < phrases.length) return { phrases: [phrase, ...others], outcome: 'known' }
    if (phrases.length >= MAX_PHRASES) return { phrases, outcome: 'full' }
    return { phrases: [phrase, ...phrases], outcome: 'added' }
  })
}

/** Forgets a phrase; the notes written with it stay. Throws DeviceError `locked` or `quota`. */
export async function removePhrase(notebook: Notebook, phrase: string): Promise<void> {
  await change(notebook, (phrases) => ({ phrases: phrases.filter((known) => known !== phrase), outcome: 'added' }))
}

type Changed = { phrases: readonly string[]; outcome: PhraseOutcome }

/** One change at a time across tabs: the record is read, opened, sealed and written again, and sealing cannot wait inside a transaction. */
async function change(notebook: Notebook, act: (phrases: readonly string[]) => Changed): Promise<PhraseOutcome> {
  const { vaultId } = notebook
  return navigator.locks.request(`cdj-phrases:${vaultId}`, async () => {
    const { phrases, outcome } = act(await open(notebook, (await withDatabase(() => readRow(notebook))) ?? null))
    const sealed = await encryptJson(secretsOf(notebook).dataKey, address.record(vaultId, 'phrases'), phrases)
    await withDatabase(() => db.records.put({ vaultId, kind: 'phrases', sealed }))
    return outcome
  })
}

function readRow({ vaultId }: Notebook): PromiseLike<RecordRow | undefined> {
  return db.records.get([vaultId, 'phrases'])
}

async function open(notebook: Notebook, row: RecordRow | null): Promise<readonly string[]> {
  if (row === null) return []
  return decryptJson(secretsOf(notebook).dataKey, address.record(notebook.vaultId, 'phrases'), row.sealed, phrasesSchema)
}
