/** An invented company that a candidate's marketing plan is about. Every figure of the document derives from these. */
export interface DemoCompany {
  name: string
  city: string
  trade: string
  offer: string
  customers: string
  competitors: [string, string, string]
  /** Thousands of euros. */
  revenue: number
  /** Yearly growth of its market, percent. */
  growth: number
  staff: number
}

export const DEMO_COMPANIES: readonly DemoCompany[] = [
  {
    name: 'Les Ateliers du Lin',
    city: 'Caen',
    trade: 'linge de maison en lin normand',
    offer: 'des parures, nappes et rideaux en lin cultivé et tissé à moins de 150 km',
    customers: 'des familles urbaines de 30 à 55 ans attachées aux produits durables',
    competitors: ['Maison Varenne', 'Blanc Coton', 'Draps & Saisons'],
    revenue: 2_450,
    growth: 6,
    staff: 18,
  },
  {
    name: 'Vélo Loire Services',
    city: 'Tours',
    trade: 'location et entretien de vélos à assistance électrique',
    offer: 'des abonnements vélo pour les salariés, entretien à domicile compris',
    customers: 'des entreprises de 50 à 500 salariés engagées dans un plan de mobilité',
    competitors: ['Roue Libre Pro', 'Cyclo Flotte', 'Mobilis Ouest'],
    revenue: 1_820,
    growth: 14,
    staff: 23,
  },
  {
    name: 'Conserverie des Marais',
    city: 'Rochefort',
    trade: 'conserves de légumes et de poissons de la côte',
    offer: 'des recettes courtes, en bocaux consignés, sans additif',
    customers: 'des épiceries fines, des magasins biologiques et des particuliers en ligne',
    competitors: ['Bocaux d’Autrefois', 'Côte & Terroir', 'La Belle Pêche'],
    revenue: 3_100,
    growth: 4,
    staff: 31,
  },
  {
    name: 'Studio Papier Plume',
    city: 'Lyon',
    trade: 'papeterie et cadeaux personnalisés',
    offer: 'des carnets reliés à la main et des coffrets composés en ligne',
    customers: 'des jeunes actives et actifs, et des services de ressources humaines',
    competitors: ['Encre Bleue', 'Carnet & Co', 'La Fabrique à Mots'],
    revenue: 980,
    growth: 9,
    staff: 9,
  },
  {
    name: 'Aqualis Piscines',
    city: 'Montpellier',
    trade: 'entretien de piscines et économies d’eau',
    offer: 'des contrats d’entretien à l’année avec suivi de la consommation d’eau',
    customers: 'des campings, des copropriétés et des particuliers',
    competitors: ['Bleu Lagon Services', 'Hydro Sud', 'Clair Bassin'],
    revenue: 2_060,
    growth: 5,
    staff: 16,
  },
  {
    name: 'Maison Théodule',
    city: 'Nantes',
    trade: 'traiteur et plateaux-repas d’entreprise',
    offer: 'des repas de saison livrés à vélo dans des contenants réutilisables',
    customers: 'des entreprises du centre et des organisateurs de séminaires',
    competitors: ['Table Nomade', 'Pause Midi', 'Les Gourmets Pressés'],
    revenue: 1_540,
    growth: 8,
    staff: 21,
  },
]
