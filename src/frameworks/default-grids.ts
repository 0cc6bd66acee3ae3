import type { Block, Framework } from '#domain/framework.ts'
import { type Grid, type GridSection, gridSchema } from '#domain/grid.ts'
import type { DocumentRef } from '#domain/primitives.ts'

/** Sensible defaults for what a framework's text leaves open; every grid names the ones it uses in `certifierSettings`. */
const DEFAULTS = {
  decisionRule: { section: { acquiredFromPercent: 70, inProgressFromPercent: 40 }, part: { kind: 'allAcquired' } },
  warningMinutes: [10, 5, 1, 0],
  finalInterviewMinutes: 30,
} as const

/** One grid a block, and one for the final interview, from a framework whose canonical hash is `framework.hash`. */
export function defaultGrids(framework: Framework, ref: DocumentRef): Grid[] {
  const grids = framework.blocks.map((block) => blockGrid(framework, ref, block))
  if (framework.finalInterview) grids.push(finalInterviewGrid(framework, ref))
  return grids
}

/** A competence is counted where the text assesses the oral delivery: the only block whose indicators the delivery items point to. */
function blockGrid(framework: Framework, ref: DocumentRef, block: Block): Grid {
  const sections = block.activities.flatMap((activity) => activity.competences).map(competenceSection)
  const indicatorIds = new Set(sections.flatMap((s) => s.criteria.flatMap((c) => c.indicators.map((i) => i.id))))
  const counted = framework.delivery.items.every((item) => indicatorIds.has(item.indicatorId))
  const { assessment } = block
  return gridSchema.parse({
    format: 'carnet-de-jury/grid',
    formatVersion: 1,
    id: `${framework.id}-${block.id.toLowerCase()}`,
    version: framework.version,
    title: block.title,
    framework: ref,
    part: { kind: 'block', blockId: block.id },
    sections,
    delivery: { counted, items: deliveryItems(framework, counted) },
    scale: { kind: 'levels' },
    decisionRule: DEFAULTS.decisionRule,
    durationMinutes: assessment.oralMinutes,
    phases: phasesOf(block),
    warningMinutes: DEFAULTS.warningMinutes,
    support: {
      maxPages: assessment.maxPages,
      annexesExcluded: assessment.annexesExcluded,
      submissionWeeksBefore: assessment.submissionWeeksBefore ?? assessment.suggestedSubmissionWeeksBefore,
    },
    certifierSettings: [
      'scale',
      'decisionRule',
      'phases',
      'maxPages',
      ...(counted ? [] : ['delivery']),
      ...(assessment.submissionWeeksBefore === null ? ['submissionWeeksBefore'] : []),
    ],
    guidance: [block.context, ...assessment.deliverables, ...assessment.aspects, ...assessment.notes],
  })
}

function competenceSection(competence: Block['activities'][number]['competences'][number]): GridSection {
  return {
    id: competence.id,
    title: competence.title,
    purpose: competence.purpose,
    weight: 1,
    eliminatory: false,
    criteria: competence.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map((indicator) => ({
        ...indicator,
        essential: indicator.tags.includes('obligatoire'),
        // The text's own examples help to observe; they never count.
        weight: indicator.tags.includes('exemple') ? 0 : 1,
      })),
    })),
  }
}

function deliveryItems(framework: Framework, counted: boolean): Grid['delivery']['items'] {
  return framework.delivery.items.map(({ id, title, observables, timed, indicatorId }) => ({
    id,
    title,
    observables,
    timed,
    target: counted ? indicatorId : id,
  }))
}

/** The text gives one total; where a role play is part of the oral, a default split keeps its sections at hand. */
function phasesOf(block: Block): Grid['phases'] {
  const rolePlay = block.activities
    .flatMap((activity) => activity.competences)
    .filter((competence) => competence.criteria.some((c) => c.indicators.some((i) => i.tags.includes('jeu-de-role'))))
    .map((competence) => competence.id)
  const minutes = block.assessment.oralMinutes
  if (rolePlay.length === 0) return [{ id: 'oral', title: 'Oral', minutes, focus: [] }]
  return [
    { id: 'presentation', title: 'Présentation', minutes: minutes / 2, focus: [] },
    { id: 'role-play', title: 'Négociation', minutes: minutes / 3, focus: rolePlay },
    { id: 'questions', title: 'Questions', minutes: minutes / 6, focus: [] },
  ]
}

function finalInterviewGrid(framework: Framework, ref: DocumentRef): Grid {
  const interview = framework.finalInterview
  if (!interview) throw new RangeError('this framework has no final interview')
  const covered = new Set(interview.activities)
  const activities = framework.blocks.flatMap((block) => block.activities).filter((activity) => covered.has(activity.id))
  const minutes = interview.minutes ?? DEFAULTS.finalInterviewMinutes
  return gridSchema.parse({
    format: 'carnet-de-jury/grid',
    formatVersion: 1,
    id: `${framework.id}-final`,
    version: framework.version,
    title: 'Entretien final',
    framework: ref,
    part: { kind: 'finalInterview' },
    sections: activities.map((activity) => ({
      id: activity.id,
      title: activity.title,
      weight: 1,
      eliminatory: false,
      criteria: [
        {
          id: `${activity.id}.K1`,
          title: `${capitalise(interview.support.type)} : l’activité y est couverte`,
          indicators: [
            {
              id: `${activity.id}.K1.I1`,
              label: 'Travaux réalisés en entreprise présentés',
              tags: [],
              details: [],
              essential: false,
              weight: 1,
            },
            { id: `${activity.id}.K1.I2`, label: 'Ensemble de l’activité couvert', tags: [], details: [], essential: false, weight: 1 },
          ],
        },
      ],
    })),
    delivery: { counted: false, items: deliveryItems(framework, false) },
    scale: { kind: 'levels' },
    decisionRule: DEFAULTS.decisionRule,
    durationMinutes: minutes,
    phases: [{ id: 'interview', title: 'Entretien', minutes, focus: [] }],
    warningMinutes: DEFAULTS.warningMinutes,
    support: { maxPages: null, annexesExcluded: true, submissionWeeksBefore: null },
    certifierSettings: [
      'sections',
      'scale',
      'decisionRule',
      'phases',
      'delivery',
      'maxPages',
      'submissionWeeksBefore',
      ...(interview.minutes === null ? ['durationMinutes'] : []),
    ],
    guidance: [interview.condition, ...interview.support.content, ...(interview.note ? [interview.note] : [])],
  })
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
