import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { useAnswer } from '../use-answer.ts'
import { usePartWords } from './grid-words.ts'

/** The grids a framework's text suggests, each to be finished in the editor before it is published. */
export function PreparePage() {
  const { t } = useTranslation('grids')
  const { frameworkHash = '' } = useParams()
  const partWords = usePartWords()
  const loaded = useAnswer('framework', { frameworkHash })
  const published = useAnswer('published')
  return (
    <>
      <Anchor component={Link} to="/coordination/grilles">
        ← {t('prepare.back')}
      </Anchor>
      <PageHeader title={t('prepare.title')} opensVisit>
        {t('prepare.intro')}
      </PageHeader>
      <Answered loaded={loaded}>
        {({ framework }) => (
          <section className={styles['section']} aria-labelledby="suggested-grids">
            <h2 id="suggested-grids">{framework.title}</h2>
            <ul className={styles['list']}>
              {defaultGrids(framework, { id: framework.id, version: framework.version, hash: frameworkHash }).map((grid) => (
                <li key={grid.id} className={styles['concern']}>
                  <div>
                    <strong>{grid.title}</strong>
                    <br />
                    {partWords(grid.part)}, {t('list.minutes', { count: grid.durationMinutes })}
                    {published.value?.grids.some(({ id }) => id === grid.id) && `, ${t('prepare.gridPublished')}`}
                  </div>
                  <Anchor
                    component={Link}
                    to={`/coordination/grilles/nouvelle?referentiel=${encodeURIComponent(frameworkHash)}&grille=${encodeURIComponent(grid.id)}`}
                    aria-label={t('prepare.openOf', grid)}
                  >
                    {t('prepare.open')}
                  </Anchor>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Answered>
    </>
  )
}
