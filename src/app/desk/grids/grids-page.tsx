import { Anchor, Button } from '@mantine/core'
import { IconDownload, IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FrameworkSummary, GridSummary, PublishedList } from '#contract/grids.ts'
import { formatDate } from '../../shared/formatters.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { certifierPath } from '../results/certifier-page.tsx'
import { useMay } from '../rights.ts'
import tableStyles from '../table.module.css'
import { useAnswer } from '../use-answer.ts'
import { FrameworkDownloads } from './framework-downloads.tsx'
import { usePartWords } from './grid-words.ts'

/** Every published grid and framework, and what can be made of them. */
export function GridsPage() {
  const { t } = useTranslation('grids')
  const published = useAnswer('published')
  return (
    <>
      <PageHeader title={t('list.title')} opensVisit>
        {t('list.intro')}
      </PageHeader>
      <Answered loaded={published}>
        {(list) => (
          <>
            <GridTable list={list} />
            <FrameworkTable frameworks={list.frameworks} />
          </>
        )}
      </Answered>
    </>
  )
}

function GridTable({ list }: { list: PublishedList }) {
  const { t } = useTranslation('grids')
  const partWords = usePartWords()
  const may = useMay()
  // Newest first: the first of each id is the one in force.
  const current = new Set(
    list.grids.filter((grid, place) => list.grids.findIndex(({ id }) => id === grid.id) === place).map(({ hash }) => hash),
  )
  const rows = [...list.grids].sort((a, b) => a.id.localeCompare(b.id))
  return (
    <section className={styles['section']} aria-labelledby="published-grids">
      <h2 id="published-grids">{t('list.grids')}</h2>
      <table className={tableStyles['table']} aria-labelledby="published-grids">
        <thead>
          <tr>
            <th scope="col">{t('list.columns.title')}</th>
            <th scope="col">{t('list.columns.part')}</th>
            <th scope="col">{t('list.columns.duration')}</th>
            <th scope="col">{t('list.columns.version')}</th>
            <th scope="col">{t('list.columns.published')}</th>
            {may('publishGrid') && <th scope="col">{t('list.columns.acts')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((grid) => (
            <tr key={grid.hash}>
              <th scope="row">
                <div className={styles['cell']}>
                  <Anchor component={Link} to={gridPath(grid)} fw={650}>
                    {grid.title}
                  </Anchor>
                  <span className={styles['soft']}>{grid.id}</span>
                </div>
              </th>
              <td data-label={t('list.columns.part')}>{partWords(grid.part)}</td>
              <td data-label={t('list.columns.duration')} className="cdj-figures">
                {t('list.minutes', { count: grid.durationMinutes })}
              </td>
              <td data-label={t('list.columns.version')}>
                <div className={styles['cell']}>
                  {grid.version}
                  <span className={styles['soft']}>{current.has(grid.hash) ? t('list.current') : t('list.earlier')}</span>
                </div>
              </td>
              <td data-label={t('list.columns.published')}>{formatDate(grid.publishedAt.slice(0, 10))}</td>
              {may('publishGrid') && (
                <td data-label={t('list.columns.acts')}>
                  <Anchor component={Link} to={editPath(grid)} aria-label={t('list.editOf', grid)}>
                    {t('list.edit')}
                  </Anchor>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FrameworkTable({ frameworks }: { frameworks: readonly FrameworkSummary[] }) {
  const { t } = useTranslation(['grids', 'results'])
  const may = useMay()
  return (
    <section className={styles['section']} aria-labelledby="published-frameworks">
      <h2 id="published-frameworks">{t('list.frameworks')}</h2>
      {may('publishFramework') && (
        <div className={styles['tools']}>
          <Button component={Link} to="/coordination/referentiels/import" leftSection={<IconFileImport size={18} aria-hidden />}>
            {t('list.importFramework')}
          </Button>
        </div>
      )}
      <table className={tableStyles['table']} aria-labelledby="published-frameworks">
        <thead>
          <tr>
            <th scope="col">{t('list.columns.title')}</th>
            <th scope="col">{t('list.columns.version')}</th>
            <th scope="col">{t('list.columns.published')}</th>
            <th scope="col">{t('list.columns.acts')}</th>
          </tr>
        </thead>
        <tbody>
          {frameworks.map((framework) => (
            <tr key={framework.hash}>
              <th scope="row">
                <div className={styles['cell']}>
                  {framework.title}
                  <span className={styles['soft']}>{framework.id}</span>
                </div>
              </th>
              <td data-label={t('list.columns.version')}>{framework.version}</td>
              <td data-label={t('list.columns.published')}>{formatDate(framework.publishedAt.slice(0, 10))}</td>
              <td data-label={t('list.columns.acts')}>
                <div className={styles['tools']}>
                  {may('publishGrid') && (
                    <Anchor
                      component={Link}
                      to={`/coordination/referentiels/${encodeURIComponent(framework.hash)}/grilles`}
                      aria-label={t('list.prepareOf', framework)}
                    >
                      {t('list.prepare')}
                    </Anchor>
                  )}
                  <Anchor component={Link} to={certifierPath(framework.id)} aria-label={t('results:certifier.linkOf', framework)}>
                    {t('results:certifier.link')}
                  </Anchor>
                  <FrameworkDownloads framework={framework} icon={<IconDownload size={16} aria-hidden />} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function gridPath({ hash }: Pick<GridSummary, 'hash'>): string {
  return `/coordination/grilles/${encodeURIComponent(hash)}`
}

export function editPath({ hash }: Pick<GridSummary, 'hash'>): string {
  return `/coordination/grilles/nouvelle?from=${encodeURIComponent(hash)}`
}
