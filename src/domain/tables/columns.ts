import { headOf, plainWords, type Table } from './table.ts'

/** What a table lists. */
export type TableKind = 'candidates' | 'jurors' | 'orals'
export const TABLE_KINDS: readonly TableKind[] = ['candidates', 'jurors', 'orals']

interface ColumnRule {
  /** Nothing can be read without it. */
  compulsory?: true
  /** Tables of another kind have it as often: it does not tell what a table lists. */
  telling?: false
  /** Other names French coordinators give it, as `plainWords` writes them. The first is the template's. */
  names: readonly string[]
}

/** Every column that is understood. A civil identity and a juror's address stay at the desk; the others make the session. */
export const COLUMNS = {
  candidates: {
    number: {
      compulsory: true,
      names: [
        'numero',
        'n',
        'no',
        'num',
        'n candidat',
        'numero candidat',
        'numero de candidat',
        'matricule',
        'code candidat',
        'id',
        'identifiant',
        'dossier',
        'numero de dossier',
      ],
    },
    lastName: { compulsory: true, names: ['nom', 'nom de famille', 'nom usuel', 'nom candidat', 'nom du candidat'] },
    firstName: { compulsory: true, names: ['prenom', 'prenom usuel', 'prenom candidat', 'prenom du candidat'] },
    blocks: { names: ['blocs', 'bloc', 'blocs presentes', 'blocs inscrits', 'bccp', 'epreuves', 'inscription'] },
    acquiredBefore: {
      names: ['blocs acquis', 'blocs deja acquis', 'blocs valides', 'blocs deja valides', 'blocs obtenus', 'acquis', 'deja acquis'],
    },
    extraTime: { names: ['tiers temps', 'temps majore', 'majoration', 'temps supplementaire', '1 3 temps', 'majoration de temps'] },
    accommodation: { names: ['amenagement', 'amenagements', 'amenagement accorde', 'effet de l amenagement'] },
    birthName: { names: ['nom de naissance', 'nom naissance', 'nom patronymique', 'nom de jeune fille'] },
    firstNames: { names: ['prenoms', 'prenoms etat civil', 'tous les prenoms', 'prenoms de naissance'] },
    birthDate: { names: ['date de naissance', 'date naissance', 'ne e le', 'ne le', 'naissance', 'ddn'] },
    sex: { names: ['sexe', 'civilite', 'genre'] },
    insee: { names: ['code insee', 'insee', 'code commune', 'code commune de naissance', 'code insee de naissance'] },
    postalCode: { names: ['code postal de naissance', 'code postal', 'cp naissance', 'cp'] },
    commune: { names: ['commune de naissance', 'ville de naissance', 'lieu de naissance', 'commune'] },
    countryCode: { names: ['code pays', 'code pays de naissance'] },
    country: { names: ['pays de naissance', 'pays'] },
  },
  jurors: {
    lastName: { compulsory: true, names: ['nom', 'nom de famille', 'nom du jure', 'nom jure'] },
    firstName: { compulsory: true, names: ['prenom', 'prenom du jure', 'prenom jure'] },
    quality: { names: ['qualite', 'fonction', 'profession', 'metier', 'poste', 'statut'] },
    external: { names: ['externe', 'exterieur', 'membre externe', 'externe interne'] },
    panel: { names: ['jury', 'jurys', 'groupe', 'commission', 'nom du jury', 'numero de jury'] },
    president: { names: ['president', 'presidente', 'presidence', 'president e', 'role'] },
    room: { names: ['salle', 'lieu', 'salle du jury'] },
    email: {
      telling: false,
      names: [
        'e mail',
        'email',
        'courriel',
        'mail',
        'mel',
        'adresse e mail',
        'adresse email',
        'adresse mail',
        'adresse mel',
        'adresse courriel',
        'adresse de courriel',
        'adresse electronique',
        'adresse de messagerie',
        'courrier electronique',
      ],
    },
  },
  orals: {
    number: {
      compulsory: true,
      names: [
        'numero',
        'candidat',
        'n',
        'no',
        'num',
        'n candidat',
        'numero candidat',
        'numero de candidat',
        'matricule',
        'code candidat',
        'dossier',
        'numero de dossier',
      ],
    },
    part: { compulsory: true, names: ['epreuve', 'bloc', 'oral', 'partie', 'type d oral', 'blocs'] },
    date: { names: ['date', 'jour', 'date de l oral', 'date de passage', 'date epreuve'] },
    time: { names: ['heure', 'horaire', 'heure de passage', 'debut', 'heure de debut', 'h'] },
    panel: { names: ['jury', 'groupe', 'commission', 'nom du jury', 'numero de jury'] },
    room: { names: ['salle', 'lieu'] },
    scenario: { names: ['scenario', 'sujet', 'cas', 'jeu de role', 'mise en situation'] },
  },
} as const satisfies Record<TableKind, Record<string, ColumnRule>>

