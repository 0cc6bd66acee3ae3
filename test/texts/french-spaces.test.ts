import { describe, expect, it, vi } from 'vitest'
import { withFrenchSpaces } from '#texts/french-spaces.ts'

describe('no-break spaces', () => {
  it.each([
    ['Motif : absent', 'Motif\u00a0: absent'],
    ['Prêt ? Oui ! Enfin ; voilà', 'Prêt\u00a0? Oui\u00a0! Enfin\u00a0; voilà'],
    ['Touchez « Écrire ici », puis', 'Touchez «\u00a0Écrire ici\u00a0», puis'],
    ['50 % et 3 €', '50\u00a0% et 3\u00a0€'],
    ['à 08:30, https://exemple.fr', 'à 08:30, https://exemple.fr'],
    ['«\u00a0déjà\u00a0»', '«\u00a0déjà\u00a0»'],
  ])('%j', (plain, typeset) => {
    expect(withFrenchSpaces(plain)).toBe(typeset)
  })

  it('leaves what a person wrote as it was written', async () => {
    const { t } = await freshTexts()
    expect(t('oral:timeline.note', { text: 'Quel budget ?' })).toBe('Note\u00a0: Quel budget ?')
  })

  it('holds for every text of the catalogue', async () => {
    const { i18n } = await freshTexts()
    const texts = Object.values(i18n.getDataByLanguage('fr') ?? {}).flatMap(textsIn)
    expect(texts.length).toBeGreaterThan(500)
    expect(texts.filter((text) => / [:;!?»%€]|« /.test(text))).toEqual([])
  })
})

/** The catalogue as the app has it: tests otherwise get plain spaces (test/setup-words.ts). */
async function freshTexts() {
  vi.resetModules()
  await import('#texts/office.ts')
  return await import('#texts/i18n.ts')
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
