import type { Candidate } from './exam-session.ts'
import type { Preparation } from './preparation.ts'
import { type NamedGrid, namesOfPart } from './tables/parts.ts'
import { plainWords } from './tables/table.ts'

/** Whose support a file seems to be, and of which part; null for what its name does not tell. */
export interface SupportMatch {
  candidateId: string | null
  gridId: string | null
}

/**
 * Reads a file's name: a part (`B1`, `bloc 2`), then a candidate by number, else by last and first name, else by a last name nobody shares.
 * A number is only looked for once the part is put aside: in `bloc 1` the 1 is no candidate.
 */
export function matchSupport(fileName: string, candidates: readonly Candidate[], grids: readonly NamedGrid[]): SupportMatch {
  const words = ` ${plainWords(fileName.replace(/\.pdf$/i, ''))} `
  const { gridId, rest } = takePart(words, grids)
  const has = (text: string) => text.trim() !== '' && rest.includes(` ${plainWords(text)} `)
  const byNumber = candidates.filter(({ number }) => has(number))
  const byName = candidates.filter(({ lastName, firstName }) => has(lastName) && has(firstName))
  const byLastName = candidates.filter(({ lastName }) => has(lastName))
  const found = [byNumber, byName, byLastName].find((list) => list.length === 1)?.[0]
  return { candidateId: found?.id ?? null, gridId }
}

function takePart(words: string, grids: readonly NamedGrid[]): { gridId: string | null; rest: string } {
  for (const grid of grids) {
    // A bare digit may be anything in a file's name.
    for (const name of namesOfPart(grid).filter((one) => one.length >= 2 && !/^\d+$/.test(one))) {
      if (words.includes(` ${name} `)) return { gridId: grid.id, rest: words.replace(` ${name} `, ' ') }
    }
  }
  return { gridId: null, rest: words }
}

/** The session with these supports, each oral bound to its candidate's support of its part. One support a candidate and part: the latest. */
export function withSupports(preparation: Preparation, supports: readonly Preparation['supports'][number][]): Preparation {
  const keyOf = ({ candidateId, gridId }: { candidateId: string; gridId: string }) => `${candidateId}/${gridId}`
  const latest = new Map(supports.map((support) => [keyOf(support), support]))
  const kept = new Set([...latest.values()].map(({ id }) => id))
  return {
    ...preparation,
    supports: [...latest.values()],
    orals: preparation.orals.map((oral) => ({ ...oral, supportId: latest.get(keyOf(oral))?.id ?? null })),
    exceptions: preparation.exceptions.filter(({ supportId }) => kept.has(supportId)),
  }
}
