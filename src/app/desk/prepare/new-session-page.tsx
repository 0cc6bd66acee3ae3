import { Anchor, Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { PublishedList } from '#contract/grids.ts'
import { emptyPreparation, type Preparation } from '#domain/preparation.ts'
import { type MappedTable, mapTables } from '#domain/tables/columns.ts'
import type { NamedGrid } from '#domain/tables/parts.ts'
import { readTables } from '#domain/tables/read-tables.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useAct } from '../account/use-act.ts'
import { Answered } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { useAnswer } from '../use-answer.ts'
import { defaultWords } from './import/complaint-words.ts'
import { FilesSection } from './import/files-section.tsx'
import { MappingSection } from './import/mapping-section.tsx'
import { OutcomeSection } from './import/outcome-section.tsx'
import { readTableFiles, type UnreadFile } from './import/read-table-files.ts'
import { FailureWithPoints } from './issue-list.tsx'
import own from './prepare.module.css'
import { FactsFields, factsFault, TimeZoneField } from './session-facts.tsx'

/** A new session: its dates, then the tables it is made of. They are read and checked here; the server takes the whole, or nothing. */
export function NewSessionPage() {
  const { t } = useTranslation('prepare')
  const published = useAnswer('published')
  return (
    <>
      <PageHeader title={t('start.title')} opensVisit>
        {t('start.intro')}
      </PageHeader>
      <Anchor component={Link} to="/coordination/import">
        {t('start.json')}
      </Anchor>
      <Answered loaded={published}>{(list) => <NewSession published={list} />}</Answered>
    </>
  )
}

const NO_FACTS: Preparation['session'] = { title: '', centre: '', startsOn: '', endsOn: '' }
/** Until a session has its dates no oral is outside of them, and everything else of the tables is checked already. */
const ANY_DATES = { startsOn: '0001-01-01', endsOn: '9999-12-31' }

function NewSession({ published }: { published: PublishedList }) {
  const { t } = useTranslation('prepare')
  const navigate = useNavigate()
  const [facts, setFacts] = useState(NO_FACTS)
  const [timeZone, setTimeZone] = useState('Europe/Paris')
  const frameworks = published.frameworks.filter(({ id }, place, all) => all.findIndex((other) => other.id === id) === place)
  const [frameworkId, setFrameworkId] = useState(frameworks[0]?.id ?? '')
  const files = useTableFiles()
  const act = useAct()
  const [asked, setAsked] = useState(false)
  const grids = useMemo(() => gridsOf(published, frameworkId), [published, frameworkId])
  const fault = factsFault(facts)
  const datesKnown = facts.startsOn !== '' && facts.endsOn !== ''
  const outcome = useMemo(() => {
    if (files.tables.length === 0) return null
    const session = datesKnown ? facts : { ...facts, ...ANY_DATES }
    return readTables(files.tables, { session, timeZone, grids, words: defaultWords })
  }, [files.tables, datesKnown, facts, timeZone, grids])
  const submit = async () => {
    setAsked(true)
    if (fault !== null || outcome?.ok === false) return
    const start = emptyPreparation(facts)
    const preparation = outcome?.preparation ?? { ...start, hours: { ...start.hours, timeZone } }
    const body = { frameworkId, preparation, identities: outcome?.identities ?? [], addresses: outcome?.addresses ?? [] }
    const done = await act.run(() => callRoute('createPreparation', { body }))
    if (done) await navigate(`/coordination/sessions/${encodeURIComponent(done.value.sessionId)}/preparation`)
  }
  return (
    <>
      <section className={styles['card']} aria-labelledby="facts-title">
        <h2 id="facts-title">{t('facts.title')}</h2>
        <FactsFields facts={facts} onChange={setFacts} />
        <div className={own['fields']}>
          {frameworks.length > 1 && (
            <NativeSelect
              label={t('facts.framework')}
              value={frameworkId}
              onChange={(event) => setFrameworkId(event.currentTarget.value)}
              data={frameworks.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
          <TimeZoneField value={timeZone} onChange={setTimeZone} />
        </div>
      </section>
      <FilesSection reading={files.reading} unread={files.unread} onFiles={(chosen) => void files.take(chosen)} />
      {files.tables.length > 0 && <MappingSection tables={files.tables} onChange={files.change} />}
      {outcome && <OutcomeSection outcome={outcome} />}
      {asked && fault && <Notice tone="danger" role="alert" title={t(`facts.${fault}`)} />}
      {act.failure && <FailureWithPoints failure={act.failure} />}
      <div className={styles['tools']}>
        <Button loading={act.busy} disabled={outcome?.ok === false} onClick={() => void submit()}>
          {files.tables.length === 0 ? t('result.importEmpty') : t('result.import')}
        </Button>
        {files.tables.length > 0 && (
          <Button variant="default" onClick={files.clear}>
            {t('files.remove')}
          </Button>
        )}
      </div>
    </>
  )
}

/** The certification's grids of today: the newest version of each, the blocks in their order and the interview last. */
function gridsOf({ grids }: PublishedList, frameworkId: string): NamedGrid[] {
  return grids
    .filter((grid, place) => grid.framework.id === frameworkId && grids.findIndex(({ id }) => id === grid.id) === place)
    .map(({ id, title, durationMinutes, part }) => ({ id, title, durationMinutes, blockId: part.kind === 'block' ? part.blockId : null }))
    .sort((a, b) => (a.blockId ?? '\uffff').localeCompare(b.blockId ?? '\uffff'))
}

/** The tables chosen so far; files chosen anew take the place of those before. */
function useTableFiles() {
  const [tables, setTables] = useState<MappedTable[]>([])
  const [unread, setUnread] = useState<UnreadFile[]>([])
  const [reading, setReading] = useState(false)
  return {
    tables,
    unread,
    reading,
    change: setTables,
    clear: () => {
      setTables([])
      setUnread([])
    },
    take: async (files: readonly File[]) => {
      if (files.length === 0) return
      setReading(true)
      try {
        const given = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
        const read = await readTableFiles(given)
        setTables(mapTables(read.tables))
        setUnread(read.unread)
      } finally {
        setReading(false)
      }
    },
  }
}
