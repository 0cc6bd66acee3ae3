/** Words used on both sides of the product. */
export const shared = {
  productName: 'Carnet de jury',
  tagline: 'Évaluer les oraux, même sans réseau.',
  doors: {
    label: 'Choisir une entrée',
    room: 'Je suis juré·e',
    roomHint: 'Ma journée, mes oraux, mes fiches. Marche sans réseau.',
    desk: 'Je coordonne',
    deskHint: 'Sessions, fiches reçues, résultats.',
    verify: 'Vérifier un procès-verbal',
  },
  /** The browser tab's title. */
  pageTitle: '{{title}} – Carnet de jury',
  skipToContent: 'Aller au contenu',
  loading: 'Un instant…',
  colorScheme: {
    auto: 'Automatique',
    light: 'Claires',
    dark: 'Sombres',
    toLight: 'Passer aux couleurs claires',
    toDark: 'Passer aux couleurs sombres',
  },
  error: {
    notFoundTitle: 'Cette page n’existe pas',
    notFoundAdvice: 'L’adresse est peut-être incomplète. Rien n’est perdu.',
    brokenTitle: 'Cette page n’a pas pu s’afficher',
    brokenAdvice:
      'Ce qui était enregistré sur cet appareil y est toujours. Rouvrez l’application ; si cela recommence, prévenez la coordination.',
    home: 'Aller à l’accueil',
  },
  actions: {
    cancel: 'Annuler',
    close: 'Fermer',
    retry: 'Réessayer',
  },
} as const
