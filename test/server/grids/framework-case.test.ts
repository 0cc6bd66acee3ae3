import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { publishedListSchema } from '#contract/grids.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aCoordinator, type TestClient } from '../../builders/a-server.ts'
import { onBothEngines } from '../engines.ts'

/** What CASE 1.1 (CFPackage, JSON binding) requires of each object, written apart from our own types. */
const object = z.object({ identifier: z.uuid(), uri: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/), lastChangeDateTime: z.iso.datetime() })
const link = z.object({ title: z.string().min(1), identifier: z.uuid(), uri: z.string().min(1) })
const casePackageSchema = z.object({
  CFDocument: object.extend({ creator: z.string().min(1), title: z.string().min(1) }),
  CFItems: z.array(object.extend({ fullStatement: z.string().min(1), humanCodingScheme: z.string(), CFItemType: z.string() })),
  CFAssociations: z.array(
    object.extend({
      associationType: z.literal('isChildOf'),
      sequenceNumber: z.int().positive(),
      originNodeURI: link,
      destinationNodeURI: link,
    }),
  ),
  CFRubrics: z.array(
    object.extend({
      CFRubricCriteria: z.array(
        object.extend({
          CFItemURI: link,
          weight: z.number(),
          position: z.int(),
          rubricId: z.uuid(),
          CFRubricCriterionLevels: z.array(
            object.extend({ quality: z.string(), score: z.number(), position: z.int(), rubricCriterionId: z.uuid() }),
          ),
        }),
      ),
    }),
  ),
})

async function exported(client: TestClient) {
  const list = publishedListSchema.parse(await (await client.get('published')).json())
  const answer = await client.get('frameworkCase', { frameworkHash: list.frameworks[0]?.hash ?? '' })
  expect(answer.headers.get('content-disposition')).toContain('referentiel-case.json')
  return casePackageSchema.parse(await answer.json())
}

onBothEngines((newServer) => {
  describe('the CASE export of a framework', () => {
    it('has all the framework’s items, each once, hung under one document in their order', async () => {
      const { CFDocument, CFItems, CFAssociations } = await exported(await aCoordinator(await newServer()))
      const activities = cdcm.blocks.flatMap((block) => block.activities)
      const competences = activities.flatMap((activity) => activity.competences)
      const criteria = competences.flatMap((competence) => competence.criteria)
      const indicators = criteria.flatMap((criterion) => criterion.indicators)
      const ids = [...cdcm.blocks, ...activities, ...competences, ...criteria, ...indicators].map(({ id }) => id)
      expect(CFItems.map((item) => item.humanCodingScheme).sort()).toEqual(ids.sort())

      const known = new Set([CFDocument, ...CFItems].map(({ identifier }) => identifier))
      expect(known.size).toBe(CFItems.length + 1)
      expect(CFAssociations.map(({ originNodeURI }) => originNodeURI.identifier).sort()).toEqual(
        CFItems.map((item) => item.identifier).sort(),
      )
      for (const { destinationNodeURI } of CFAssociations) expect(known).toContain(destinationNodeURI.identifier)
      const underDocument = CFAssociations.filter(({ destinationNodeURI }) => destinationNodeURI.identifier === CFDocument.identifier)
      expect(underDocument.map(({ sequenceNumber }) => sequenceNumber)).toEqual([1, 2, 3])
    })

    it('gives each grid as a rubric whose criteria point to the framework’s own items, and is the same each time', async () => {
      const client = await aCoordinator(await newServer())
      const first = await exported(client)
      const known = new Set(first.CFItems.map(({ identifier }) => identifier))
      expect(first.CFRubrics).toHaveLength(4)
      for (const rubric of first.CFRubrics)
        for (const criterion of rubric.CFRubricCriteria) {
          expect(known).toContain(criterion.CFItemURI.identifier)
          expect(criterion.rubricId).toBe(rubric.identifier)
          expect(criterion.CFRubricCriterionLevels.map(({ score }) => score)).toEqual([2, 1, 0])
        }
      expect(await exported(client)).toEqual(first)
    })
  })
})
