import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { publishedListSchema } from '#contract/grids.ts'
import type { Grid } from '#domain/grid.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aCoordinator, type TestClient } from '../../builders/a-server.ts'
import { onBothEngines } from '../engines.ts'

/*
 * The types of a CFPackage in 1EdTech's OpenAPI 3 description of CASE 1.1 (`imscasev1p1_openapi3_v1p0`: CFPckgDocumentDType, CFPckgItemDType,
 * CFPckgAssociationDType, CFRubricDType…), written apart from our own: what is required, what may be there, and nothing else
 * (`additionalProperties: false`, no null). A NormalizedString has no line break or tab.
 */
const normalized = z.string().regex(/^[^\n\r\t]*$/)
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
const common = { identifier: uuid, uri: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/), lastChangeDateTime: z.iso.datetime({ offset: true }) }
const link = z.strictObject({ title: normalized.min(1), identifier: uuid, uri: z.string().min(1) })
const int32 = z.int32()
const casePackageSchema = z.strictObject({
  CFDocument: z.strictObject({
    ...common,
    creator: normalized.min(1),
    title: normalized.min(1),
    caseVersion: z.literal('1.1').optional(),
    version: normalized.optional(),
    language: normalized.optional(),
    adoptionStatus: normalized.optional(),
    description: z.string().optional(),
    notes: z.string().optional(),
  }),
  CFItems: z.array(
    z.strictObject({
      ...common,
      fullStatement: z.string().min(1),
      humanCodingScheme: normalized.optional(),
      CFItemType: normalized.optional(),
      language: normalized.optional(),
      notes: z.string().optional(),
    }),
  ),
  CFAssociations: z.array(
    z.strictObject({
      ...common,
      associationType: z.literal('isChildOf'),
      sequenceNumber: int32.positive(),
      originNodeURI: link,
      destinationNodeURI: link,
    }),
  ),
  CFRubrics: z.array(
    z.strictObject({
      ...common,
      title: normalized.optional(),
      CFRubricCriteria: z.array(
        z.strictObject({
          ...common,
          category: normalized.optional(),
          description: z.string().optional(),
          CFItemURI: link.optional(),
          weight: z.number(),
          position: int32,
          rubricId: uuid,
          CFRubricCriterionLevels: z.array(
            z.strictObject({ ...common, quality: z.string(), score: z.number(), position: int32, rubricCriterionId: uuid }),
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
          expect(known).toContain(criterion.CFItemURI?.identifier)
          expect(criterion.rubricId).toBe(rubric.identifier)
          expect(criterion.CFRubricCriterionLevels.map(({ score }) => score)).toEqual([2, 1, 0])
        }
      expect(await exported(client)).toEqual(first)
    })

    it('points to no item for a competence that the certifier added to the grid', async () => {
      const client = await aCoordinator(await newServer())
      const list = publishedListSchema.parse(await (await client.get('published')).json())
      const { hash = '' } = list.grids.find(({ id }) => id === 'cdcm-b1') ?? {}
      const { grid } = (await (await client.get('grid', { gridHash: hash })).json()) as { grid: Grid }
      const indicator = { id: 'B1.S1.K1.I1', label: 'Tient son stand', tags: [], details: [], essential: false, weight: 1 }
      const criteria = [{ id: 'B1.S1.K1', title: 'Tenue', indicators: [indicator] }]
      const own = { id: 'B1.S1', title: 'Tenir un stand', weight: 1, eliminatory: false, criteria }
      const published = await client.post('publishGrid', { ...grid, version: 'suite', sections: [...grid.sections, own] })
      expect(published.status).toBe(200)
      const rubric = (await exported(client)).CFRubrics.find(({ CFRubricCriteria }) => CFRubricCriteria.at(-1)?.description === own.title)
      expect(rubric?.CFRubricCriteria.map(({ CFItemURI }) => CFItemURI === undefined)).toEqual([...Array(9).fill(false), true])
    })
  })
})
