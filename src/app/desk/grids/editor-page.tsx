import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import type { Grid } from '#domain/grid.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import { useMay } from '../rights.ts'
import { useAnswer } from '../use-answer.ts'
import { GridEditor } from './grid-editor.tsx'
import { usePartWords } from './grid-words.ts'
import { gridPath } from './grids-page.tsx'

/** The editor, on a published version (`?from=`) or on what a framework suggests (`?referentiel=&grille=`). */
export function EditorPage() {
  const { t } = useTranslation('grids')
  const [search] = useSearchParams()
  const may = useMay()
  const from = search.get('from')
  const frameworkHash = search.get('referentiel')
  if (!may('publishGrid')) return <Notice tone="info" title={t('editor.noRight')} />
  return (
    <>
      <Anchor component={Link} to="/coordination/grilles">
        ← {t('prepare.back')}
      </Anchor>
      <PageHeader title={t('editor.title')} opensVisit />
      {from !== null && <FromVersion hash={from} />}
      {from === null && frameworkHash !== null && <FromFramework frameworkHash={frameworkHash} gridId={search.get('grille') ?? ''} />}
      {from === null && frameworkHash === null && <Notice tone="info" title={t('editor.unknown')} />}
    </>
  )
}

function FromVersion({ hash }: { hash: string }) {
  const loaded = useAnswer('grid', { gridHash: hash })
  return <Answered loaded={loaded}>{({ grid }) => <WithFramework grid={grid} />}</Answered>
}

function WithFramework({ grid }: { grid: Grid }) {
  const loaded = useAnswer('framework', { frameworkHash: grid.framework.hash })
  return <Answered loaded={loaded}>{({ framework }) => <Editing grid={grid} framework={framework} />}</Answered>
}

function FromFramework({ frameworkHash, gridId }: { frameworkHash: string; gridId: string }) {
  const { t } = useTranslation('grids')
  const loaded = useAnswer('framework', { frameworkHash })
  return (
    <Answered loaded={loaded}>
      {({ framework }) => {
        const ref = { id: framework.id, version: framework.version, hash: frameworkHash }
        const grid = defaultGrids(framework, ref).find(({ id }) => id === gridId)
        return grid ? <Editing grid={grid} framework={framework} /> : <Notice tone="info" title={t('editor.unknown')} />
      }}
    </Answered>
  )
}

function Editing({ grid, framework }: { grid: Grid; framework: Framework }) {
  const { t } = useTranslation('grids')
  const navigate = useNavigate()
  const partWords = usePartWords()
  const published = useAnswer('published')
  return (
    <Answered loaded={published}>
      {({ grids }) => (
        <>
          <p>{t('editor.intro', { id: grid.id, part: partWords(grid.part), framework: `${framework.title} (${framework.version})` })}</p>
          <GridEditor
            source={grid}
            framework={framework}
            takenVersions={grids.filter(({ id }) => id === grid.id).map(({ version }) => version)}
            onPublished={(hash) => void navigate(gridPath({ hash }))}
          />
        </>
      )}
    </Answered>
  )
}
