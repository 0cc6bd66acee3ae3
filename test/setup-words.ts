import { french, i18n } from '#texts/i18n.ts'

// Tests ask for texts by their words: the no-break spaces between them have their own test (test/texts).
for (const [namespace, texts] of Object.entries(french)) i18n.addResourceBundle('fr', namespace, texts, true, true)
