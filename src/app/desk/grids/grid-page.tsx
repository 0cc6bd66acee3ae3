import { Anchor, Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import type { PublishedList } from '#contract/grids.ts'
import type { Grid } from '#domain/grid.ts'
import { formatDate } from '../../shared/formatters.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import { useAnswer } from '../use-answer.ts'
import { GridReading } from './grid-reading.tsx'
import { editPath } from './grids-page.tsx'
import { VersionComparison } from './version-comparison.tsx'

const COMPARED = 'comparer'

/** One published grid: what it says, and how it differs from another version. */
export function GridPage() {
  const { t } = useTranslation('grids')
  const { hash = '' } = useParams()
  const may = useMay()
  const loaded = useAnswer('grid', { gridHash: hash })
  const published = useAnswer('published')
  const summary = published.value?.grids.find((grid) => grid.hash === hash)
  return (
    <>
      <Anchor component={Link} to="/coordination/grilles">
        ← {t('prepare.back')}
      </Anchor>
      <PageHeader title={loaded.value?.grid.title ?? t('list.title')} opensVisit>
        {summary && t('page.version', { version: summary.version, date: formatDate(summary.publishedAt.slice(0, 10)) })}
      </PageHeader>
      {may('publishGrid') && (
        <div className={styles['tools']}>
          <Button component={Link} to={editPath({ hash })}>
            {t('list.edit')}
          </Button>
        </div>
      )}
      <Answered loaded={loaded}>
        {({ grid }) => (
          <>
            {published.value && <Compare grid={grid} hash={hash} list={published.value} />}
            <GridReading grid={grid} />
          </>
        )}
      </Answered>
    </>
  )
}

function Compare({ grid, hash, list }: { grid: Grid; hash: string; list: PublishedList }) {
  const { t } = useTranslation('grids')
  const [search, setSearch] = useSearchParams()
  const others = list.grids.filter((other) => other.id === grid.id && other.hash !== hash)
  const chosen = others.find((other) => other.hash === search.get(COMPARED))
  return (
    <section className={styles['section']} aria-labelledby="compare-versions">
      <h2 id="compare-versions">{t('page.compareTitle')}</h2>
      {others.length === 0 ? (
        <p className={styles['plain']}>{t('page.noOther')}</p>
      ) : (
        <NativeSelect
          label={t('page.compareWith')}
          maw={420}
          value={chosen?.hash ?? ''}
          onChange={(event) =>
            setSearch(event.currentTarget.value === '' ? {} : { [COMPARED]: event.currentTarget.value }, { replace: true })
          }
          data={[
            { value: '', label: t('page.choose') },
            ...others.map((other) => ({
              value: other.hash,
              label: t('page.version', { version: other.version, date: formatDate(other.publishedAt.slice(0, 10)) }),
            })),
          ]}
        />
      )}
      {chosen && <VersionComparison otherHash={chosen.hash} grid={grid} />}
    </section>
  )
}
