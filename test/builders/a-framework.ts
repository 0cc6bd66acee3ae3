import { type Framework, frameworkSchema } from '#domain/framework.ts'

/** A certification unlike the bundled one: 2 blocks, a 20-minute oral each, no final interview, no delivery checklist. */
export function aSecondFramework(changes: Partial<Framework> = {}): Framework {
  const competence = (id: string, title: string) => ({
    id,
    title,
    means: 'Avec les outils de l’atelier.',
    purpose: 'Afin de servir le client.',
    criteria: [
      {
        id: `${id}.K1`,
        title: `${title} : le geste`,
        indicators: ['I1', 'I2'].map((place) => ({ id: `${id}.K1.${place}`, label: `${title}, point ${place}`, tags: [], details: [] })),
      },
    ],
  })
  const block = (id: string, title: string, competences: ReturnType<typeof competence>[]) => ({
    id,
    title,
    context: 'Un oral devant le jury.',
    assessment: {
      oralMinutes: 20,
      maxPages: 10,
      annexesExcluded: true,
      submissionWeeksBefore: 2,
      suggestedSubmissionWeeksBefore: null,
      data: 'Un dossier.',
      deliverables: ['Un dossier de dix pages'],
      aspects: [],
      notes: [],
    },
    activities: [{ id: `${id}A1`, title, competences }],
  })
  return frameworkSchema.parse({
    format: 'carnet-de-jury/framework',
    formatVersion: 1,
    id: 'reliure',
    version: '2026',
    title: 'Relieur·e d’art',
    level: 4,
    type: 'Titre',
    rncpCode: null,
    source: 'Référentiel inventé pour l’essai.',
    rules: { blocks: 'Moyenne de 10, aucune note sous 7.', title: 'Les deux blocs.' },
    openPoints: [],
    tags: {},
    blocks: [
      block('R1', 'Relier un livre', [competence('R1.C1', 'Coudre les cahiers'), competence('R1.C2', 'Monter la couverture')]),
      block('R2', 'Conseiller un client', [competence('R2.C1', 'Écouter la demande')]),
    ],
    delivery: { source: 'Aucune.', scope: 'Aucune.', items: [], alsoObservableIn: [] },
    finalInterview: null,
    corrections: [],
    ...changes,
  })
}
