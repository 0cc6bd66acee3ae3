import { printable } from '../documents/pdf-maker.ts'
import type { DemoCompany } from './companies.ts'

/** One page of the written support: what it says, and a table or bars. */
export interface PlanPage {
  chapter: string
  title: string
  paragraphs: string[]
  bullets?: string[]
  table?: { head: string[]; rows: string[][] }
  bars?: { label: string; value: number; unit: string }[]
}

const euros = (thousands: number): string => printable(`${Math.round(thousands).toLocaleString('fr-FR')} k€`)

/** The 28 pages of a candidate's marketing plan after its cover and contents, in the order of the block's activities. */
export function marketingPlan(company: DemoCompany): PlanPage[] {
  return [...study(company), ...strategy(company), ...plan(company), ...steering(company)]
}

function study(c: DemoCompany): PlanPage[] {
  const chapter = '1. Étude du marché'
  const [first, second, third] = c.competitors
  return [
    {
      chapter,
      title: 'L’entreprise et son histoire',
      paragraphs: [
        `${c.name}, à ${c.city}, emploie ${c.staff} personnes. Son métier : ${c.trade}. L’entreprise propose ${c.offer}.`,
        `Son chiffre d’affaires est de ${euros(c.revenue)}. Il a progressé de ${c.growth - 2} % l’an dernier, un peu moins vite que son marché. La direction souhaite reprendre des parts de marché sans baisser ses prix.`,
        'Ce document présente l’étude, la stratégie, le plan d’action et le pilotage que je propose. Les données sont celles de l’entreprise ; les noms des clients ont été retirés.',
      ],
      table: {
        head: ['Année', 'Chiffre d’affaires', 'Marge brute', 'Effectif'],
        rows: [2, 1, 0].map((ago) => [`N-${ago + 1}`, euros(c.revenue * (1 - 0.05 * ago)), `${54 - ago} %`, String(c.staff - ago)]),
      },
    },
    {
      chapter,
      title: 'Le besoin d’information et la méthode',
      paragraphs: [
        'Avant d’étudier, j’ai écrit les questions auxquelles la direction doit pouvoir répondre : qui achète, pourquoi, où, à quel prix, et qui n’achète pas encore.',
        'J’ai retenu une étude documentaire, un questionnaire en ligne et huit entretiens. Le budget d’étude est de 4 800 €, le calendrier de sept semaines.',
      ],
      bullets: [
        'Sources documentaires : statistiques publiques, fédération professionnelle, rapports des concurrents.',
        'Questionnaire : 412 réponses exploitables, accessible au clavier et aux lecteurs d’écran.',
        'Entretiens : quatre clients fidèles, deux clients perdus, deux distributeurs.',
        'Limites : les moins de 25 ans sont peu représentés dans les réponses.',
      ],
    },
    {
      chapter,
      title: 'Le macro-environnement',
      paragraphs: [
        `L’analyse PESTEL montre un contexte porteur pour le ${c.trade}, avec deux points de vigilance : le coût de l’énergie et l’évolution des règles sur les allégations environnementales.`,
      ],
      table: {
        head: ['Dimension', 'Constat', 'Effet pour l’entreprise'],
        rows: [
          ['Politique', 'Aides régionales à la transition', 'Favorable : dossier déposé au printemps'],
          ['Économique', 'Pouvoir d’achat sous tension', 'Défavorable sur l’entrée de gamme'],
          ['Socioculturel', 'Attachement à l’origine locale', 'Favorable, à prouver par l’étiquetage'],
          ['Technologique', 'Vente en ligne et retrait en point relais', 'Favorable, investissement modéré'],
          ['Écologique', 'Demande d’emballages réutilisables', 'Favorable, logistique à adapter'],
          ['Légal', 'Règles sur les allégations et l’accessibilité numérique', 'À respecter dès la refonte du site'],
        ],
      },
    },
    {
      chapter,
      title: 'Taille et évolution du marché',
      paragraphs: [
        `Le marché national progresse d’environ ${c.growth} % par an. La zone de chalandise de ${c.city} représente près de 3 % de ce marché, soit un potentiel de ${euros(c.revenue * 9)}.`,
        'La saisonnalité reste forte : le dernier trimestre pèse un tiers des ventes. La vente en ligne gagne trois points par an.',
      ],
      bars: [4, 3, 2, 1, 0].map((ago) => ({
        label: `N-${ago + 1}`,
        value: Math.round(c.revenue * 9 * (1 - (c.growth / 100) * ago)),
        unit: 'k€',
      })),
    },
    {
      chapter,
      title: 'Les clients et leurs attentes',
      paragraphs: [
        `L’entreprise s’adresse à ${c.customers}. Le questionnaire fait apparaître trois attentes : la preuve de l’origine, la durée de vie et un service joignable.`,
        'Le prix n’arrive qu’en quatrième position. En revanche, 38 % des personnes interrogées ne connaissent pas l’entreprise alors qu’elles habitent à moins de trente minutes.',
      ],
      bars: [
        { label: 'Origine prouvée', value: 71, unit: '%' },
        { label: 'Durée de vie', value: 64, unit: '%' },
        { label: 'Service joignable', value: 52, unit: '%' },
        { label: 'Prix', value: 47, unit: '%' },
        { label: 'Design', value: 33, unit: '%' },
      ],
    },
    {
      chapter,
      title: 'Segmentation et portraits',
      paragraphs: ['J’ai retenu quatre segments, décrits par leurs usages plutôt que par leur âge seul.'],
      table: {
        head: ['Segment', 'Part', 'Motivation', 'Frein'],
        rows: [
          ['Les engagés', '34 %', 'Acheter moins et mieux', 'Manque de preuves'],
          ['Les pratiques', '28 %', 'Gagner du temps', 'Délais de livraison'],
          ['Les connaisseurs', '21 %', 'La qualité de fabrication', 'Gamme jugée étroite'],
          ['Les occasionnels', '17 %', 'Offrir', 'Notoriété'],
        ],
      },
      bullets: [
        'Portrait de Claire, 41 ans : compare les étiquettes, lit les avis, achète deux fois par an.',
        'Portrait de Sami, 33 ans : commande depuis son téléphone, veut un retrait près de son travail.',
      ],
    },
    {
      chapter,
      title: 'La concurrence',
      paragraphs: [
        `Trois concurrents directs ont été observés pendant six semaines : ${first}, ${second} et ${third}. Les relevés portent sur les prix, l’offre, le site et les avis laissés par les clients.`,
      ],
      table: {
        head: ['Critère', c.name, first, second, third],
        rows: [
          ['Prix moyen', '100', '112', '84', '96'],
          ['Largeur de gamme', '3/5', '5/5', '4/5', '2/5'],
          ['Avis des clients', '4,6', '4,2', '3,9', '4,4'],
          ['Site accessible', 'Partiel', 'Non', 'Partiel', 'Non'],
          ['Délai', '6 jours', '4 jours', '2 jours', '7 jours'],
        ],
      },
    },
    {
      chapter,
      title: 'Synthèse : forces, faiblesses, opportunités, menaces',
      paragraphs: ['La synthèse croise l’interne et l’externe. Elle fonde les choix de la partie suivante.'],
      table: {
        head: ['', 'Interne', 'Externe'],
        rows: [
          [
            'Favorable',
            'Qualité reconnue, équipe stable, fichier de 6 200 clients',
            `Marché en hausse de ${c.growth} %, attente d’origine locale`,
          ],
          ['Défavorable', 'Notoriété faible, site vieillissant, gamme étroite', `${second} baisse ses prix, coût de l’énergie`],
        ],
      },
      bullets: ['Enjeu principal : faire connaître la preuve de l’origine.', 'Enjeu second : vendre plus souvent aux clients déjà gagnés.'],
    },
  ]
}

