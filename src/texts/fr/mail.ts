/** Enrolment links by e-mail: the server's settings, the message a juror reads, and its part of the desk. */
export const mail = {
  config: {
    smtpUrl: 'écrivez une adresse comme smtps://nom:motdepasse@hote:465 ou smtp://hote:587 (dans le nom et le mot de passe, @ s’écrit %40)',
    mailFrom: 'écrivez une adresse comme examens@example.org, ou Centre d’examen <examens@example.org>',
    both: 'SMTP_URL et MAIL_FROM vont ensemble ; écrivez aussi celle-ci, ou retirez l’autre',
  },
  message: {
    subject: 'Votre carnet de jury : {{title}}',
    hello: 'Bonjour,',
    session: 'Vous êtes membre du jury de cette session : {{title}}, {{centre}}, {{dates}}.',
    oneDay: 'le {{day}}',
    days: 'du {{from}} au {{to}}',
    open: 'Ce lien ouvre votre carnet de jury :',
    steps: {
      title: 'Ce qu’il faut faire :',
      open: '1. Avant le jour de l’épreuve, ouvrez ce lien avec du réseau, sur la tablette ou l’ordinateur que vous utiliserez en salle.',
      passphrase: '2. Choisissez une phrase secrète et retenez-la : elle ouvre votre carnet.',
      ready: '3. Ouvrez « Prêt ? » et suivez ce qui est écrit.',
    },
    validity: 'Ce lien sert une seule fois, sur un seul appareil, au plus tard le {{day}}. Il est personnel : ne le donnez à personne.',
    again: 'Si vous avez reçu plusieurs liens, ouvrez-en un seul.',
    ask: 'Une question, un lien qui ne s’ouvre pas, un message qui n’est pas pour vous ? Répondez à ce message : {{centre}} organise la session.',
  },
  desk: {
    link: 'Envoyer les liens d’inscription par e-mail',
    title: 'Liens d’inscription par e-mail',
    intro:
      'Écrivez l’adresse e-mail de chaque juré·e, ou mettez une colonne « E-mail » dans le tableau des juré·es. Elle sert à envoyer le lien et reste au bureau : ni les appareils, ni les fichiers, ni le journal ne la reçoivent.',
    unsetTitle: 'Ce serveur n’envoie pas encore d’e-mails',
    unset:
      'La personne qui installe le serveur doit écrire deux réglages, SMTP_URL (le serveur de messagerie) et MAIL_FROM (l’adresse d’envoi), puis le redémarrer. En attendant, créez chaque lien sur la page de la session : vous pouvez le copier ou l’imprimer.',
    columns: { juror: 'Juré·e', address: 'Adresse e-mail', state: 'Envoi', action: 'Action' },
    addressOf: 'Adresse e-mail de {{name}}',
    addressWrong: 'Écrivez une adresse e-mail entière, par exemple prenom.nom@exemple.fr.',
    address: { saved: 'Adresse enregistrée', removed: 'Adresse retirée' },
    enrolled: 'Un appareil est inscrit',
    notEnrolled: 'Aucun appareil',
    mailed: 'Lien envoyé le {{when}}',
    send: 'Envoyer par e-mail',
    sendTo: 'à {{name}}',
    sendAll_one: 'Envoyer à {{count}} juré·e sans appareil',
    sendAll_other: 'Envoyer à {{count}} juré·es sans appareil',
    remindAll_one: 'Envoyer un nouveau lien à {{count}} juré·e toujours sans appareil',
    remindAll_other: 'Envoyer un nouveau lien à {{count}} juré·es toujours sans appareil',
    nobody: 'Personne à qui envoyer un lien. Écrivez l’adresse d’un·e juré·e qui n’a ni appareil ni lien.',
    progressLabel: 'Liens envoyés',
    progress: '{{done}} sur {{total}}',
    done_one: '{{count}} lien envoyé sur {{total}}.',
    done_other: '{{count}} liens envoyés sur {{total}}.',
    stopped: 'L’envoi s’est arrêté : les suivants auraient échoué aussi. Rien n’est perdu, recommencez quand c’est réglé.',
    outcome: {
      sent: 'Envoyé',
      'no-address': 'Pas envoyé : aucune adresse n’est enregistrée.',
      refused: 'Pas envoyé : le serveur de messagerie refuse ce message. Vérifiez l’adresse, puis recommencez.',
      'sign-in-refused':
        'Pas envoyé : le serveur de messagerie refuse le nom ou le mot de passe de SMTP_URL. Prévenez la personne qui installe le serveur.',
      'not-secure':
        'Pas envoyé : la connexion au serveur de messagerie n’est pas sûre (pas de chiffrement, ou un certificat que ce serveur ne reconnaît pas). Rien n’est parti. Prévenez la personne qui installe le serveur : le journal technique dit la cause. En attendant, imprimez le lien.',
      unreachable:
        'Pas envoyé : le serveur de messagerie ne répond pas comme prévu. Recommencez dans quelques minutes, ou imprimez le lien.',
      unset: 'Pas envoyé : ce serveur n’envoie pas encore d’e-mails.',
    },
    replyCode: 'Réponse du serveur de messagerie : {{code}}.',
  },
} as const
