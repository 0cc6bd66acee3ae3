import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '#domain/framework.ts'
import { DayList } from './day-list.tsx'
import styles from './day-page.module.css'
import type { DayLine, OralState } from './day-plan.ts'

/** The signed sheets by what became of them: what asks for something first. */
export function SignedSheetList({ lines, framework }: { lines: readonly DayLine[]; framework: Framework }) {
  const { t } = useTranslation('room')
  const groups: { state: OralState; title: string }[] = [
    { state: 'refused', title: t('sync.refusedList') },
    { state: 'onDevice', title: t('sync.waitingList') },
    { state: 'delivered', title: t('sync.deliveredList') },
  ]
  return groups.map(({ state, title }) => (
    <SheetGroup key={state} title={title} lines={lines.filter((line) => line.state === state)} framework={framework} />
  ))
}

function SheetGroup({ title, lines, framework }: { title: string; lines: readonly DayLine[]; framework: Framework }) {
  const headingId = useId()
  if (lines.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2 id={headingId}>{title}</h2>
      <DayList lines={lines} framework={framework} labelledBy={headingId} />
    </section>
  )
}