function strategy(c: DemoCompany): PlanPage[] {
  const chapter = '2. Stratégie'
  return [
    {
      chapter,
      title: 'Objectifs',
      paragraphs: ['Les objectifs sont précis, mesurables, atteignables, réalistes et datés. Ils ont été validés par la direction.'],
      table: {
        head: ['Objectif', 'Point de départ', 'Cible à 12 mois', 'Mesure'],
        rows: [
          ['Chiffre d’affaires', euros(c.revenue), euros(c.revenue * 1.09), 'Comptabilité, chaque mois'],
          ['Part de la vente en ligne', '18 %', '26 %', 'Tableau de bord du site'],
          ['Notoriété assistée', '62 %', '72 %', 'Enquête en mars et en novembre'],
          ['Réachat à 12 mois', '31 %', '38 %', 'Fichier clients'],
        ],
      },
    },
    {
      chapter,
      title: 'Cibles',
      paragraphs: [
        'La cible principale réunit les engagés et les pratiques, soit 62 % du potentiel. Le cœur de cible est formé des clients ayant acheté une seule fois depuis deux ans.',
        'La cible relais est composée de distributeurs et de prescripteurs locaux, qui parlent de l’entreprise à notre place.',
      ],
      bullets: ['Cœur de cible : 2 150 contacts dans le fichier, avec consentement.', 'Cible relais : 40 distributeurs, 12 prescripteurs.'],
    },
    {
      chapter,
      title: 'Positionnement',
      paragraphs: [
        `${c.name} se positionne comme la référence locale et prouvée de son métier : ${c.trade}.`,
        'La promesse tient en une phrase : « Vous savez d’où cela vient, et cela dure. » Elle se prouve par l’étiquetage, les visites et la garantie de dix ans.',
      ],
      bars: [
        { label: 'Preuve', value: 88, unit: '/100' },
        { label: 'Durée', value: 82, unit: '/100' },
        { label: 'Prix', value: 55, unit: '/100' },
        { label: 'Choix', value: 48, unit: '/100' },
      ],
    },
    {
      chapter,
      title: 'Offre et prix',
      paragraphs: [
        'La gamme est resserrée autour de trois lignes. Une ligne d’entrée sera lancée en mai, sans toucher à la qualité, grâce à une fabrication en séries plus longues.',
      ],
      table: {
        head: ['Ligne', 'Rôle', 'Prix moyen', 'Marge'],
        rows: [
          ['Essentielle', 'Recruter', '49 €', '46 %'],
          ['Signature', 'Développer', '92 €', '55 %'],
          ['Sur mesure', 'Fidéliser', '210 €', '61 %'],
        ],
      },
    },
    {
      chapter,
      title: 'Distribution',
      paragraphs: [
        'Le client passe d’un canal à l’autre sans recommencer : panier conservé, retrait en boutique, retour en point relais. Chaque canal a un rôle dans le parcours.',
      ],
      table: {
        head: ['Canal', 'Rôle', 'Part actuelle', 'Part visée'],
        rows: [
          ['Boutique', 'Essayer, conseiller', '46 %', '41 %'],
          ['Site', 'Commander, suivre', '18 %', '26 %'],
          ['Distributeurs', 'Faire connaître', '29 %', '26 %'],
          ['Salons', 'Recruter', '7 %', '7 %'],
        ],
      },
    },
    {
      chapter,
      title: 'Parcours client omnicanal',
      paragraphs: ['J’ai décrit le parcours de Claire, de la découverte au réachat, et repéré les moments où elle renonce aujourd’hui.'],
      bullets: [
        'Découverte : un article local, puis une recherche ; le site ne répond pas à sa question sur l’origine.',
        'Comparaison : les avis rassurent ; les frais de livraison apparaissent trop tard.',
        'Achat : 61 % des paniers sont abandonnés à la création du compte.',
        'Usage : aucun conseil d’entretien n’est envoyé.',
        'Réachat : pas de relance avant dix-huit mois.',
      ],
    },
    {
      chapter,
      title: 'Responsabilité et accessibilité',
      paragraphs: [
        'Le plan respecte la charte d’engagement de l’entreprise. Les allégations environnementales sont relues et prouvées avant publication.',
        'Les supports sont conçus pour tous : contrastes suffisants, textes courts en français facile à lire et à comprendre, vidéos sous-titrées, site vérifié au clavier.',
      ],
      bullets: [
        'Impression à la demande, sur papier recyclé.',
        'Hébergement du site chez un prestataire français.',
        'Référente handicap associée aux tests.',
      ],
    },
  ]
}

