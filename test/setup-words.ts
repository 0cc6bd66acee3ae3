import { firstTexts, i18n } from '#texts/i18n.ts'
import { officeTexts } from '#texts/office-texts.ts'
import { pageTexts } from '#texts/page-texts.ts'
import '#texts/office.ts'

// Tests ask for texts by their words: the no-break spaces between them have their own test (test/texts).
for (const [namespace, texts] of Object.entries({ ...firstTexts, ...pageTexts, ...officeTexts }))
  i18n.addResourceBundle('fr', namespace, texts, true, true)
