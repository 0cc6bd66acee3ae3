/** A sheet filled on paper, then typed in: said in the room, at the desk and in the minutes. */
export const transcription = {
  line: 'Fiche remplie sur papier par {{filledBy}}, recopiée par {{by}}.',
  read: 'Le code de la feuille a été lu.',
  notRead: 'Le code de la feuille n’a pas été lu.',
  badge: 'Recopiée du papier',
  timeline: {
    set: 'Fiche recopiée du papier, par {{by}}',
    cleared: 'Fiche qui ne vient pas du papier',
  },
  card: {
    title: 'Feuille papier',
    hint: 'L’oral a été noté à la main ? Recopiez la feuille ici. La fiche se signe et se remet comme les autres.',
    open: 'Recopier une feuille papier',
    filledBy: 'Remplie sur papier par',
    by: 'Recopiée par',
    byHint: 'La personne qui tape. Ce peut être vous.',
    minutes: 'Durée de l’oral notée sur la feuille, en minutes',
    minutesHint: 'Laissez vide si la feuille ne la dit pas.',
    save: 'Commencer à recopier',
    change: 'Corriger ces indications',
    remove: 'La fiche ne vient pas du papier',
    keepPaper: 'Gardez la feuille : remettez-la à la coordination.',
    missing: 'Écrivez le nom de la personne qui recopie.',
    minutesWrong: 'Écrivez un nombre de minutes, de 0 à 600.',
    cancel: 'Annuler',
    minutesNoted: 'Durée notée sur la feuille : {{count}} min.',
    minutesNone: 'La feuille ne dit pas la durée.',
  },
  scan: {
    title: 'Recopier une feuille papier',
    subtitle: 'Lisez le code imprimé sur la feuille : la bonne fiche s’ouvre. Le réseau n’est pas nécessaire.',
    take: 'Code de la feuille',
    byHand: 'Le code ne se lit pas ? Ouvrez l’oral dans « Ma journée », puis touchez « Recopier une feuille papier ».',
    day: 'Ma journée',
    link: 'Lire une feuille papier',
    refused: {
      garbled: {
        title: 'Ce code ne se lit pas',
        detail: 'Il est abîmé, ou ce n’est pas celui d’une feuille d’évaluation. Réessayez, ou ouvrez l’oral à la main.',
      },
      unknownVersion: {
        title: 'Cette feuille vient d’une version plus récente',
        detail: 'Mettez l’application à jour, ou ouvrez l’oral à la main.',
      },
      otherSession: {
        title: 'Cette feuille est d’une autre session',
        detail: 'Rien n’a été recopié. Vérifiez la feuille avec la coordination.',
      },
      otherJuror: {
        title: 'Cette feuille est celle d’un·e autre membre du jury',
        detail: 'Rien n’a été recopié. Recopiez-la sur sa tablette : sa signature doit être la sienne.',
      },
      unknownOral: {
        title: 'Cet oral n’est pas dans votre journée',
        detail: 'Rien n’a été recopié. Actualisez le carnet avec un réseau, ou demandez un mandat.',
      },
      otherGrid: {
        title: 'Cette feuille est d’une autre version de la grille',
        detail:
          'Feuille : version {{printed}}. Ce carnet : version {{here}}. Rien n’a été recopié. Demandez à la coordination quelle version vaut.',
      },
    },
  },
} as const
