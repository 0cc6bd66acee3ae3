import { v5 as uuidV5 } from 'uuid'
import { type CasePackage, casePackage } from '#domain/case-package.ts'
import { t } from '#texts/i18n.ts'
import type { Db } from '../storage/engine.ts'
import { currentGrids, findFramework, listPublished } from '../storage/published.ts'

/** The project's own name space: every identifier of an export is made in it, so it never changes. */
const NAMESPACE = '0b7a5f2e-6c0d-5a43-9d0b-3f7e2f7c9a11'

/** A published framework and its grids in force as a 1EdTech CASE package, or null. */
export async function frameworkCase(db: Db, hash: string): Promise<CasePackage | null> {
  const framework = await findFramework(db, hash)
  if (framework === null) return null
  const list = await listPublished(db)
  const publishedAt = new Map([...list.frameworks, ...list.grids].map((document) => [document.hash, document.publishedAt]))
  const grids = (await currentGrids(db)).filter(({ grid }) => grid.framework.hash === hash)
  return casePackage({
    framework,
    publishedAt: publishedAt.get(hash) ?? '',
    grids: grids.map(({ grid, hash: gridHash }) => ({ grid, publishedAt: publishedAt.get(gridHash) ?? '' })),
    uuidOf: (name) => uuidV5(name, NAMESPACE),
    words: {
      itemType: {
        block: t('grids:case.block'),
        activity: t('grids:case.activity'),
        competence: t('grids:case.competence'),
        criterion: t('grids:case.criterion'),
        indicator: t('grids:case.indicator'),
      },
      verdict: {
        acquired: t('domain:verdict.acquired'),
        inProgress: t('domain:verdict.inProgress'),
        notAcquired: t('domain:verdict.notAcquired'),
      },
      points: (points) => t('grids:case.points', { points }),
    },
  })
}
