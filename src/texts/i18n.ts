import i18next, { type i18n as I18n, type TFunction } from 'i18next'
import { calibration } from './fr/calibration.ts'
import { domain } from './fr/domain.ts'
import { interests } from './fr/interests.ts'
import { problems } from './fr/problems.ts'
import { reader } from './fr/reader.ts'
import { room } from './fr/room.ts'
import { shared } from './fr/shared.ts'
import { transcription } from './fr/transcription.ts'
import { transfer } from './fr/transfer.ts'
import { vault } from './fr/vault.ts'
import { catalogueWithFrenchSpaces } from './french-spaces.ts'
import type { officeTexts } from './office-texts.ts'
import type { pageTexts } from './page-texts.ts'

/** What a juror's first screen may need. Others join with their pages (pages.ts) and the office (office.ts): the room's first load stays small. */
export const firstTexts = { shared, room, reader, transcription, calibration, transfer, interests, vault, problems, domain } as const

/** The one catalogue: every text a person reads, on screens, in problem documents and in files. Typed, so a missing text fails the build. */
export type Catalogue = typeof firstTexts & typeof pageTexts & typeof officeTexts

const NAMESPACES = [
  'shared',
  'room',
  'oral',
  'presenceSignature',
  'reader',
  'transcription',
  'calibration',
  'transfer',
  'deliberation',
  'interests',
  'vault',
  'verify',
  'problems',
  'domain',
  'desk',
  'minutes',
  'grids',
  'results',
  'accounts',
  'prepare',
  'paper',
  'convocations',
  'documents',
  'dataProtection',
  'mail',
] as const satisfies readonly (keyof Catalogue)[]

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared'
    resources: Catalogue
    returnNull: false
  }
}

export const i18n: I18n = i18next.createInstance()

void i18n.init({
  lng: 'fr',
  fallbackLng: 'fr',
  ns: NAMESPACES,
  defaultNS: 'shared',
  resources: { fr: catalogueWithFrenchSpaces(firstTexts) },
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
  parseMissingKeyHandler: (key) => {
    throw new Error(`missing text: ${key}`)
  },
})

/** Translates outside React (server, worker): `t('problems:conflict.title')`. Components use react-i18next's `useTranslation`. */
export const t: TFunction<typeof NAMESPACES> = i18n.getFixedT('fr', NAMESPACES)
