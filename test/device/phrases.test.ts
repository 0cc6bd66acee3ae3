import { expect, it } from 'vitest'
import { db } from '#device/db.ts'
import type { Notebook } from '#device/notebook.ts'
import { addPhrase, MAX_PHRASES, removePhrase, watchPhrases } from '#device/phrases.ts'
import { aNotebook, reloaded } from './harness/a-notebook.ts'

/** The phrases as a screen sees them now. */
function phrasesOf(notebook: Notebook): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const subscription = watchPhrases(notebook).subscribe((phrases) => {
      resolve(phrases)
      queueMicrotask(() => subscription.unsubscribe())
    }, reject)
  })
}

it('keeps a juror’s phrases, newest first, once each, until they are removed', async () => {
  const notebook = await aNotebook()
  expect(await phrasesOf(notebook)).toEqual([])
  expect(await addPhrase(notebook, '  Chiffres solides. ')).toBe('added')
  expect(await addPhrase(notebook, 'Revenir sur le budget.')).toBe('added')
  expect(await addPhrase(notebook, 'Chiffres solides.')).toBe('known')
  expect(await phrasesOf(await reloaded(notebook))).toEqual(['Chiffres solides.', 'Revenir sur le budget.'])
  await removePhrase(notebook, 'Chiffres solides.')
  expect(await phrasesOf(notebook)).toEqual(['Revenir sur le budget.'])
})

it('loses none of the phrases two tabs keep at the same time', async () => {
  const notebook = await aNotebook()
  const otherTab = await reloaded(notebook)
  await Promise.all(Array.from({ length: 10 }, (_, index) => addPhrase(index % 2 ? notebook : otherTab, `Phrase ${index}`)))
  expect((await phrasesOf(notebook)).length).toBe(10)
})

it('says when there is no room for another phrase, or when it is too long, and changes nothing', async () => {
  const notebook = await aNotebook()
  for (let index = 0; index < MAX_PHRASES; index += 1) await addPhrase(notebook, `Phrase ${index}`)
  expect(await addPhrase(notebook, 'Une de trop')).toBe('full')
  expect(await addPhrase(notebook, 'x'.repeat(201))).toBe('tooLong')
  expect((await phrasesOf(notebook)).length).toBe(MAX_PHRASES)
})

it('belongs to one notebook, and is unreadable at rest', async () => {
  const notebook = await aNotebook()
  const neighbour = await aNotebook(undefined, 'j2')
  await addPhrase(notebook, 'Très personnelle')
  expect(await phrasesOf(neighbour)).toEqual([])
  const row = await db.records.get([notebook.vaultId, 'phrases'])
  expect(new TextDecoder().decode(row?.sealed.data)).not.toContain('personnelle')
  notebook.lock()
  await expect(addPhrase(notebook, 'Encore')).rejects.toMatchObject({ code: 'locked' })
})
