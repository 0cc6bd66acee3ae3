import { describe, expect, it } from 'vitest'
import { publishedListSchema } from '#contract/grids.ts'
import { type Grid, gridSchema } from '#domain/grid.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { hashJson } from '#seal/hash.ts'
import { aSecondFramework } from '../../builders/a-framework.ts'
import { aGrid } from '../../builders/a-grid.ts'
import { aJournalReading } from '../../builders/a-journal-reading.ts'
import { aCoordinator, type TestClient } from '../../builders/a-server.ts'
import { anImportFile } from '../../builders/an-import-file.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { onBothEngines } from '../engines.ts'

const published = async (client: TestClient) => publishedListSchema.parse(await (await client.get('published')).json())

async function gridNamed(client: TestClient, id: string): Promise<Grid> {
  const summary = (await published(client)).grids.find((grid) => grid.id === id)
  const answer = (await (await client.get('grid', { gridHash: summary?.hash ?? '' })).json()) as { grid: unknown }
  return gridSchema.parse(answer.grid)
}

async function hashFrom(answer: Response): Promise<string> {
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { hash: string }).hash
}

onBothEngines((newServer) => {
  describe('publishing grids', () => {
    it('lists what the server came with, and publishes a new version that new sessions are scored with', async () => {
      const server = await newServer()
      const client = await aCoordinator(server)
      const before = await published(client)
      expect(before.frameworks.map(({ id }) => id)).toEqual(['cdcm'])
      expect(before.grids.map(({ id }) => id)).toEqual(['cdcm-b1', 'cdcm-b2', 'cdcm-b3', 'cdcm-final'])

      const grid: Grid = { ...(await gridNamed(client, 'cdcm-b1')), version: '2027', title: 'Bloc 1, grille revue' }
      const hash = await hashFrom(await client.post('publishGrid', grid))
      expect(hash).toBe(await hashJson(grid))
      expect((await published(client)).grids[0]).toMatchObject({ hash, id: 'cdcm-b1', version: '2027', title: 'Bloc 1, grille revue' })

      const imported = (await (await client.post('importSession', JSON.stringify(anImportFile()))).json()) as { sessionId: string }
      const session = await server
        .running()
        .context.storage.db.selectFrom('sessions')
        .select('grids')
        .where('id', '=', imported.sessionId)
        .executeTakeFirstOrThrow()
      expect(JSON.parse(session.grids)).toMatchObject({ 'cdcm-b1': hash })
    })

    it('never changes a published version, even when two people publish at once', async () => {
      const client = await aCoordinator(await newServer())
      const grid = { ...(await gridNamed(client, 'cdcm-b2')), version: '2027' }
      const answers = await Promise.all(['un', 'deux'].map((title) => client.post('publishGrid', { ...grid, title })))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      await expectProblem(await client.post('publishGrid', { ...grid, title: 'trois' }), 409, 'version-taken')
      expect((await published(client)).grids.filter(({ id }) => id === 'cdcm-b2')).toHaveLength(2)
    })

    it('says everything that is wrong at once, and publishes nothing', async () => {
      const client = await aCoordinator(await newServer())
      const grid = await gridNamed(client, 'cdcm-b1')
      const wrong = {
        ...grid,
        version: '2027',
        warningMinutes: [45],
        decisionRule: { section: { acquiredFromPercent: 40, inProgressFromPercent: 70 }, part: { kind: 'atLeast', count: 99 } },
        framework: aGrid().framework,
      }
      const problem = await expectProblem(await client.post('publishGrid', wrong), 422, 'grid-invalid')
      expect(problem.issues?.map(({ path }) => path)).toEqual([
        'warningMinutes',
        'decisionRule.section.inProgressFromPercent',
        'decisionRule.part.count',
        'framework',
        'id',
      ])
      expect((await published(client)).grids).toHaveLength(4)
    })

    it('publishes another certification from its file, then a grid of it, and writes both in the journal', async () => {
      const client = await aCoordinator(await newServer())
      const framework = aSecondFramework()
      const hash = await hashFrom(await client.post('publishFramework', JSON.stringify(framework, null, 2)))
      const [draft] = defaultGrids(framework, { id: framework.id, version: framework.version, hash })
      const grid = {
        ...draft,
        scale: { kind: 'points', max: 20, step: 0.5 },
        decisionRule: { ...draft?.decisionRule, part: { kind: 'average', threshold: 10, floor: 7 } },
      }
      const gridHash = await hashFrom(await client.post('publishGrid', grid))
      const journal = await aJournalReading(client)
      expect(journal.brokenAt).toBeNull()
      expect(journal.rows.slice(-2).map(({ act, subject }) => ({ act, subject }))).toEqual([
        { act: 'framework-published', subject: { frameworkId: 'reliure', version: '2026', documentHash: hash } },
        { act: 'grid-published', subject: { gridId: 'reliure-r1', version: '2026', documentHash: gridHash } },
      ])
      await expectProblem(await client.post('publishFramework', JSON.stringify(framework)), 409, 'version-taken')
    })

    it('names what is wrong in a framework’s file by its line', async () => {
      const client = await aCoordinator(await newServer())
      const text = JSON.stringify(aSecondFramework(), null, 2)
      const complaints = async (changed: string) => {
        const problem = await expectProblem(await client.post('publishFramework', changed), 422, 'import-invalid')
        return problem.issues?.map(({ line, path, message }) => `${line} ${path} ${message}`)
      }
      expect(await complaints(text.replace('"level": 4', '"level": 9'))).toEqual(['7 level Ce nombre est trop grand : au plus 8.'])
      expect(await complaints(text.replace('"id": "R2.C1"', '"id": "R1.C1"'))).toEqual([
        expect.stringMatching(
          /^\d+ blocks\[1\]\.activities\[0\]\.competences\[0\]\.id L’identifiant « R1\.C1 » est déjà pris plus haut\.$/,
        ),
      ])
      expect((await complaints(text.replace('"level": 4,', '"level": 4')))?.[0]).toContain('il manque une virgule')
    })
  })
})
