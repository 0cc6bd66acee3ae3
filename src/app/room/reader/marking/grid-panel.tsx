import { Checkbox } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Observation } from '#domain/entry.ts'
import { gridIndicators } from '#domain/grid.ts'
import { useRowKeys } from '../../oral/marking/use-row-keys.ts'
import { useOralWork } from '../../oral/oral-work.ts'
import styles from './grid-panel.module.css'
import { filteredSection, oralOnlyIds, unmarkedIds } from './mark-filter.ts'
import { PageLinkSwitch } from './page-link-switch.tsx'
import { SupportSection } from './support-section.tsx'

interface GridPanelProps {
  /** The page in view, or null while there is none. */
  page: number | null
  linked: boolean
  onLinked: (linked: boolean) => void
  onPage: (page: number) => void
}

/** The grid beside the support: what the written work shows is marked here, tied to the page in view if the juror wants. */
export function GridPanel({ page, linked, onLinked, onPage }: GridPanelProps) {
  const { t } = useTranslation('reader')
  const { subject, draft, pendingTargets, writable, record } = useOralWork()
  const { grid } = subject
  const { marks } = draft
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(() => new Set(grid.sections.slice(0, 1).map((section) => section.id)))
  const [shown, setShown] = useState<ReadonlySet<string> | null>(null)
  const oralOnly = useMemo(() => oralOnlyIds(grid), [grid])
  const onRowKeys = useRowKeys()
  const total = gridIndicators(grid).length
  const marked = total - unmarkedIds(grid, marks).size

  // Read when a mark is given: turning a page must not draw 85 rows again.
  const linkedPage = useRef<number | null>(null)
  useEffect(() => {
    linkedPage.current = linked ? page : null
  })
  const mark = useCallback(
    (targets: readonly string[], value: Observation | null) => {
      const seenOn = value === null ? null : linkedPage.current
      void record({ kind: 'mark', targets: [...targets], value, ...(seenOn === null ? {} : { page: seenOn }) })
    },
    [record],
  )
  const toggle = useCallback((sectionId: string) => {
    setOpenIds((known) => {
      const next = new Set(known)
      if (!next.delete(sectionId)) next.add(sectionId)
      return next
    })
  }, [])
  const sections = grid.sections.flatMap((whole) => {
    const section = shown ? filteredSection(whole, shown) : whole
    return section ? [{ whole, section }] : []
  })

  return (
    <section className={styles['panel']} aria-label={t('tabs.grid')} onKeyDown={onRowKeys}>
      <div className={styles['head']}>
        <p className={`${styles['progress']} cdj-figures`}>{t('grid.progress', { marked, total })}</p>
        {page !== null && <PageLinkSwitch page={page} linked={linked} onChange={onLinked} />}
        <Checkbox
          size="md"
          label={t('grid.onlyUnmarked')}
          checked={shown !== null}
          onChange={(event) => setShown(event.currentTarget.checked ? unmarkedIds(grid, marks) : null)}
        />
      </div>
      {sections.length === 0 && <p className={styles['help']}>{t('grid.allMarked')}</p>}
      {sections.map(({ whole, section }) => (
        <SupportSection
          key={section.id}
          section={section}
          whole={whole}
          marks={marks}
          pendingTargets={pendingTargets}
          oralOnly={oralOnly}
          disabled={!writable}
          open={openIds.has(section.id)}
          onToggle={toggle}
          onMark={mark}
          onPage={onPage}
        />
      ))}
    </section>
  )
}
