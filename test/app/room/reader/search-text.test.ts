import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composePageText, runsOf } from '#app/room/reader/pdf/page-text.ts'
import { type IndexedPage, indexPage, searchPages } from '#app/room/reader/search-text.ts'

function pagesOf(...texts: string[]): IndexedPage[] {
  return texts.map((text, index) => indexPage({ page: index + 1, text, runStarts: [0] }))
}

function found(pages: IndexedPage[], query: string): string[] {
  return searchPages(pages, query).map((hit) => `${hit.page}:${hit.match}`)
}

describe('searching the support', () => {
  it.each([
    ['without accents', 'clientele', 'Étude de la clientèle', '1:clientèle'],
    ['with accents the text lacks', 'clientèle', 'ETUDE DE LA CLIENTELE', '1:CLIENTELE'],
    ['whatever the case', 'ÉTUDE', 'une étude', '1:étude'],
    ['across a line break', 'plan marketing', 'un plan\nmarketing complet', '1:plan marketing'],
    ['a word cut at the end of a line', 'commercial', 'le plan commer-\ncial', '1:commer- cial'],
    ['a compound word', 'porte monnaie', 'un porte monnaie', '1:porte monnaie'],
    ['a compound word without its hyphen', 'portemonnaie', 'un porte-monnaie', '1:porte-monnaie'],
    ['through a ligature', 'chiffre', 'le chiﬀre', '1:chiﬀre'],
    ['œ written oe', 'oeuvre', 'mise en œuvre', '1:œuvre'],
    ['either apostrophe', "l'entreprise", 'l’entreprise', '1:l’entreprise'],
    ['a decomposed accent', 'étude', 'une e\u0301tude', '1:e\u0301tude'],
    ['an emoji before it', 'lancement', '🚀 lancement', '1:lancement'],
  ])('finds %s', (_case, query, text, expected) => {
    expect(found(pagesOf(text), query)).toEqual([expected])
  })

  it('lists every place in reading order', () => {
    const pages = pagesOf('prix, Prix', 'rien', 'le prix')
    expect(found(pages, 'prix')).toEqual(['1:prix', '1:Prix', '3:prix'])
  })

  it('finds nothing for spaces only', () => {
    expect(found(pagesOf('un  deux'), '   ')).toEqual([])
  })

  it('shows whole words around the place', () => {
    const text = `${'mot '.repeat(30)}budget ${'suite '.repeat(30)}`
    const [hit] = searchPages(pagesOf(text), 'budget')
    expect(hit?.before).toMatch(/^… (mot )+$/)
    expect(hit?.after).toMatch(/^( suite)+ …$/)
  })

  it('stops at 500 places', () => {
    expect(searchPages(pagesOf('a '.repeat(2_000)), 'a')).toHaveLength(500)
  })

  it('always points to text that reads as the query', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'é', 'É', ' ', '\n', '-', 'œ', '’', '🚀', 'ﬁ'), maxLength: 40 })
    fc.assert(
      fc.property(letters, letters, (text, query) => {
        const pages = pagesOf(text)
        for (const hit of searchPages(pages, query)) {
          expect(hit.start).toBeLessThan(hit.end)
          expect(hit.end).toBeLessThanOrEqual(text.length)
          expect(searchPages(pagesOf(text.slice(hit.start, hit.end)), query).length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('where a passage stands on the page', () => {
  it('cuts a passage along the PDF’s runs, without the line breaks between them', () => {
    const pageText = composePageText(4, [
      { text: 'le plan', endsLine: true },
      { text: 'marketing', endsLine: false },
      { text: ' complet', endsLine: true },
    ])
    expect(pageText.text).toBe('le plan\nmarketing complet\n')
    const start = pageText.text.indexOf('plan')
    expect(runsOf(pageText, start, start + 'plan\nmarketing c'.length)).toEqual([
      { run: 0, from: 3, to: 8 },
      { run: 1, from: 0, to: 9 },
      { run: 2, from: 0, to: 2 },
    ])
  })
})
