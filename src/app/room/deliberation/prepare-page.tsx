import { Button } from '@mantine/core'
import { IconArrowLeft, IconSnowflake } from '@tabler/icons-react'
import { useObservable } from 'dexie-react-hooks'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { changeFacts } from '#device/deliberation/facts.ts'
import { freezePanelMinutes } from '#device/deliberation/kept-minutes.ts'
import { type DeliberationTable, isSettled, minutesSources, previewMinutes, watchTable } from '#device/deliberation/table.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import type { Minutes } from '#domain/minutes.ts'
import { type MinutesIssue, minutesIssues } from '#domain/minutes-readiness.ts'
import { formatLongDate } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useNotebook } from '../notebook-context.tsx'
import { partLabel } from '../part-label.ts'
import styles from './deliberation.module.css'
import { FactsForm } from './facts-form.tsx'
import { firstFacts } from './first-facts.ts'
import { MinutesReading } from './minutes-reading.tsx'
import { NotSaved } from './not-saved.tsx'
import { useChange } from './use-change.ts'
import { usePartName, useSectionTitle } from './use-part-name.ts'

/** What the minutes will say, in full, before anybody signs it. */
export function PreparePage() {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const { panelId = '', day = '' } = useParams()
  const table = useObservable(() => watchTable(notebook, panelId, day), [notebook, panelId, day])
  if (table === undefined) return <p role="status">{t('home.loading')}</p>
  return (
    <>
      <PageHeader title={t('minutes.prepareTitle')}>
        {table && t('minutes.prepareSubtitle', { panel: table.panelDay.panel.name, date: formatLongDate(day) })}
      </PageHeader>
      {table?.panelDay.presides ? (
        <Preparation table={table} />
      ) : (
        <Notice tone="info" title={t('oral.unknown.title')}>
          <p>{t('oral.unknown.detail')}</p>
        </Notice>
      )}
      <div>
        <Button component={Link} to="/salle/deliberation" variant="subtle" size="lg" leftSection={<IconArrowLeft size={22} aria-hidden />}>
          {t('oral.back')}
        </Button>
      </div>
    </>
  )
}

function Preparation({ table }: { table: DeliberationTable }) {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const partName = usePartName()
  const sectionTitle = useSectionTitle()
  const navigate = useNavigate()
  const { failure, change } = useChange()
  const [openedAtMs] = useState(() => Date.now())
  const { package: content } = notebook
  const first = useMemo(() => firstFacts({ package: content }, table.panelDay, openedAtMs), [content, table.panelDay, openedAtMs])
  const facts = table.facts ?? first
  const preview = usePreview(table, facts)
  const place = { panelId: table.panelDay.panel.id, day: table.panelDay.day }

  if (table.isFrozen && table.minutes) {
    return (
      <Notice
        tone="info"
        title={t('minutes.alreadyFrozen')}
        actions={
          <Button component={Link} to={`/salle/deliberation/pv/${table.minutes.hash}`} size="lg">
            {t('minutes.openFrozen')}
          </Button>
        }
      />
    )
  }
  const freeze = (minutes: Minutes) =>
    change(async () => {
      const { hash } = await freezePanelMinutes(notebook, minutes)
      await navigate(`/salle/deliberation/pv/${hash}`)
    })
  return (
    <>
      <NotSaved failure={failure} />
      {facts.amends && (
        <Notice tone="device" title={t('minutes.amends')}>
          <p>{t('minutes.amendsDetail', { reason: facts.amends.reason })}</p>
        </Notice>
      )}
      <FactsForm table={table} facts={facts} onChange={(edit) => change(() => changeFacts(notebook, place, first, edit))} />
      {preview && (
        <>
          {preview.issues.length > 0 && <Issues table={table} issues={preview.issues} />}
          <section className={styles['section']} aria-labelledby="minutes-preview">
            <h2 id="minutes-preview">{t('minutes.preview')}</h2>
            {preview.minutes === null ? (
              <p>{t('minutes.previewNone')}</p>
            ) : (
              <MinutesReading minutes={preview.minutes} partName={partName} sectionTitle={sectionTitle} />
            )}
          </section>
          <section className={styles['panel']}>
            <p>{t('minutes.freezeHint')}</p>
            <div>
              <Button
                size="lg"
                leftSection={<IconSnowflake size={22} aria-hidden />}
                disabled={preview.minutes === null || preview.issues.length > 0}
                onClick={() => preview.minutes && void freeze(preview.minutes)}
              >
                {t('minutes.freeze')}
              </Button>
            </div>
          </section>
        </>
      )}
    </>
  )
}

interface Preview {
  minutes: Minutes | null
  issues: MinutesIssue[]
}

/** Composed from what is stored at each change; null while it is. */
function usePreview(table: DeliberationTable, facts: MinutesFacts): Preview | null {
  const notebook = useNotebook()
  const breakPage = useBreakPage()
  const [id] = useState(() => crypto.randomUUID())
  const [preview, setPreview] = useState<Preview | null>(null)
  useEffect(() => {
    let isStale = false
    minutesSources(notebook, table, facts, id).then((sources) => {
      if (!isStale) setPreview({ minutes: previewMinutes(sources), issues: minutesIssues(sources) })
    }, breakPage)
    return () => {
      isStale = true
    }
  }, [notebook, table, facts, id, breakPage])
  return preview
}

function Issues({ table, issues }: { table: DeliberationTable; issues: readonly MinutesIssue[] }) {
  const { t } = useTranslation('deliberation')
  const { framework } = useNotebook().package
  const { panel, day } = table.panelDay
  return (
    <Notice tone="info" title={t('minutes.issues')}>
      <ul className={styles['plain']}>
        {issues.map(({ code, subjectId }) => {
          const oral = table.orals.find((one) => one.oral.id === subjectId && !isSettled(one))
          if (code !== 'oralUndecided' || !oral)
            return <li key={`${code}/${subjectId}`}>{t(`minutes.issue.${code}`, { name: '', part: '' })}</li>
          const { firstName, lastName } = oral.candidate
          return (
            <li key={`${code}/${subjectId}`}>
              <Link to={`/salle/deliberation/${panel.id}/${day}/oral/${oral.oral.id}`} className={styles['link'] ?? ''}>
                {t('minutes.issue.oralUndecided', { name: `${firstName} ${lastName}`, part: partLabel(oral.grid.grid, framework) })}
              </Link>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
