import type { FieldIssue } from '#contract/problems.ts'
import type { KnownGrid } from '#domain/import-file.ts'
import type { Preparation } from '#domain/preparation.ts'
import { checkPreparation, type PreparationIssue, publicationGaps } from '#domain/preparation-check.ts'
import { t } from '#texts/i18n.ts'
import type { Db } from '../storage/engine.ts'
import { storedSupportSizes } from '../storage/supports.ts'

/** A session being prepared may still have these: its planning page names them. */
const OF_THE_SCHEDULE: readonly PreparationIssue['code'][] = ['oralOutsideDates', 'jurorInTwoPlaces', 'candidateInTwoPlaces']

/** What keeps a preparation from being kept at all: its parts do not fit together. `whole`: its schedule must hold too. */
export async function preparationIssues(
  db: Db,
  preparation: Preparation,
  grids: readonly KnownGrid[],
  { whole }: { whole: boolean },
): Promise<FieldIssue[]> {
  const names = namesOf(preparation)
  const issues = checkPreparation(preparation, grids)
    .filter(({ code }) => whole || !OF_THE_SCHEDULE.includes(code))
    .map(({ part, index, field, code, value }) => ({
      path: index === null ? `${part}.${field}` : `${part}[${index}].${field}`,
      message: t(`documents:import.issue.${code}`, { value: names.get(value) ?? value }),
    }))
  return [...issues, ...referenceIssues(preparation), ...(await supportIssues(db, preparation))]
}

function namesOf({ candidates, jurors, panels }: Preparation): Map<string, string> {
  const people = [...candidates, ...jurors].map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`] as const)
  return new Map([...people, ...panels.map(({ id, name }) => [id, name] as const)])
}

/** Links between parts that the import file does not have. */
function referenceIssues({ orals, supports, interests, candidates, jurors }: Preparation): FieldIssue[] {
  const supportIds = new Set(supports.map(({ id }) => id))
  const candidateIds = new Set(candidates.map(({ id }) => id))
  const jurorIds = new Set(jurors.map(({ id }) => id))
  const message = t('prepare:server.brokenLink')
  return [
    ...orals.flatMap(({ supportId }, index) =>
      supportId !== null && !supportIds.has(supportId) ? [{ path: `orals[${index}].supportId`, message }] : [],
    ),
    ...supports.flatMap(({ candidateId }, index) =>
      candidateIds.has(candidateId) ? [] : [{ path: `supports[${index}].candidateId`, message }],
    ),
    ...interests.flatMap(({ jurorId, candidateId }, index) =>
      jurorIds.has(jurorId) && candidateIds.has(candidateId) ? [] : [{ path: `interests[${index}]`, message }],
    ),
  ]
}

/** A support is only what was received: its bytes are stored, as many as it says. */
async function supportIssues(db: Db, { supports }: Preparation): Promise<FieldIssue[]> {
  const sizes = await storedSupportSizes(db, [...new Set(supports.map(({ sha256 }) => sha256))])
  return supports.flatMap(({ sha256, bytes }, index) =>
    sizes.get(sha256) === bytes ? [] : [{ path: `supports[${index}].sha256`, message: t('prepare:server.supportNotReceived') }],
  )
}

/** What is missing before jurors may receive the session, in words. */
export function gapIssues(preparation: Preparation): FieldIssue[] {
  return publicationGaps(preparation).map(({ code, ids }) => ({ path: code, message: t(`prepare:gap.${code}`, { count: ids.length }) }))
}
