import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useObservable } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { changeDecision } from '#device/deliberation/decisions.ts'
import { jurorName } from '#device/deliberation/panel-day.ts'
import { watchTable } from '#device/deliberation/table.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useNotebook } from '../notebook-context.tsx'
import { partLabel } from '../part-label.ts'
import styles from './deliberation.module.css'
import { NotSaved } from './not-saved.tsx'
import { OralDeliberation } from './oral-deliberation.tsx'
import { useChange } from './use-change.ts'

/** One oral on the president's table, with the next ones a touch away. */
export function OralPage() {
  const { t } = useTranslation(['deliberation', 'room'])
  const notebook = useNotebook()
  const { panelId = '', day = '', oralId = '' } = useParams()
  const table = useObservable(() => watchTable(notebook, panelId, day), [notebook, panelId, day])
  const { failure, change } = useChange()
  if (table === undefined) return <p role="status">{t('deliberation:home.loading')}</p>
  const index = table?.orals.findIndex(({ oral }) => oral.id === oralId) ?? -1
  const oral = table?.orals[index]
  const back = (
    <Button component={Link} to="/salle/deliberation" variant="subtle" size="lg" leftSection={<IconArrowLeft size={22} aria-hidden />}>
      {t('deliberation:oral.back')}
    </Button>
  )
  if (!table?.panelDay.presides || !oral) {
    return (
      <>
        <Notice tone="info" title={t('deliberation:oral.unknown.title')}>
          <p>{t('deliberation:oral.unknown.detail')}</p>
        </Notice>
        <div>{back}</div>
      </>
    )
  }
  const { candidate, grid } = oral
  const step = (by: -1 | 1) => table.orals[index + by]?.oral.id
  const previous = step(-1)
  const next = step(1)
  return (
    <>
      <PageHeader key={oralId} title={`${candidate.firstName} ${candidate.lastName}`}>
        {[
          t('room:day.candidateNumber', { number: candidate.number }),
          partLabel(grid.grid, notebook.package.framework),
          grid.grid.title,
        ].join(' · ')}
      </PageHeader>
      <NotSaved failure={failure} />
      <OralDeliberation
        key={oral.oral.id}
        table={oral}
        isFrozen={table.isFrozen}
        nameOf={(jurorId) => jurorName(notebook, jurorId) ?? jurorId}
        panelJurorIds={table.panelDay.panel.jurorIds}
        ownJurorId={notebook.juror.id}
        minutesPath={`/salle/deliberation/${panelId}/${day}/pv`}
        onChange={(edit) =>
          change(() => changeDecision(notebook, oralId, (draft) => ({ ...edit(draft), seenSheets: oral.sheets.map(({ hash }) => hash) })))
        }
      />
      <nav className={styles['row']} aria-label={t('deliberation:home.orals')}>
        {back}
        {previous !== undefined && (
          <Button
            component={Link}
            to={`/salle/deliberation/${panelId}/${day}/oral/${previous}`}
            variant="default"
            size="lg"
            leftSection={<IconArrowLeft size={22} aria-hidden />}
          >
            {t('deliberation:oral.previous')}
          </Button>
        )}
        {next !== undefined && (
          <Button
            component={Link}
            to={`/salle/deliberation/${panelId}/${day}/oral/${next}`}
            size="lg"
            rightSection={<IconArrowRight size={22} aria-hidden />}
          >
            {t('deliberation:oral.next')}
          </Button>
        )}
      </nav>
    </>
  )
}