function plan(c: DemoCompany): PlanPage[] {
  const chapter = '3. Plan d’action'
  const budget = c.revenue * 0.045
  const share = (percent: number) => euros((budget * percent) / 100)
  return [
    {
      chapter,
      title: 'Vue d’ensemble',
      paragraphs: [
        'Douze actions sont réparties en trois chantiers : prouver, simplifier, fidéliser. Chacune a une personne responsable et une mesure.',
      ],
      table: {
        head: ['Chantier', 'Actions', 'Responsable', 'Budget'],
        rows: [
          ['Prouver', 'Étiquetage, visites, relations presse, salon', 'Chargée de communication', share(38)],
          ['Simplifier', 'Refonte du panier, retrait, délais affichés', 'Responsable du site', share(36)],
          ['Fidéliser', 'Conseils, relances, parrainage, sur mesure', 'Responsable commerciale', share(26)],
        ],
      },
    },
    {
      chapter,
      title: 'Action : l’étiquette qui raconte l’origine',
      paragraphs: [
        'Chaque produit porte une étiquette courte : le lieu, les mains, la date. Un code mène à une page lisible sur téléphone et par lecteur d’écran.',
        'Le test mené en boutique pendant trois semaines montre un panier moyen en hausse de 7 %.',
      ],
      bullets: ['Lancement : février.', 'Mesure : consultations de la page et panier moyen.', 'Risque : informations à tenir à jour.'],
    },
    {
      chapter,
      title: 'Action : ouvrir l’atelier',
      paragraphs: [
        'Une visite par mois, douze personnes, sur réservation. Les visites s’adressent en priorité aux clients d’un seul achat et aux distributeurs.',
      ],
      bullets: [
        'Parcours accessible aux personnes à mobilité réduite.',
        'Un coffret de bienvenue pour chaque visiteur.',
        'Objectif : 140 visiteurs et 35 % d’achats dans le mois.',
      ],
    },
    {
      chapter,
      title: 'Action : relations presse et prescripteurs',
      paragraphs: [
        'Un dossier de presse d’une page est adressé à trente titres régionaux et spécialisés. Deux journées d’accueil sont prévues.',
      ],
      table: {
        head: ['Vague', 'Sujet', 'Médias', 'Retombées visées'],
        rows: [
          ['Mars', 'L’étiquette d’origine', 'Presse régionale', '6 articles'],
          ['Juin', 'La ligne Essentielle', 'Presse spécialisée', '4 articles'],
          ['Octobre', 'La garantie de dix ans', 'Radio locale', '3 passages'],
        ],
      },
    },
    {
      chapter,
      title: 'Action : un panier en trois étapes',
      paragraphs: [
        'La création de compte devient facultative. Les frais et les délais s’affichent dès la page du produit. Le paiement est vérifié avec une aide technique.',
        'L’abandon de panier devrait passer de 61 % à 48 %.',
      ],
      bars: [
        { label: 'Avant', value: 61, unit: '% d’abandon' },
        { label: 'Cible', value: 48, unit: '% d’abandon' },
      ],
    },
    {
      chapter,
      title: 'Action : conseils et relances',
      paragraphs: [
        'Un message d’entretien est envoyé un mois après l’achat, puis une suggestion à six mois. Chaque message peut être refusé en un clic, et le consentement est conservé.',
      ],
      table: {
        head: ['Moment', 'Message', 'Canal', 'Mesure'],
        rows: [
          ['J+2', 'Merci et suivi', 'E-mail', 'Ouverture'],
          ['J+30', 'Conseils d’entretien', 'E-mail', 'Clics'],
          ['J+180', 'Suggestion choisie', 'E-mail ou courrier', 'Réachat'],
          ['J+365', 'Anniversaire', 'Courrier', 'Réachat'],
        ],
      },
    },
    {
      chapter,
      title: 'Calendrier',
      paragraphs: [
        'Le calendrier tient compte de la saison et de la charge de l’atelier. Les jalons de décision sont en gras dans le tableau de suivi.',
      ],
      table: {
        head: ['Action', 'T1', 'T2', 'T3', 'T4'],
        rows: [
          ['Étiquette d’origine', '●', '●', '', ''],
          ['Visites', '●', '●', '●', '●'],
          ['Panier en trois étapes', '●', '●', '', ''],
          ['Ligne Essentielle', '', '●', '●', ''],
          ['Relances', '', '●', '●', '●'],
          ['Salon', '', '', '', '●'],
        ],
      },
    },
    {
      chapter,
      title: 'Budget',
      paragraphs: [
        `Le budget est de ${euros(budget)}, soit 4,5 % du chiffre d’affaires, contre 3,9 % l’an dernier. Une réserve de 8 % est prévue.`,
      ],
      table: {
        head: ['Poste', 'Montant', 'Part'],
        rows: [
          ['Communication et presse', share(24), '24 %'],
          ['Site et outils', share(31), '31 %'],
          ['Visites et salon', share(19), '19 %'],
          ['Fidélisation', share(18), '18 %'],
          ['Réserve', share(8), '8 %'],
        ],
      },
    },
  ]
}

