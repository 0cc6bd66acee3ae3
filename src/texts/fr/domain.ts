/** The field's words: values of the domain as a person reads them. */
export const domain = {
  observation: { observed: 'Observé', partial: 'Partiel', notObserved: 'Non observé', notEvaluated: 'Non évalué' },
  verdict: { acquired: 'Acquise', inProgress: 'En cours', notAcquired: 'Non acquise' },
  partVerdict: { validated: 'Validé', notValidated: 'Non validé' },
  presence: { present: 'Présent·e', absent: 'Absent·e', abandoned: 'Abandon', interrupted: 'Interrompu' },
  timer: { ready: 'Prêt', running: 'En cours', paused: 'En pause', stopped: 'Terminé' },
  proposal: {
    none: 'Aucun indicateur évalué : pas de proposition.',
    percent: '{{percent}} % des points évalués (observés : {{observed}}, partiels : {{partial}}, non observés : {{notObserved}}).',
    missingEssential: 'Indicateur essentiel non observé : {{labels}}.',
    ruleMet: 'La règle de la grille est remplie.',
    ruleNotMet: 'La règle de la grille n’est pas remplie : {{sections}}.',
    eliminatory: 'Compétence éliminatoire non acquise : {{sections}}.',
    incomplete_one: 'Il reste {{count}} verdict à donner.',
    incomplete_other: 'Il reste {{count}} verdicts à donner.',
  },
  partRule: {
    allAcquired: 'Bloc proposé « validé » quand toutes les compétences sont acquises.',
    atLeast: 'Bloc proposé « validé » quand au moins {{count}} compétences sont acquises.',
    percent: 'Bloc proposé « validé » quand au moins {{percent}} % des compétences sont acquises.',
    average: 'Bloc proposé « validé » quand la moyenne atteint {{threshold}} et qu’aucune note n’est sous {{floor}}.',
  },
  certifierChoice: 'Choix du certificateur : le référentiel ne le précise pas.',
} as const
