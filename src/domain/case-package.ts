import type { VerdictLevel } from './entry.ts'
import type { Framework } from './framework.ts'
import type { Grid } from './grid.ts'

/** One object of a 1EdTech CASE 1.1 package: all have these three. */
interface CaseObject {
  identifier: string
  uri: string
  lastChangeDateTime: string
}

interface CaseLink {
  title: string
  identifier: string
  uri: string
}

interface CaseItem extends CaseObject {
  fullStatement: string
  humanCodingScheme: string
  CFItemType: string
  language: 'fr'
  notes?: string
}

interface CaseAssociation extends CaseObject {
  associationType: 'isChildOf'
  sequenceNumber: number
  originNodeURI: CaseLink
  destinationNodeURI: CaseLink
}

interface CaseRubricLevel extends CaseObject {
  quality: string
  score: number
  position: number
  rubricCriterionId: string
}

interface CaseRubricCriterion extends CaseObject {
  category: string
  description: string
  /** Absent for what the grid's author added: the framework has no such item. */
  CFItemURI?: CaseLink
  weight: number
  position: number
  rubricId: string
  CFRubricCriterionLevels: CaseRubricLevel[]
}

interface CaseRubric extends CaseObject {
  title: string
  CFRubricCriteria: CaseRubricCriterion[]
}

/** A framework and its grids for other tools, by 1EdTech « Competencies and Academic Standards Exchange » 1.1, binding JSON, CFPackage. */
export interface CasePackage {
  CFDocument: CaseObject & {
    creator: string
    title: string
    version: string
    language: 'fr'
    caseVersion: '1.1'
    adoptionStatus: 'Adopted'
  }
  CFItems: CaseItem[]
  CFAssociations: CaseAssociation[]
  CFRubrics: CaseRubric[]
}

/** Where the package's words, moments and identifiers come from. */
export interface CaseSource {
  framework: Framework
  /** ISO 8601 instant. */
  publishedAt: string
  /** The grids in force for this framework. */
  grids: readonly { grid: Grid; publishedAt: string }[]
  /** A UUID that is always the same for the same name (RFC 9562 version 5), so that a second export names the same things alike. */
  uuidOf: (name: string) => string
  words: {
    itemType: Record<'block' | 'activity' | 'competence' | 'criterion' | 'indicator', string>
    verdict: Record<VerdictLevel, string>
    points: (points: number) => string
  }
}

const LEVELS: readonly VerdictLevel[] = ['acquired', 'inProgress', 'notAcquired']

/** The package, whole. Ids of the framework become `humanCodingScheme`. */
export function casePackage({ framework, publishedAt, grids, uuidOf, words }: CaseSource): CasePackage {
  const root = `framework/${framework.id}/${framework.version}`
  const object = (name: string, at: string): CaseObject => {
    const identifier = uuidOf(name)
    return { identifier, uri: `urn:uuid:${identifier}`, lastChangeDateTime: at }
  }
  const link = (name: string, title: string): CaseLink => {
    const { identifier, uri } = object(name, publishedAt)
    return { title, identifier, uri }
  }
  const itemLink = ({ id, title }: Named) => link(`${root}/${id}`, title)
  const items: CaseItem[] = []
  const associations: CaseAssociation[] = []
  const place = (named: Named, type: keyof CaseSource['words']['itemType'], parent: CaseLink, sequenceNumber: number): CaseLink => {
    const own = itemLink(named)
    known.add(named.id)
    items.push({
      ...object(`${root}/${named.id}`, publishedAt),
      fullStatement: named.title,
      humanCodingScheme: named.id,
      CFItemType: words.itemType[type],
      language: 'fr',
      ...(named.note ? { notes: named.note } : {}),
    })
    associations.push({
      ...object(`${root}/${named.id}/isChildOf`, publishedAt),
      associationType: 'isChildOf',
      sequenceNumber,
      originNodeURI: own,
      destinationNodeURI: parent,
    })
    return own
  }
  const known = new Set<string>()
  const document = link(root, framework.title)
  framework.blocks.forEach((block, b) => {
    const inBlock = place(block, 'block', document, b + 1)
    block.activities.forEach((activity, a) => {
      const inActivity = place(activity, 'activity', inBlock, a + 1)
      activity.competences.forEach((competence, c) => {
        const inCompetence = place(competence, 'competence', inActivity, c + 1)
        competence.criteria.forEach((criterion, k) => {
          const inCriterion = place(criterion, 'criterion', inCompetence, k + 1)
          criterion.indicators.forEach((indicator, i) => {
            place({ ...indicator, title: indicator.label }, 'indicator', inCriterion, i + 1)
          })
        })
      })
    })
  })
  return {
    CFDocument: {
      ...object(root, publishedAt),
      creator: framework.source.replace(/\s+/g, ' ').trim(),
      title: framework.title,
      version: framework.version,
      language: 'fr',
      caseVersion: '1.1',
      adoptionStatus: 'Adopted',
    },
    CFItems: items,
    CFAssociations: associations,
    CFRubrics: grids.map(({ grid, publishedAt: at }) =>
      rubricOf(
        grid,
        (name) => object(name, at),
        (named) => (known.has(named.id) ? itemLink(named) : null),
        words,
      ),
    ),
  }
}

interface Named {
  id: string
  title: string
  note?: string | undefined
}

function rubricOf(
  grid: Grid,
  object: (name: string) => CaseObject,
  itemLink: (named: Named) => CaseLink | null,
  words: CaseSource['words'],
): CaseRubric {
  const root = `grid/${grid.id}/${grid.version}`
  const rubric = object(root)
  return {
    ...rubric,
    title: grid.title,
    CFRubricCriteria: grid.sections.map((section, index) => {
      const name = `${root}/${section.id}`
      const criterion = object(name)
      const item = itemLink(section)
      return {
        ...criterion,
        category: grid.title,
        description: section.title,
        ...(item ? { CFItemURI: item } : {}),
        weight: section.weight,
        position: index + 1,
        rubricId: rubric.identifier,
        CFRubricCriterionLevels: levelsOf(grid, words).map((level, place) => ({
          ...object(`${name}/level-${place + 1}`),
          ...level,
          position: place + 1,
          rubricCriterionId: criterion.identifier,
        })),
      }
    }),
  }
}

/** Three levels, or the two ends of the points. */
function levelsOf({ scale }: Grid, words: CaseSource['words']): Pick<CaseRubricLevel, 'quality' | 'score'>[] {
  if (scale.kind === 'points') return [scale.max, 0].map((score) => ({ quality: words.points(score), score }))
  return LEVELS.map((level, place) => ({ quality: words.verdict[level], score: LEVELS.length - 1 - place }))
}
