import { currentDeclarations, type InterestLink } from '#domain/interests.ts'
import type { DeskNotes } from '#domain/preparation.ts'
import type { Db } from '../../storage/engine.ts'
import { declaredInterests } from '../../storage/interests.ts'

/** What is kept of jurors' links with one candidate. Whose they are stays out: it would name the jurors, and tell who noted what. */
export interface LinksAbout {
  links: {
    /** A juror's own signed declaration, or a note taken at the desk. */
    from: 'juror' | 'desk'
    kind: InterestLink['kind'] | null
    words: string
    /** By the juror's device; null for the desk's. */
    statedAt: string | null
  }[]
  /** How many jurors declared that they have none. */
  withoutLink: number
  /** When jurors stood aside for the candidate, and why. */
  recusals: Pick<DeskNotes['recusals'][number], 'day' | 'reason'>[]
}

/** Each juror's last declaration, what the desk noted itself, and who stood aside. */
export async function linksAbout(
  db: Db,
  sessionId: string,
  candidateId: string,
  notes: Pick<DeskNotes, 'interests' | 'recusals'> | null,
): Promise<LinksAbout> {
  const isOwn = (one: { candidateId: string }) => one.candidateId === candidateId
  const declared = currentDeclarations(await declaredInterests(db, sessionId)).filter(isOwn)
  const noted = (notes?.interests ?? []).filter((interest) => isOwn(interest) && interest.declared !== true)
  return {
    links: [
      ...declared.flatMap(({ link, statedAt }) => (link === null ? [] : [{ from: 'juror' as const, ...link, statedAt }])),
      ...noted.map(({ note }) => ({ from: 'desk' as const, kind: null, words: note, statedAt: null })),
    ],
    withoutLink: declared.filter(({ link }) => link === null).length,
    recusals: (notes?.recusals ?? []).filter(isOwn).map(({ day, reason }) => ({ day, reason })),
  }
}
