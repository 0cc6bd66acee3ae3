/** The page and the command that say what a proof shows. */
export const verify = {
  title: 'Vérifier un procès-verbal',
  intro:
    'Déposez une preuve, un procès-verbal signé ou le PDF du procès-verbal. La vérification se fait ici, sur cet appareil : rien n’est envoyé.',
  choose: 'Choisir un fichier',
  drop: 'ou déposez-le ici',
  file: 'Fichier à vérifier',
  chosen: 'Fichier : {{name}}',
  offline: 'Cette page s’ouvre maintenant aussi sans réseau.',
  working: 'Vérification…',
  failure: {
    notReadable: 'Ce fichier n’a pas pu être lu. Vérifiez qu’il existe encore, puis choisissez-le de nouveau.',
    notOurs: 'Ce fichier n’est ni une preuve, ni un procès-verbal signé de Carnet de jury, ou bien il est coupé ou abîmé.',
    pdfUnreadable: 'Ce PDF n’a pas pu être ouvert. Il est peut-être abîmé ou protégé.',
    pdfWithoutProof:
      'Ce PDF ne contient pas de procès-verbal à vérifier. Demandez le PDF d’origine : une impression ou une copie perd ses pièces jointes.',
    unknownVersion: 'Ce fichier a été fait par une version plus récente. Mettez Carnet de jury à jour, puis recommencez.',
    tooBig: 'Ce fichier est trop gros pour être une preuve.',
    advice: 'Rien n’est prouvé, et rien n’est perdu.',
  },
  outcome: {
    proven: { title: 'Tout ce qui est vérifiable ici est juste', detail: 'Lisez aussi ce que cette preuve ne prouve pas.' },
    incomplete: {
      title: 'Rien de faux, mais la preuve n’est pas complète',
      detail: 'Voyez plus bas ce qui manque, et comment le compléter.',
    },
    wrong: { title: 'Quelque chose ne correspond pas', detail: 'Ne vous fiez pas à ce document. Demandez l’original au certificateur.' },
  },
  group: {
    wrong: 'Ce qui ne correspond pas',
    proven: 'Ce qui est prouvé',
    missing: 'Ce qui manque',
    limit: 'Ce qui n’est pas prouvé, ou qu’il faut savoir',
  },
  finding: {
    minutesIntact: 'Le texte du procès-verbal est celui que le serveur a enregistré. Son empreinte est {{hash}}.',
    minutesRead: 'L’empreinte du texte lu est {{hash}}.',
    minutesUnreadable: 'Le texte du procès-verbal n’est pas lisible : il a été changé ou coupé.',
    signed: '{{name}} a signé ce texte, mot pour mot, le {{at}} selon son appareil (clé {{keyId}}).',
    signatureWrong: '{{name}} : sa signature ne correspond pas à ce texte. Le texte ou la signature a été changé.',
    signatureKeyMissing:
      '{{name}} dit avoir signé avec la clé {{keyId}}. Cette clé n’est pas dans le fichier : demandez la preuve complète au certificateur.',
    signatureStranger: '{{name}} : une signature à ce nom vient d’une clé ou d’une personne qui n’est pas celle du jury.',
    signatureAwaited: '{{name}}, présent·e, n’a pas encore signé.',
    memberAbsent: '{{name}} était absent·e : sa signature n’est pas attendue.',
    keysAttested_one: 'Le serveur atteste, le {{at}}, à qui appartient la clé de l’appareil.',
    keysAttested_other: 'Le serveur atteste, le {{at}}, à qui appartiennent les {{count}} clés d’appareils.',
    attestationWrong: 'L’attestation du serveur sur les clés est fausse : elle n’est pas signée par la clé du serveur.',
    attestationForeign: 'L’attestation du serveur concerne un autre texte que celui-ci.',
    serverKnown: 'La clé du serveur est bien celle attendue : {{keyId}}.',
    serverUnknown:
      'La clé du serveur n’a pas été comparée, et tout ce qui est prouvé ici en dépend. Demandez au certificateur si c’est la sienne : {{keyId}}.',
    keysNotIncluded:
      'Ce fichier ne contient aucune clé : les signatures ne peuvent pas être vérifiées. Demandez la preuve complète au certificateur.',
    serverOther:
      'Ce document vient d’un serveur dont la clé est {{keyId}}. La clé attendue est {{trusted}}. S’il vient d’un autre certificateur, vérifiez-le sur son site.',
    received: 'Le serveur a enregistré ce procès-verbal le {{at}}, à la ligne {{index}} de son journal.',
    receiptHolds: 'L’accusé de réception du {{at}} est signé par le serveur et correspond à la ligne {{index}} du journal.',
    receiptWrong: 'Un accusé de réception ne correspond pas à ce procès-verbal ou au journal.',
    journalWhole: 'Le journal du serveur est entier de la ligne {{first}} à la ligne {{last}} : rien n’a été changé ni retiré.',
    journalBroken: 'Le journal est rompu à la ligne {{index}} : des lignes ont été changées ou retirées.',
    journalCut: 'Le journal joint ne va pas jusqu’à la ligne que le serveur atteste : il a été coupé.',
    journalEndUnknown: 'Sans attestation juste, on ne peut pas dire si le journal va jusqu’au bout.',
    journalLacksMinutes: 'Le journal ne dit pas que ce procès-verbal a été enregistré.',
    journalLacksSignature: '{{name}} : sa signature n’est pas dans le journal. Elle a été ajoutée après.',
    signatureLeftOut: 'Le journal dit que {{name}} a signé, mais sa signature a été retirée du fichier.',
    amended: 'Un autre procès-verbal, enregistré le {{at}}, corrige celui-ci. Demandez-le.',
    amends: 'C’est un rectificatif : il corrige le procès-verbal d’empreinte {{hash}}.',
    sheetProven: 'Fiche : {{candidate}}, {{part}}, par {{juror}}. Signée, inchangée, reçue le {{at}}.',
    sheetWrong: 'Fiche : {{candidate}}, {{part}}, par {{juror}}. Elle ne correspond pas à ce que dit le procès-verbal.',
    sheetKeyMissing:
      'Fiche : {{candidate}}, {{part}}, par {{juror}}. Elle n’a pas pu être vérifiée, car la clé de son appareil n’est pas attestée.',
    sheetStranger: 'Une fiche jointe n’est pas de ce procès-verbal.',
    sheetNotIncluded_one: '{{count}} fiche est nommée par son empreinte mais n’est pas jointe : son contenu ne peut pas être vérifié ici.',
    sheetNotIncluded_other:
      '{{count}} fiches sont nommées par leur empreinte mais ne sont pas jointes : leur contenu ne peut pas être vérifié ici.',
    limitTime:
      'Les heures de signature sont celles des appareils : elles sont déclarées, pas prouvées. Seule l’heure d’enregistrement vient du serveur.',
    limitIdentity:
      'Une signature prouve quelle clé d’appareil a signé. La coordination a inscrit cet appareil au nom de la personne ; rien ici ne prouve qui le tenait.',
    limitLevel:
      'Ce sont des signatures électroniques simples renforcées. Elles ne sont ni avancées ni qualifiées au sens du règlement eIDAS.',
  },
  minutes: {
    title: 'Le procès-verbal',
    summary: '{{panel}}, {{day}}, {{session}}',
  },
  command: {
    usage: 'Utilisation : npm run verify -- FICHIER [--cle EMPREINTE_DE_LA_CLE_DU_SERVEUR]',
    noFile: 'Le fichier {{name}} n’a pas pu être lu.',
  },
} as const
