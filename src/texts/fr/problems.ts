/** One entry per problem code of the contract: what happened, then what is safe and what to do. */
export const problems = {
  'invalid-request': {
    title: 'Demande incomplète',
    detail: 'Un champ manque ou n’est pas lisible. Rien n’a été enregistré. Corrigez les points indiqués, puis recommencez.',
  },
  'not-found': { title: 'Introuvable', detail: 'Ce que vous demandez n’existe pas ou n’existe plus. Revenez à la page précédente.' },
  'unknown-contract-version': {
    title: 'Version inconnue',
    detail:
      'Cette application et ce serveur ne parlent pas la même version. Rien n’est perdu : vos données restent sur l’appareil. Mettez l’application ou le serveur à jour.',
  },
  'body-too-large': {
    title: 'Envoi trop gros',
    detail: 'L’envoi dépasse la taille acceptée. Rien n’a été enregistré sur le serveur, rien n’est perdu sur l’appareil.',
  },
  'too-many-requests': {
    title: 'Trop de demandes',
    detail: 'Le serveur reçoit trop de demandes à la fois. Rien n’est perdu : un nouvel essai partira tout seul.',
  },
  'not-signed-in': {
    title: 'Connexion nécessaire',
    detail: 'Vous n’êtes pas connecté·e, ou votre session a pris fin. Connectez-vous, puis recommencez.',
  },
  'not-allowed': { title: 'Accès refusé', detail: 'Votre compte n’a pas le droit de faire cela. Demandez à l’administrateur·rice.' },
  'wrong-credentials': { title: 'Connexion refusée', detail: 'L’adresse ou le mot de passe est faux. Vérifiez, puis recommencez.' },
  'sign-in-slowed': {
    title: 'Trop d’essais',
    detail:
      'Plusieurs connexions ont échoué pour ce compte depuis ce poste. Attendez {{wait}}, puis recommencez. Le compte n’est pas bloqué : l’attente s’allonge à chaque échec, 15 minutes au plus.',
  },
  'sign-in-not-recent': {
    title: 'Connexion trop ancienne',
    detail: 'Pour cette action, votre connexion doit dater de moins d’un jour. Déconnectez-vous, reconnectez-vous, puis recommencez.',
  },
  'account-deactivated': {
    title: 'Compte désactivé',
    detail: 'Ce compte ne permet plus de se connecter. Demandez à l’administrateur·rice de le réactiver.',
  },
  'wrong-password': {
    title: 'Mot de passe refusé',
    detail: 'Le mot de passe actuel est faux. Rien n’a été changé. Vérifiez, puis recommencez.',
  },
  'wrong-code': {
    title: 'Code refusé',
    detail: 'Ce code est faux, ou n’est plus valable. Attendez le code suivant sur votre téléphone, vérifiez son heure, puis recommencez.',
  },
  'second-factor-slowed': {
    title: 'Trop de codes faux',
    detail: 'Dix codes faux de suite ont été essayés. Attendez 15 minutes, puis recommencez. Le compte n’est pas bloqué.',
  },
  'second-factor-restart': {
    title: 'Connexion à reprendre',
    detail: 'L’étape du code a duré trop longtemps, ou trop de codes étaient faux. Reprenez la connexion depuis le mot de passe.',
  },
  'passkey-refused': {
    title: 'Clé d’accès refusée',
    detail: 'Cette clé d’accès n’est pas connue de ce serveur, ou n’a pas pu être vérifiée. Connectez-vous avec votre mot de passe.',
  },
  'invitation-unknown': {
    title: 'Invitation non valable',
    detail:
      'Cette invitation a déjà servi, a été retirée ou date de plus de 7 jours. Rien n’a été créé. Demandez-en une autre à l’administrateur·rice.',
  },
  'password-link-unknown': {
    title: 'Lien non valable',
    detail:
      'Ce lien a déjà servi, a été retiré ou remplacé, date de plus de 24 heures, ou le compte est désactivé. Rien ne vient d’être changé. Demandez-en un autre à l’administrateur·rice.',
  },
  'account-exists': {
    title: 'Compte déjà existant',
    detail: 'Un compte existe déjà pour cette adresse. Rien n’a été créé.',
  },
  'last-administrator': {
    title: 'Dernier compte administrateur',
    detail: 'Ce compte est le seul à pouvoir administrer. Rien n’a été changé. Donnez d’abord ce rôle à une autre personne.',
  },
  'setup-link-used': {
    title: 'Lien déjà utilisé',
    detail: 'Ce lien de première connexion a déjà servi ou est faux. Connectez-vous avec le compte créé.',
  },
  'enrolment-unknown': {
    title: 'Code inconnu',
    detail: 'Ce code d’inscription n’est pas connu de ce serveur. Vérifiez le lien reçu, ou demandez-en un autre à la coordination.',
  },
  'enrolment-used': {
    title: 'Code déjà utilisé',
    detail: 'Ce code d’inscription a déjà servi sur un appareil. Demandez un nouveau lien à la coordination.',
  },
  'device-unknown': {
    title: 'Appareil inconnu',
    detail:
      'Cet appareil n’est pas inscrit, ou son inscription a été retirée. Vos fiches restent sur l’appareil : prévenez la coordination.',
  },
  'device-proof-wrong': {
    title: 'Preuve refusée',
    detail: 'L’appareil n’a pas pu prouver son identité. Vérifiez la date et l’heure de l’appareil, puis recommencez.',
  },
  'envelope-unreadable': {
    title: 'Pli illisible',
    detail:
      'Ce pli n’a pas pu être ouvert : il est abîmé ou destiné à un autre serveur. Il reste sur l’appareil. Prévenez la coordination.',
  },
  'sheet-signature-wrong': {
    title: 'Signature refusée',
    detail:
      'La signature de cette fiche n’est pas valable. Rien n’a été enregistré. La fiche reste sur l’appareil : prévenez la coordination.',
  },
  'sheet-unreadable': {
    title: 'Fiche illisible',
    detail: 'Le contenu de cette fiche n’est pas celui d’une fiche d’évaluation. Rien n’a été enregistré. Elle reste sur l’appareil.',
  },
  'sheet-version-unknown': {
    title: 'Fiche trop récente',
    detail: 'Cette fiche a été faite par une version plus récente de l’application. Elle reste sur l’appareil : mettez le serveur à jour.',
  },
  'sheet-foreign': {
    title: 'Fiche étrangère',
    detail:
      'Cette fiche ne correspond à aucun oral, candidat·e ou membre du jury de cette session. Elle reste sur l’appareil : prévenez la coordination.',
  },
  'minutes-signature-wrong': {
    title: 'Procès-verbal mal signé',
    detail:
      'Une signature de ce procès-verbal ne correspond pas à un appareil inscrit de son signataire. Rien n’a été enregistré. Gardez-le sur l’appareil et prévenez la coordination.',
  },
  'minutes-unreadable': {
    title: 'Procès-verbal illisible',
    detail:
      'Ce procès-verbal n’est pas entier ou n’est pas lisible. Rien n’a été enregistré. Il reste sur l’appareil : envoyez-le de nouveau.',
  },
  'minutes-version-unknown': {
    title: 'Procès-verbal d’une autre version',
    detail:
      'Ce procès-verbal a été fait par une application plus récente que ce serveur. Il reste sur l’appareil : mettez le serveur à jour.',
  },
  'minutes-foreign': {
    title: 'Procès-verbal étranger',
    detail:
      'Ce procès-verbal ne correspond à aucun jury, oral ou grille de cette session. Il reste sur l’appareil : prévenez la coordination.',
  },
  'interests-refused': {
    title: 'Déclaration de liens refusée',
    detail:
      'Cette déclaration n’est pas lisible, ou elle n’est pas signée par l’appareil de cette personne. Rien n’a été enregistré. Elle reste sur l’appareil : prévenez la coordination.',
  },
  'decision-incomplete': {
    title: 'Décision incomplète',
    detail: 'Il manque quelque chose à cette décision. Elle n’a pas été enregistrée. Complétez les points indiqués, puis recommencez.',
  },
  'minutes-not-ready': {
    title: 'Procès-verbal pas encore prêt',
    detail: 'Le procès-verbal n’a pas été figé. Les décisions sont gardées. Réglez les points indiqués, puis recommencez.',
  },
  'minutes-superseded': {
    title: 'Un procès-verbal existe déjà',
    detail:
      'Ce jury a déjà un procès-verbal pour ce jour. Il ne se modifie pas : faites un procès-verbal rectificatif, qui dit ce qu’il corrige et pourquoi.',
  },
  'recovery-unreadable': {
    title: 'Demande de secours illisible',
    detail:
      'Ce texte n’est pas une demande de secours entière. Rien n’a été ouvert. Copiez-la de nouveau sur l’appareil, ou filmez son code.',
  },
  'mandate-useless': {
    title: 'Ce mandat ne changerait rien',
    detail: 'Cette personne est déjà dans ce jury, ou ce numéro est déjà pris. Rien n’a été changé. Vérifiez le formulaire.',
  },
  'wipe-unreadable': {
    title: 'Attestation d’effacement illisible',
    detail:
      'Ce texte n’est pas l’attestation entière d’un appareil de ce serveur. Rien n’a été enregistré. Copiez-la de nouveau sur l’appareil.',
  },
  'recovery-foreign': {
    title: 'Demande de secours d’une autre session',
    detail: 'La clé de secours de cette session n’ouvre pas ce carnet. Rien n’a été ouvert. Ouvrez la page de la bonne session.',
  },
  'passport-not-ready': {
    title: 'Déclaration pas encore possible',
    detail: 'Aucun fichier n’a été préparé. Voici ce qui manque.',
  },
  'certifier-unset': {
    title: 'Certificateur à renseigner',
    detail: 'Les documents portent le nom du certificateur et de la personne qui signe. Remplissez-les d’abord dans la page des résultats.',
  },
  'import-invalid': {
    title: 'Fichier à corriger',
    detail: 'Le fichier contient des erreurs. Rien n’a été importé. Corrigez les points indiqués, puis recommencez.',
  },
  'grid-invalid': {
    title: 'Grille à corriger',
    detail: 'La grille contient des erreurs. Rien n’a été publié. Corrigez les points indiqués, puis recommencez.',
  },
  'preparation-invalid': {
    title: 'Session à corriger',
    detail: 'La session contient des contradictions. Rien n’a été enregistré. Corrigez les points indiqués, puis recommencez.',
  },
  'preparation-not-ready': {
    title: 'Session pas encore prête',
    detail: 'Il manque encore quelque chose pour que les juré·es reçoivent cette session. Rien n’a été changé pour eux.',
  },
  'preparation-changed': {
    title: 'Session changée entre-temps',
    detail:
      'Quelqu’un d’autre a enregistré cette session depuis que vous l’avez ouverte. Rien n’a été écrasé. Rechargez la page, puis refaites votre changement.',
  },
  'preparation-published': {
    title: 'Session déjà publiée',
    detail: 'Cette session a été publiée : elle ne se supprime plus. Rien n’a été changé.',
  },
  'support-invalid': {
    title: 'Fichier refusé',
    detail: 'Ce fichier n’est pas un PDF. Rien n’a été enregistré. Choisissez un PDF de 20 Mo au plus.',
  },
  'version-taken': {
    title: 'Version déjà publiée',
    detail: 'Cette version existe déjà. Une version publiée ne change plus. Rien n’a été publié. Donnez un autre nom de version.',
  },
  conflict: {
    title: 'Déjà fait',
    detail: 'Cette action a déjà été faite ou en contredit une autre. Rechargez la page pour voir l’état actuel.',
  },
  'sheet-erased': {
    title: 'Fiche effacée',
    detail: 'La durée de conservation de cette fiche est passée. Son contenu est effacé. Le procès-verbal qui la cite reste vérifiable.',
  },
  'sheet-archived': {
    title: 'Fiche archivée',
    detail: 'Cette session est ancienne. Ses fiches sont archivées. Demandez à un·e responsable ou à l’administrateur·rice de l’ouvrir.',
  },
  'file-erased': {
    title: 'Fichier effacé',
    detail: 'La durée de conservation de ce fichier est passée. Son contenu est effacé. Ce qui en est résulté reste inscrit.',
  },
  'erasure-refused': {
    title: 'Effacement impossible aujourd’hui',
    detail: 'La preuve d’une décision du jury doit être gardée. Rien n’a été effacé. Refusez la demande en donnant ce motif.',
  },
  internal: {
    title: 'Erreur du serveur',
    detail:
      'Une erreur inattendue est arrivée sur le serveur. Rien n’est perdu sur l’appareil. Réessayez ; si cela dure, prévenez la coordination.',
  },
  /** What is wrong with one field of a request or an imported file. */
  field: {
    missing: 'Ce champ manque.',
    unknown: 'Champ inconnu : {{keys}}. Retirez-le, ou vérifiez son orthographe.',
    expectedText: 'Écrivez ici un texte entre guillemets.',
    expectedNumber: 'Écrivez ici un nombre, sans guillemets.',
    expectedBoolean: 'Écrivez ici true ou false, sans guillemets.',
    expectedList: 'Écrivez ici une liste entre crochets [ ].',
    expectedObject: 'Écrivez ici un objet entre accolades { }.',
    expectedValue: 'Valeur attendue : {{values}}.',
    tooShort_one: 'Ce texte est trop court : au moins {{count}} caractère.',
    tooShort_other: 'Ce texte est trop court : au moins {{count}} caractères.',
    tooLong: 'Ce texte est trop long : au plus {{count}} caractères.',
    tooFew_one: 'Cette liste est trop courte : au moins {{count}} élément.',
    tooFew_other: 'Cette liste est trop courte : au moins {{count}} éléments.',
    tooMany: 'Cette liste est trop longue : au plus {{count}} éléments.',
    tooSmall: 'Ce nombre est trop petit : au moins {{count}}.',
    tooBig: 'Ce nombre est trop grand : au plus {{count}}.',
    badDate: 'Cette date n’est pas lisible. Écrivez-la comme 2026-06-15.',
    badInstant: 'Ce jour et cette heure ne sont pas lisibles. Écrivez-les comme 2026-06-15T09:00:00+02:00.',
    badId: 'Cet identifiant n’est pas valable. Lettres sans accent, chiffres, point, tiret et tiret bas seulement, 100 au plus.',
    badEmail: 'Cette adresse e-mail n’est pas valable.',
    invalid: 'Cette valeur n’est pas valable.',
  },
} as const
