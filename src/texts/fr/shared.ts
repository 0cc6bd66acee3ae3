/** Words used on both sides of the product. */
export const shared = {
  productName: 'Carnet de jury',
  tagline: 'Évaluer les oraux, même sans réseau.',
  actions: {
    cancel: 'Annuler',
    close: 'Fermer',
    confirm: 'Confirmer',
    retry: 'Réessayer',
    back: 'Retour',
    save: 'Enregistrer',
    undo: 'Annuler le dernier geste',
    redo: 'Rétablir',
  },
} as const
