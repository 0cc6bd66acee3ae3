import i18next, { type i18n as I18n, type TFunction } from 'i18next'
import { accounts } from './fr/accounts.ts'
import { deliberation } from './fr/deliberation.ts'
import { desk } from './fr/desk.ts'
import { documents } from './fr/documents.ts'
import { domain } from './fr/domain.ts'
import { grids } from './fr/grids.ts'
import { minutes } from './fr/minutes.ts'
import { oral } from './fr/oral.ts'
import { prepare } from './fr/prepare.ts'
import { problems } from './fr/problems.ts'
import { reader } from './fr/reader.ts'
import { results } from './fr/results.ts'
import { room } from './fr/room.ts'
import { shared } from './fr/shared.ts'
import { transfer } from './fr/transfer.ts'
import { vault } from './fr/vault.ts'
import { verify } from './fr/verify.ts'
import { catalogueWithFrenchSpaces } from './french-spaces.ts'

/** The one catalogue: every text a person reads, on screens, in problem documents and in files. Typed, so a missing text fails the build. */
export const french = {
  shared,
  room,
  oral,
  reader,
  transfer,
  deliberation,
  vault,
  desk,
  minutes,
  grids,
  results,
  verify,
  accounts,
  prepare,
  problems,
  documents,
  domain,
} as const

const NAMESPACES = [
  'shared',
  'room',
  'oral',
  'reader',
  'transfer',
  'deliberation',
  'vault',
  'desk',
  'minutes',
  'grids',
  'results',
  'verify',
  'accounts',
  'prepare',
  'problems',
  'documents',
  'domain',
] as const satisfies readonly (keyof typeof french)[]

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared'
    resources: typeof french
    returnNull: false
  }
}

export const i18n: I18n = i18next.createInstance()

void i18n.init({
  lng: 'fr',
  fallbackLng: 'fr',
  ns: NAMESPACES,
  defaultNS: 'shared',
  resources: { fr: catalogueWithFrenchSpaces(french) },
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
  parseMissingKeyHandler: (key) => {
    throw new Error(`missing text: ${key}`)
  },
})

/** Translates outside React (server, worker): `t('problems:conflict.title')`. Components use react-i18next's `useTranslation`. */
export const t: TFunction<typeof NAMESPACES> = i18n.getFixedT('fr', NAMESPACES)
