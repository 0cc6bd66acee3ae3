import { catalogueWithFrenchSpaces } from './french-spaces.ts'
import { i18n } from './i18n.ts'
import { pageTexts } from './page-texts.ts'

/* Importing this file adds the texts of these pages to the catalogue. Each page's first file imports it, and so does the office. */
for (const [namespace, texts] of Object.entries(catalogueWithFrenchSpaces(pageTexts))) {
  i18n.addResourceBundle('fr', namespace, texts, true, true)
}