export type ColumnKey<Kind extends TableKind = TableKind> = Kind extends TableKind ? keyof (typeof COLUMNS)[Kind] & string : never

/** The place (from 0) of each understood column in a table. */
export type Mapping = Partial<Record<ColumnKey, number>>

/** A table, what it lists, and where its columns are. */
export interface MappedTable {
  table: Table
  /** Null: the table is left out. */
  kind: TableKind | null
  mapping: Mapping
}

/** The columns a kind of table understands, the template's order. */
export function columnKeys(kind: TableKind): ColumnKey[] {
  return Object.keys(COLUMNS[kind]) as ColumnKey[]
}

export function isCompulsory(kind: TableKind, key: ColumnKey): boolean {
  return ruleOf(kind, key)?.compulsory === true
}

function ruleOf(kind: TableKind, key: ColumnKey): ColumnRule | undefined {
  return (COLUMNS[kind] as Partial<Record<ColumnKey, ColumnRule>>)[key]
}

/** Where each column is, by its name or a name people also give it. A name met twice counts once. */
export function detectMapping(table: Table, kind: TableKind): Mapping {
  const head = headOf(table).map(plainWords)
  const taken = new Set<number>()
  const mapping: Mapping = {}
  for (const key of columnKeys(kind)) {
    for (const name of ruleOf(kind, key)?.names ?? []) {
      const place = head.findIndex((word, index) => word === name && !taken.has(index))
      if (place < 0) continue
      mapping[key] = place
      taken.add(place)
      break
    }
  }
  return mapping
}

const KIND_NAMES: Record<TableKind, RegExp> = {
  candidates: /candidat|inscrit|stagiaire|apprenant/,
  jurors: /jure|jury|membre|examinat/,
  orals: /ora(l|ux)|planning|passage|convocation|epreuve/,
}

/** What a table lists: by its name where it says so, else by the kind whose columns it has most of. Null when none fits. */
export function detectKind(table: Table): TableKind | null {
  const name = plainWords(table.name)
  const fits = TABLE_KINDS.map((kind) => {
    const mapping = detectMapping(table, kind)
    const lacks = columnKeys(kind).filter((key) => isCompulsory(kind, key) && mapping[key] === undefined).length
    const found = columnKeys(kind).filter((key) => mapping[key] !== undefined && ruleOf(kind, key)?.telling !== false).length
    return { kind, found, lacks, isNamed: KIND_NAMES[kind].test(name) }
  })
  const named = fits.filter((fit) => fit.isNamed && fit.found > 0)
  const [best] = (named.length > 0 ? named : fits.filter((fit) => fit.lacks === 0)).sort((a, b) => a.lacks - b.lacks || b.found - a.found)
  return best?.kind ?? null
}

/** Each table with what it seems to list; a person can change it. */
export function mapTables(tables: readonly Table[]): MappedTable[] {
  return tables.map((table) => {
    const kind = detectKind(table)
    return { table, kind, mapping: kind === null ? {} : detectMapping(table, kind) }
  })
}
