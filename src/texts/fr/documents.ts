/** Texts of what the server writes: complaints about an imported file, spreadsheets, and what it prints in the terminal. */
export const documents = {
  import: {
    syntax: 'Le fichier n’est pas du JSON lisible à cet endroit : {{problem}}.',
    syntaxProblem: {
      comment: 'les commentaires ne sont pas permis',
      comma: 'il manque une virgule, ou il y en a une de trop',
      colon: 'il manque deux-points « : »',
      closing: 'il manque une fermeture, accolade, crochet ou guillemet',
      end: 'il y a encore du texte après la fin',
      other: 'un signe n’est pas à sa place',
    },
    issue: {
      duplicateId: 'L’identifiant « {{value}} » est déjà pris plus haut.',
      duplicateNumber: 'Le numéro « {{value}} » est déjà pris par un·e autre candidat·e.',
      unknownCandidate: 'Aucun·e candidat·e du fichier n’a l’identifiant « {{value}} ».',
      unknownPanel: 'Aucun jury du fichier n’a l’identifiant « {{value}} ».',
      unknownGrid: 'Aucune grille publiée n’a l’identifiant « {{value}} ».',
      unknownJuror: 'Aucun membre de jury du fichier n’a l’identifiant « {{value}} ».',
      presidentNotMember: 'La présidence « {{value}} » ne fait pas partie de ce jury.',
      singleJuror: 'Le jury « {{value}} » doit compter au moins deux membres différents.',
      datesReversed: 'La session finit le {{value}}, avant d’avoir commencé.',
      oralOutsideDates: 'Cet oral ({{value}}) est en dehors des dates de la session.',
      jurorInTwoPlaces: 'Le membre de jury « {{value}} » a déjà un oral à ce moment.',
      candidateInTwoPlaces: 'Le ou la candidat·e « {{value}} » a déjà un oral à ce moment.',
      blockNotRegistered: 'Ce ou cette candidat·e n’est pas inscrit·e au bloc « {{value}} ».',
    },
  },
  results: {
    fileName: 'resultats.csv',
    number: 'Numéro',
    lastName: 'Nom',
    firstName: 'Prénom',
    part: 'Épreuve',
    panel: 'Jury',
    startsAt: 'Début',
    received: 'Fiches reçues',
    state: 'État',
    juror: 'Juré·e {{place}}',
    presence: 'Présence {{place}}',
    proposal: 'Proposition de la règle {{place}}',
    verdict: 'Avis {{place}}',
    sections: 'Détail {{place}}',
    states: {
      waiting: 'En attente',
      partial: 'Incomplet',
      unanimous: 'Avis identiques',
      divided: 'Avis différents',
      notHeld: 'Absence',
    },
  },
  terminal: {
    badConfig: 'Le serveur ne peut pas démarrer. Corrigez ces variables d’environnement :',
    config: {
      port: 'écrivez un numéro de port, de 1 à 65535',
      databaseUrl: 'écrivez une adresse comme postgres://nom:motdepasse@hote:5432/base',
      publicUrl: 'écrivez une adresse qui commence par http:// ou https://',
      origin: 'écrivez l’adresse seule, sans chemin, comme https://jury.example.org',
      logLevel: 'choisissez parmi {{values}}',
    },
    portTaken: 'Le port {{port}} est déjà pris par un autre programme. Arrêtez-le, ou choisissez un autre port : PORT=4174 npm start',
    ready: 'Carnet de jury est prêt : {{url}}',
    setup: 'Première utilisation : ouvrez ce lien pour créer le compte de coordination. Il sert une seule fois.',
    signIn: 'La coordination se connecte ici : {{url}}',
    demo: 'Session de démonstration chargée. Voici un lien d’inscription par membre de jury : ouvrez-le, ou scannez le QR code.',
    demoJurors: 'Chaque lien inscrit un seul appareil. Un nouveau lien est donné à chaque démarrage avec --demo.',
    usage: [
      'Cette commande n’est pas comprise. Écrivez l’une de celles-ci :',
      '  npm start',
      '  npm start -- --demo',
      '  npm start -- --password-link prenom.nom@exemple.fr',
      'La dernière crée un lien de nouveau mot de passe pour le compte qui a cette adresse, l’affiche et s’arrête.',
    ].join('\n'),
    passwordLink: {
      made: 'Lien de nouveau mot de passe pour {{name}} ({{email}}) :',
      validity:
        'Il sert une seule fois, jusqu’au {{until}} (heure de Paris), et ne sera plus affiché. Un lien créé avant pour ce compte ne fonctionne plus.',
      effects:
        'À son utilisation, toutes les connexions du compte se ferment. Le code sur le téléphone, s’il est activé, sera demandé comme avant.',
      origin:
        'Ce lien ouvre {{url}}. Si ce n’est pas l’adresse de votre serveur, recommencez avec les variables PUBLIC_URL et PORT que vous donnez au serveur.',
      badAddress:
        '« {{address}} » n’est pas une adresse e-mail entière. Écrivez celle du compte, par exemple : npm start -- --password-link prenom.nom@exemple.fr',
      unknown:
        'Aucun compte n’a l’adresse {{email}}, aucun lien n’a été créé. Vérifiez l’adresse, et que DATA_DIR ou DATABASE_URL sont ceux du serveur. Si aucun compte n’existe encore, démarrez le serveur : il affiche le lien de première connexion.',
      deactivated:
        'Le compte {{email}} est désactivé, aucun lien n’a été créé. Un·e administrateur·rice peut le réactiver dans « Personnes ».',
      noDatabase:
        'Il n’y a pas de base de données ici : {{file}}. Aucun lien n’a été créé. Recommencez avec la variable DATA_DIR ou DATABASE_URL que vous donnez au serveur.',
      older:
        'La base de données n’est pas encore celle de cette version, aucun lien n’a été créé. Sauvegardez-la, démarrez le serveur de cette version une fois, puis recommencez.',
      newer:
        'La base de données vient d’une version plus récente, aucun lien n’a été créé. Recommencez avec la version installée pour le serveur.',
    },
  },
} as const
