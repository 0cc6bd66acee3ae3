/** A candidate's signature of their presence: asked for in the room, read wherever the sheet is. */
export const presenceSignature = {
  title: 'Signature de présence',
  hint: 'Facultatif. La personne signe ici, ou sur la feuille de présence en papier.',
  open: 'Faire signer ici',
  onPaper: 'A signé la feuille papier',
  handOver: 'Tendez la tablette à la personne : elle lit, signe, et vous la rend.',
  statement: 'J’atteste ma présence à cet oral.',
  whose: '{{name}}, n° {{number}}, le {{when}}',
  use: 'Cette signature va dans la fiche d’évaluation et sur la feuille de présence. Le procès-verbal dit seulement que vous avez signé.',
  pad: 'Cadre où signer sa présence : dessinez avec le doigt ou le stylet',
  sign: 'Je signe ma présence',
  said: {
    drawn: '{{name}} a signé sa présence le {{when}}.',
    paper: '{{name}} a signé la feuille de présence en papier. Noté le {{when}}.',
  },
  picture: 'Signature dessinée par {{name}}',
  clear: { drawn: 'Effacer la signature', paper: 'Revenir sur ce choix' },
  clearQuestion: 'Effacer cette signature ? La personne devra signer de nouveau.',
  clearConfirm: 'Oui, effacer',
  timeline: {
    drawn: 'Présence signée sur l’appareil par la personne',
    paper: 'Présence signée sur la feuille papier',
    cleared: 'Signature de présence effacée',
  },
} as const