function steering(c: DemoCompany): PlanPage[] {
  const chapter = '4. Pilotage'
  return [
    {
      chapter,
      title: 'Tableau de bord',
      paragraphs: [
        'Huit indicateurs suffisent. Ils sont relevés chaque mois et commentés en réunion, avec une décision à chaque écart de plus de 10 %.',
      ],
      table: {
        head: ['Indicateur', 'Cible', 'Alerte', 'Source'],
        rows: [
          ['Chiffre d’affaires', `+9 %`, 'Moins de +5 %', 'Comptabilité'],
          ['Panier moyen', '+4 %', 'En baisse', 'Caisse et site'],
          ['Abandon de panier', '48 %', 'Plus de 55 %', 'Site'],
          ['Réachat', '38 %', 'Moins de 33 %', 'Fichier'],
          ['Avis', '4,6', 'Moins de 4,3', 'Plateformes'],
        ],
      },
    },
    {
      chapter,
      title: 'Rentabilité attendue',
      paragraphs: [
        `La marge supplémentaire attendue est de ${euros(c.revenue * 0.09 * 0.55)} en année pleine. Le retour sur investissement est atteint au dixième mois.`,
        'Une hypothèse basse, à la moitié de la croissance prévue, reste à l’équilibre.',
      ],
      bars: [
        { label: 'Hypothèse basse', value: Math.round(c.revenue * 0.045 * 0.55), unit: 'k€' },
        { label: 'Hypothèse centrale', value: Math.round(c.revenue * 0.09 * 0.55), unit: 'k€' },
        { label: 'Hypothèse haute', value: Math.round(c.revenue * 0.12 * 0.55), unit: 'k€' },
      ],
    },
    {
      chapter,
      title: 'Risques et parades',
      paragraphs: ['Les risques ont été classés avec l’équipe. Chacun a une parade et une personne qui veille.'],
      table: {
        head: ['Risque', 'Gravité', 'Parade'],
        rows: [
          ['Retard de la refonte du site', 'Forte', 'Livraison par étapes, prestataire de secours'],
          ['Hausse de l’énergie', 'Moyenne', 'Prix révisés en juin, séries regroupées'],
          ['Départ d’une personne clé', 'Moyenne', 'Procédures écrites, binômes'],
          ['Critique d’une allégation', 'Forte', 'Relecture, preuves publiées'],
        ],
      },
    },
    {
      chapter,
      title: 'Équipe et organisation',
      paragraphs: [
        'Trois personnes portent le plan. Une réunion de trente minutes a lieu chaque lundi ; le compte rendu tient en une page.',
        'Les postes et les outils sont adaptés : écran agrandi pour une collègue, réunions sous-titrées, documents faciles à lire.',
      ],
      bullets: ['Chargée de communication : prouver.', 'Responsable du site : simplifier.', 'Responsable commerciale : fidéliser.'],
    },
    {
      chapter,
      title: 'Conclusion',
      paragraphs: [
        `Le plan fait connaître ce que ${c.name} fait déjà bien : prouver l’origine et faire durer. Il demande un effort mesuré, et il se corrige en chemin.`,
        'Je propose de commencer par l’étiquette d’origine et par le panier en trois étapes, dont les effets se verront avant l’été.',
      ],
      bullets: ['Première décision attendue : validation du budget.', 'Première mesure : fin mars.'],
    },
  ]
}

/** Pages of annexes: raw figures behind the plan. */
export function annexes(c: DemoCompany, count: number): PlanPage[] {
  return Array.from({ length: count }, (_, index) => ({
    chapter: 'Annexes',
    title: `Annexe ${index + 1} : relevés de la semaine ${12 + index}`,
    paragraphs: ['Relevés bruts, sans retraitement. Les commentaires sont dans le corps du document.'],
    table: {
      head: ['Jour', 'Visites', 'Ventes', 'Panier moyen'],
      rows: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi'].map((day, place) => [
        day,
        String(180 + ((index * 37 + place * 53) % 140)),
        String(14 + ((index * 11 + place * 7 + c.staff) % 19)),
        `${58 + ((index * 13 + place * 9) % 21)} €`,
      ]),
    },
  }))
}
