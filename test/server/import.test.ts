import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { FieldIssue } from '#contract/problems.ts'
import type { KnownGrid } from '#domain/import-file.ts'
import { readImportFile } from '#server/desk/read-import-file.ts'
import { aCoordinator } from '../builders/a-server.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const GRIDS: KnownGrid[] = ['b1', 'b2', 'b3', 'final'].map((part) => ({
  id: `cdcm-${part}`,
  durationMinutes: 30,
  blockId: part === 'final' ? null : part.toUpperCase(),
}))

function issuesOf(text: string): FieldIssue[] {
  const read = readImportFile(text, GRIDS)
  return read.ok ? [] : read.issues
}

const written = (issues: FieldIssue[]) => issues.map(({ line, column, path, message }) => `${line}:${column} ${path} ${message}`)

/** The valid file's text, with pieces replaced; each must be there. */
function textWith(...changes: [string, string][]): string {
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`not in the file: ${from}`)
      return text.replace(from, to)
    },
    JSON.stringify(anImportFile(), null, 2),
  )
}

describe('reading an import file', () => {
  it('accepts the valid file, with or without a byte order mark', () => {
    expect(issuesOf(textWith())).toEqual([])
    expect(issuesOf(`\uFEFF${textWith()}`)).toEqual([])
  })

  it('accepts the example of the documentation', async () => {
    expect(issuesOf(await readFile(new URL('../fixtures/import-example.json', import.meta.url), 'utf8'))).toEqual([])
  })

  it('names a syntax error by its line and column', () => {
    expect(written(issuesOf('{\n  "format": "carnet-de-jury/import"\n  "formatVersion": 1\n}'))).toEqual([
      '3:3  Le fichier n’est pas du JSON lisible à cet endroit : il manque une virgule, ou il y en a une de trop.',
    ])
    expect(written(issuesOf('{ // un commentaire\n}'))[0]).toContain('les commentaires ne sont pas permis')
    expect(written(issuesOf('{"a": [1, 2,]}'))[0]).toMatch(/^1:13 .* il manque une virgule, ou il y en a une de trop/)
    expect(issuesOf('')).toHaveLength(1)
    expect(issuesOf('[]').length).toBeGreaterThan(0)
  })

  it('names every wrong field and every contradiction at once, where each stands', () => {
    const text = textWith(
      ['"number": "0001"', '"number": 1'],
      ['"lastName": "Cormier",\n', ''],
      ['"presidentId": "j1"', '"presidentId": "j9"'],
      ['"endsOn": "2026-11-24"', '"endsOn": "24/11/2026"'],
      ['"candidateId": "c2"', '"candidateId": "c7"'],
      ['"gridId": "cdcm-final"', '"gridId": "cdcm-b9"'],
    )
    expect(written(issuesOf(text))).toEqual([
      '8:15 session.endsOn Cette date n’est pas lisible. Écrivez-la comme 2026-06-15.',
      '13:17 candidates[0].number Écrivez ici un texte entre guillemets.',
      '31:5 candidates[1].lastName Ce champ manque.',
      '75:22 panels[0].presidentId La présidence « j9 » ne fait pas partie de ce jury.',
      '88:22 orals[1].candidateId Aucun·e candidat·e du fichier n’a l’identifiant « c7 ».',
      '97:17 orals[2].gridId Aucune grille publiée n’a l’identifiant « cdcm-b9 ».',
    ])
  })

  it('makes no complaint about references to a row that is only malformed', () => {
    const issues = issuesOf(textWith(['"number": "0001"', '"number": 1']))
    expect(issues.map((issue) => issue.path)).toEqual(['candidates[0].number'])
  })

  it('names an unknown field, an unknown version and an unreadable instant', () => {
    const text = textWith(
      ['"centre":', '"center": "x", "centre":'],
      ['"formatVersion": 1', '"formatVersion": 2'],
      ['"2026-11-24T09:00:00+01:00"', '"24 novembre à 9 h"'],
    )
    expect(issuesOf(text).map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'formatVersion: Valeur attendue : « 1 ».',
      'session: Champ inconnu : « center ». Retirez-le, ou vérifiez son orthographe.',
      'orals[0].startsAt: Ce jour et cette heure ne sont pas lisibles. Écrivez-les comme 2026-06-15T09:00:00+02:00.',
    ])
  })
})

onBothEngines((newServer) => {
  it('imports a valid file whole, and nothing of a file with one error', async () => {
    const coordinator = await aCoordinator(await newServer())
    const bad = await coordinator.post('importSession', textWith(['"presidentId": "j1"', '"presidentId": "j9"']))
    const problem = await expectProblem(bad, 422, 'import-invalid')
    expect(problem.issues).toEqual([
      { path: 'panels[0].presidentId', line: 76, column: 22, message: 'La présidence « j9 » ne fait pas partie de ce jury.' },
    ])
    expect(await (await coordinator.get('sessions')).json()).toEqual({ sessions: [] })
    expect((await coordinator.post('importSession', textWith())).status).toBe(200)
    expect(((await (await coordinator.get('sessions')).json()) as { sessions: unknown[] }).sessions).toHaveLength(1)
  })

  it('answers an unreadable file and an empty body as problems', async () => {
    const coordinator = await aCoordinator(await newServer())
    await expectProblem(await coordinator.post('importSession', '{"format": '), 422, 'import-invalid')
    await expectProblem(await coordinator.post('importSession', ''), 422, 'import-invalid')
  })
})
