import { catalogueWithFrenchSpaces } from './french-spaces.ts'
import { i18n } from './i18n.ts'
import { officeTexts } from './office-texts.ts'
import './pages.ts'

/*
 * Importing this file adds the office's texts to the catalogue. Whatever shows one of them imports it: the desk, the page of minutes, the
 * server.
 */
for (const [namespace, texts] of Object.entries(catalogueWithFrenchSpaces(officeTexts))) {
  i18n.addResourceBundle('fr', namespace, texts, true, true)
}
